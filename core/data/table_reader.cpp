#include "data/table_reader.h"

#include "common/cancelled.h"
#include "common/fingerprint.h"
#include "data/column_builder.h"
#include "data/column_names.h"
#include "data/column_typing.h"
#include "data/csv_dialect.h"
#include "data/record_reader.h"
#include "data/text_encoding.h"

#include <algorithm>
#include <limits>

namespace broto {

namespace {

/// Lines left out because they do not have as many values as the table has columns.
struct RaggedLines {
    std::size_t count = 0;
    std::size_t firstLine = 0;
    std::size_t firstWidth = 0;
};

/// Goes through a text record by record and gives the whole ones.
class WholeRows {
public:
    enum class Outcome { Row, End, Cancelled, OpenQuote };

    WholeRows(std::string_view text, const CsvDialect& dialect, const RunControl& control)
        : m_reader(text.substr(dialect.begin), dialect.separator, dialect.firstLine),
          m_width(dialect.width),
          m_size(text.size()),
          m_control(control)
    {
    }

    /// The next record that is not blank, however many values it has.
    Outcome nextRecord();
    Outcome next();
    std::span<const std::string_view> fields() const { return m_reader.fields(); }
    std::size_t quoteLine() const { return m_reader.quoteLine(); }
    const RaggedLines& ragged() const { return m_ragged; }

private:
    static constexpr std::size_t recordsBetweenReports = 4096;

    RecordReader m_reader;
    std::size_t m_width;
    std::size_t m_size;
    const RunControl& m_control;
    std::size_t m_records = 0;
    RaggedLines m_ragged;
};

WholeRows::Outcome WholeRows::nextRecord()
{
    for (;;) {
        if (m_records++ % recordsBetweenReports == 0) {
            if (m_control.stopRequested())
                return Outcome::Cancelled;
            m_control.report(static_cast<double>(m_reader.position()), static_cast<double>(m_size));
        }
        switch (m_reader.next()) {
        case RecordReader::Outcome::End:
            return Outcome::End;
        case RecordReader::Outcome::OpenQuote:
            return Outcome::OpenQuote;
        case RecordReader::Outcome::Record:
            if (!m_reader.blank())
                return Outcome::Row;
        }
    }
}

WholeRows::Outcome WholeRows::next()
{
    for (;;) {
        const Outcome outcome = nextRecord();
        if (outcome != Outcome::Row || m_reader.fields().size() == m_width)
            return outcome;
        if (m_ragged.count++ == 0) {
            m_ragged.firstLine = m_reader.line();
            m_ragged.firstWidth = m_reader.fields().size();
        }
    }
}

/// Fills a table from a text of a known dialect.
class TableFiller {
public:
    TableFiller(std::string_view text, const CsvDialect& dialect, std::size_t mostRows, const RunControl& control)
        : m_text(text),
          m_dialect(dialect),
          m_mostRows(mostRows),
          m_control(control),
          m_decimal{dialect.decimal, dialect.decimalKnown},
          m_builders(dialect.width),
          m_headers(dialect.width)
    {
    }

    Result<Table> fill();

private:
    Result<void> readAll();
    Result<void> readTextsAgain();
    std::optional<Message> failure(const WholeRows& rows, WholeRows::Outcome outcome) const;
    void dropEmptyColumns();
    void warnOfRaggedLines();
    void warnOfLargeNumbers();

    std::string_view m_text;
    const CsvDialect& m_dialect;
    std::size_t m_mostRows;
    const RunControl& m_control;
    DecimalMark m_decimal;
    std::vector<ColumnBuilder> m_builders;
    std::vector<std::string> m_headers;
    RaggedLines m_ragged;
    Table m_table;
};

std::optional<Message> TableFiller::failure(const WholeRows& rows, WholeRows::Outcome outcome) const
{
    if (outcome == WholeRows::Outcome::Cancelled)
        return cancelledByUser();
    if (outcome == WholeRows::Outcome::OpenQuote)
        return openQuoteError(rows.quoteLine());
    return std::nullopt;
}

Result<void> TableFiller::readAll()
{
    WholeRows rows(m_text, m_dialect, m_control);
    if (m_dialect.header) {
        const WholeRows::Outcome outcome = rows.nextRecord();
        if (const std::optional<Message> problem = failure(rows, outcome))
            return *problem;
        const std::size_t named = std::min(rows.fields().size(), m_headers.size());
        std::copy_n(rows.fields().begin(), named, m_headers.begin());
    }
    WholeRows::Outcome outcome = WholeRows::Outcome::Row;
    while (m_table.rows < m_mostRows && (outcome = rows.next()) == WholeRows::Outcome::Row) {
        for (std::size_t i = 0; i < m_builders.size(); ++i)
            m_builders[i].add(rows.fields()[i], m_decimal);
        ++m_table.rows;
    }
    m_ragged = rows.ragged();
    if (const std::optional<Message> problem = failure(rows, outcome))
        return *problem;
    return {};
}

Result<void> TableFiller::readTextsAgain()
{
    std::vector<std::size_t> wanted;
    std::size_t rowsWanted = 0;
    for (std::size_t i = 0; i < m_builders.size(); ++i) {
        if (m_builders[i].textWantedBefore() == 0)
            continue;
        wanted.push_back(i);
        rowsWanted = std::max(rowsWanted, m_builders[i].textWantedBefore());
    }
    if (wanted.empty())
        return {};
    WholeRows rows(m_text, m_dialect, m_control);
    if (m_dialect.header)
        rows.nextRecord();
    for (std::size_t row = 0; row < rowsWanted; ++row) {
        const WholeRows::Outcome outcome = rows.next();
        if (const std::optional<Message> problem = failure(rows, outcome))
            return *problem;
        for (const std::size_t i : wanted) {
            if (row < m_builders[i].textWantedBefore())
                m_builders[i].setText(row, rows.fields()[i]);
        }
    }
    return {};
}

void TableFiller::dropEmptyColumns()
{
    bool dropped = false;
    while (m_builders.size() > 1 && m_headers.back().empty() && m_builders.back().empty()) {
        m_builders.pop_back();
        m_headers.pop_back();
        dropped = true;
    }
    if (dropped)
        m_table.warnings.push_back(message(
            "data.empty-column",
            BROTO_TEXT("core",
                       "The lines end with a separator that nothing follows. That empty column was left out.")));
}

void TableFiller::warnOfRaggedLines()
{
    m_table.raggedRows = m_ragged.count;
    if (m_ragged.count > 0)
        m_table.warnings.push_back(message(
            "data.ragged-rows",
            BROTO_TEXT("core", "Lines left out because they do not have %1 values: %2. The first is line %3, with "
                               "%4."),
            m_dialect.width, m_ragged.count, m_ragged.firstLine, m_ragged.firstWidth));
}

void TableFiller::warnOfLargeNumbers()
{
    std::size_t count = 0;
    std::size_t first = 0;
    for (std::size_t i = m_builders.size(); i-- > 0;) {
        count += m_builders[i].tooLarge();
        if (m_builders[i].tooLarge() > 0)
            first = i;
    }
    if (count > 0)
        m_table.warnings.push_back(message(
            "data.too-large-numbers",
            BROTO_TEXT("core", "Values that are infinite or too large for a board count as missing: %1. The first "
                               "column with one is \"%2\"."),
            count, m_table.columns[first].header));
}

Result<Table> TableFiller::fill()
{
    if (Result<void> read = readAll(); !read)
        return read.error();
    if (m_table.rows == 0 && m_ragged.count > 0)
        return message("data.no-whole-rows",
                       BROTO_TEXT("core",
                                  "No line has as many values as the table has columns (%1): line %2 has %3. Check "
                                  "the separator and whether the first line names the columns."),
                       m_dialect.width, m_ragged.firstLine, m_ragged.firstWidth);
    if (m_table.rows == 0)
        return noRowsError();
    dropEmptyColumns();
    if (Result<void> read = readTextsAgain(); !read)
        return read.error();

    m_table.separator = m_dialect.separator;
    m_table.decimal = m_decimal.mark;
    m_table.header = m_dialect.header;
    m_table.columns.resize(m_builders.size());
    warnOfRaggedLines();
    nameColumns(m_table.columns, m_headers, m_table.warnings);
    warnOfLargeNumbers();
    for (std::size_t i = 0; i < m_builders.size(); ++i) {
        if (m_control.stopRequested())
            return cancelledByUser();
        Column values = m_builders[i].finish();
        values.header = std::move(m_table.columns[i].header);
        values.name = std::move(m_table.columns[i].name);
        values.unit = std::move(m_table.columns[i].unit);
        m_table.columns[i] = std::move(values);
    }
    typeColumns(m_table.columns);
    return std::move(m_table);
}

}

namespace {

Result<Table> readRows(std::string_view bytes, const ReadOptions& options, std::size_t mostRows,
                       const RunControl& control)
{
    const Result<DecodedText> decoded = DecodedText::decode(bytes);
    if (!decoded)
        return decoded.error();
    const Result<CsvDialect> dialect = findDialect(decoded->text(), options);
    if (!dialect)
        return dialect.error();
    Result<Table> table = TableFiller(decoded->text(), *dialect, mostRows, control).fill();
    if (table) {
        table->encoding = decoded->encoding();
        table->fingerprint = Fingerprint().add(bytes).value();
    }
    return table;
}

}

Result<Table> readTable(std::string_view bytes, const ReadOptions& options, const RunControl& control)
{
    return readRows(bytes, options, std::numeric_limits<std::size_t>::max(), control);
}

Result<Table> previewTable(std::string_view bytes, const ReadOptions& options, std::size_t rows)
{
    constexpr std::size_t enough = std::size_t(1) << 20;
    std::string_view first = bytes.substr(0, enough);
    if (first.size() < bytes.size()) {
        const std::size_t lineEnd = first.find_last_of("\r\n");
        first = first.substr(0, lineEnd == std::string_view::npos ? first.size() : lineEnd + 1);
    }
    return readRows(first, options, rows, {});
}

}
