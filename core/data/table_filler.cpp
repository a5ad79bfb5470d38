#include "data/table_filler.h"

#include "common/cancelled.h"
#include "data/category_numbers.h"
#include "data/cell_units.h"
#include "data/column_names.h"
#include "data/column_typing.h"
#include "data/compact_dates.h"
#include "data/date_order_guess.h"
#include "data/joined_times.h"
#include "data/reading_warnings.h"

#include <algorithm>
#include <map>

namespace broto {

namespace {

/// A little more than expected costs nothing; much too little is copied once more.
std::size_t expectedRows(std::string_view text, const CsvDialect& dialect, std::size_t most)
{
    const std::size_t bytes = text.size() - dialect.begin;
    const std::size_t rows = bytes / dialect.bytesPerRow;
    return std::min({most, rows + rows / 16 + 16, bytes / std::max<std::size_t>(1, dialect.width) + 1});
}

}

Message tooMuchMemoryError(std::uint64_t needed, std::uint64_t available)
{
    constexpr std::uint64_t million = 1'000'000;
    return message("data.too-large",
                   BROTO_TEXT("core", "The table would take about %1 MB of memory, and %2 MB are free. Close other "
                                      "programs, or cut the file into smaller ones."),
                   needed / million, available / million);
}

TableFiller::TableFiller(std::string_view text, const CsvDialect& dialect, const ReadOptions& options,
                         ReadingLimits limits, ReadingProgress& progress, std::optional<DateOrder> firstOrder)
    : m_text(text),
      m_dialect(dialect),
      m_options(options),
      m_limits(limits),
      m_progress(progress),
      m_firstOrder(firstOrder),
      m_format(dialect.numbers, dialect.separator, options)
{
}

Result<Table> TableFiller::fill()
{
    if (Result<void> read = readAll(); !read)
        return read.error();
    if (m_table.rows == 0)
        return m_ragged.count > 0 ? noWholeRows(m_dialect.width, m_ragged) : noRowsError();
    dropEmptyColumns();
    for (ColumnBuilder& builder : m_builders)
        builder.end();
    if (std::optional<Message> problem = readTextsAgain())
        return *std::move(problem);
    m_table.columns.resize(m_builders.size());
    warnOfRaggedLines();
    nameColumns(m_table.columns, m_headers, m_table.warnings);
    warnOfLargeNumbers();
    warnOfOddCells();
    tellWhatWasFound();
    if (m_orderMissed && !m_firstOrder)
        return TableFiller(m_text, m_dialect, m_options, m_limits, m_progress, m_orderMissed).fill();
    if (std::optional<Message> problem = finishColumns())
        return *std::move(problem);
    return std::move(m_table);
}

/// Where points are decimal marks and days are said to come first is no rule, but commas mean a country that does so.
DateOrder TableFiller::usualDateOrder() const
{
    return m_format.format().decimal == ',' ? DayFirst : MonthFirst;
}

void TableFiller::begin()
{
    const DateOrder order = chosenDateOrder(m_options).value_or(m_firstOrder.value_or(usualDateOrder()));
    const std::size_t rows = expectedRows(m_text, m_dialect, m_limits.rows);
    m_builders.clear();
    for (std::size_t i = 0; i < m_dialect.width; ++i)
        m_builders.emplace_back(m_format, order, rows);
    m_table.rows = 0;
}

/// Once, unless a later line shows that the first ones deceived.
Result<void> TableFiller::readAll()
{
    for (;;) {
        begin();
        if (std::optional<Message> problem = readOnce())
            return *std::move(problem);
        if (!m_format.overturned())
            return {};
        m_format.startAgain();
    }
}

std::optional<Message> TableFiller::readOnce()
{
    RowBlocks blocks(m_text, m_dialect, m_progress);
    m_headers = blocks.takeHeader();
    while (blocks.next(m_limits.rows - m_table.rows)) {
        for (std::size_t i = 0; i < m_builders.size(); ++i)
            m_builders[i].add(blocks.column(i));
        m_table.rows += blocks.rows();
        m_lastRow = {blocks.column(0).lines[blocks.rows() - 1], std::string(blocks.column(0)[blocks.rows() - 1])};
        if (m_format.overturned())
            return std::nullopt;
        if (isTooMuch())
            return tooMuchMemoryError(m_limits.bytes + m_limits.bytes / 8, m_limits.bytes);
    }
    m_ragged = blocks.ragged();
    m_rowsLikeComments = blocks.rowsLikeComments();
    m_repeatedHeaders = blocks.repeatedHeaders();
    const bool cutOff = m_limits.cutText && blocks.problem() && blocks.problem()->id == openQuoteError(0).id;
    return cutOff && m_table.rows > 0 ? std::nullopt : blocks.problem();
}

bool TableFiller::isTooMuch() const
{
    std::uint64_t bytes = 0;
    for (const ColumnBuilder& builder : m_builders)
        bytes += builder.bytes();
    return bytes > m_limits.bytes;
}

std::optional<Message> TableFiller::readTextsAgain()
{
    std::vector<std::size_t> wanted;
    std::size_t rowsWanted = 0;
    for (std::size_t i = 0; i < m_builders.size(); ++i) {
        if (m_builders[i].textWantedBefore() > 0)
            wanted.push_back(i);
        rowsWanted = std::max(rowsWanted, m_builders[i].textWantedBefore());
    }
    if (wanted.empty())
        return std::nullopt;
    RowBlocks blocks(m_text, m_dialect, m_progress);
    blocks.takeHeader();
    for (std::size_t first = 0; first < rowsWanted && blocks.next(rowsWanted - first); first += blocks.rows()) {
        for (const std::size_t i : wanted) {
            const Cells cells = blocks.column(i);
            for (std::size_t row = 0; row < cells.count && first + row < m_builders[i].textWantedBefore(); ++row)
                m_builders[i].setText(first + row, cells[row]);
        }
    }
    return blocks.problem();
}

std::optional<Message> TableFiller::finishColumns()
{
    for (std::size_t i = 0; i < m_builders.size(); ++i) {
        if (m_progress.stopRequested() || !m_builders[i].finish(m_table.columns[i], m_progress.control()))
            return cancelledByUser();
    }
    takeLabels();
    for (std::size_t i = 0; i < m_builders.size(); ++i) {
        if (m_progress.stopRequested())
            return cancelledByUser();
        takeUnits(i);
        takeOtherForms(m_table.columns[i]);
        typeColumn(m_table.columns[i], m_table.columns.size(), m_table.header);
    }
    joinTimes(m_table);
    return std::nullopt;
}

/// Names from the cells, where the table has none.
void TableFiller::takeLabels()
{
    if (m_table.header)
        return;
    if (const std::optional<std::string> label = takeNumbersWithLabels(m_table.columns, m_format.format()))
        warn(
            message("data.labels-in-cells",
                    BROTO_TEXT("core", "Every value stands behind a label, such as \"%1\". The labels became the names "
                                       "of the columns, and the values are read as numbers."),
                    *label));
}

/// Units from a line below the names, or from the cells themselves.
void TableFiller::takeUnits(std::size_t index)
{
    Column& column = m_table.columns[index];
    const bool bare = column.unit.empty() && column.values != Column::Values::Times;
    if (index < m_dialect.units.size() && bare && isUnit(unitIn(m_dialect.units[index])))
        column.unit = unitIn(m_dialect.units[index]);
    std::optional<Parentheses> parentheses = m_builders[index].parentheses();
    if (takeNumbersWithUnits(column, m_format.format(), parentheses))
        warn(message(
            "data.units-in-cells",
            BROTO_TEXT("core", "The values in the column \"%1\" bear their unit, %2. They are read as numbers."),
            column.header, column.unit));
    if (parentheses)
        warn(inParentheses(column, *parentheses));
}

/// Numbers with the decimal sign that the rest of the table does not have, and dates that look like numbers.
void TableFiller::takeOtherForms(Column& column)
{
    if (const std::optional<std::string> example = takeCompactDates(column))
        warn(message("data.compact-dates",
                     BROTO_TEXT("core", "The numbers in the column \"%1\" are read as dates, such as %2."),
                     column.header, *example));
    const std::string example =
        column.texts() && !column.categories.empty() ? column.categories.front() : std::string();
    if (!m_format.isDecimalConfirmed())
        return;
    switch (takeOtherDecimal(column, m_format.format())) {
    case OtherDecimal::Taken:
        return warn(otherDecimalSign(column, m_format.format().decimal, example));
    case OtherDecimal::Unsure:
        if (!isOdd(column))
            warn(severalNumberForms(column, example));
        return;
    case OtherDecimal::None:
        return;
    }
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
        warn(message("data.empty-column",
                     BROTO_TEXT("core", "The lines end with a separator that nothing follows. That empty column was "
                                        "left out.")));
}

void TableFiller::tellWhatWasFound()
{
    using About = ReadingGuess::About;
    m_table.separator = m_dialect.separator;
    m_table.comment = m_dialect.comment;
    m_table.header = m_dialect.header;
    m_table.decimal = m_format.format().decimal;
    m_table.grouping = m_format.format().grouping;
    m_table.guesses = m_dialect.guesses;
    m_table.guesses.push_back({About::Decimal, m_options.decimal.has_value(), m_format.guess().decimalReason});
    m_table.guesses.push_back({About::Grouping, m_options.grouping.has_value(), m_format.guess().groupingReason});
    settleDates();
}

void TableFiller::settleDates()
{
    std::vector<NamedTimes> times;
    for (std::size_t i = 0; i < m_builders.size(); ++i) {
        TimeCells* const cells = m_builders[i].times();
        if (!cells)
            continue;
        times.push_back({cells, m_table.columns[i].header});
        if (cells->severalZones())
            warn(severalZones(m_table.columns[i]));
    }
    const SettledDateOrder settled = settleDateOrder(times, chosenDateOrder(m_options), usualDateOrder());
    m_table.dayFirst = settled.order == DayFirst;
    m_table.yearFirst = settled.order == YearFirst;
    if (settled.guess)
        m_table.guesses.push_back(*settled.guess);
    for (const NamedTimes& column : times) {
        if ((column.cells->possibleOrders() & settled.order) && !column.cells->isReadIn(settled.order))
            m_orderMissed = settled.order;
    }
}

void TableFiller::warnOfRaggedLines()
{
    m_table.warnings.insert(m_table.warnings.end(), m_dialect.warnings.begin(), m_dialect.warnings.end());
    m_table.raggedRows = m_ragged.count;
    if (m_ragged.count > 0)
        warn(message("data.ragged-rows",
                     BROTO_TEXT("core", "Lines left out because they do not have %1 values: %2. The first is line %3, "
                                        "with %4."),
                     m_dialect.width, m_ragged.count, m_ragged.firstLine, m_ragged.firstWidth));
    if (m_rowsLikeComments.count > 0)
        warn(commentsLikeRows(m_dialect.comment, m_rowsLikeComments));
    if (m_repeatedHeaders > 0)
        warn(message("data.repeated-header",
                     BROTO_TEXT("core", "Lines that name the columns once more were left out: %1."),
                     m_repeatedHeaders));
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
        warn(message("data.too-large-numbers",
                     BROTO_TEXT("core", "Values that are infinite or too large for a board count as missing: %1. The "
                                        "first column with one is \"%2\"."),
                     count, m_table.columns[first].header));
}

bool TableFiller::isOdd(const Column& column) const
{
    return m_oddColumns.contains(static_cast<std::size_t>(&column - m_table.columns.data()));
}

void TableFiller::warnOfOddCells()
{
    std::map<std::size_t, std::vector<std::pair<std::size_t, TellingCell>>> oddInLine;
    for (std::size_t i = 0; i < m_builders.size(); ++i) {
        if (const std::optional<TellingCell>& cell = m_builders[i].changedByNumbers())
            warn(keptAsText(m_table.columns[i], *cell));
        else if (const std::optional<TellingCell> odd = m_builders[i].oddOneOut())
            oddInLine[odd->line].emplace_back(i, *odd);
        else if (const std::optional<TellingCell>& mark = m_builders[i].missingMark())
            warn(missingAmongNumbers(m_table.columns[i], *mark));
    }
    const bool total = m_table.rows > 1 && sumsUp(m_lastRow.text) && m_builders.front().lastTextStandsAlone();
    if (total)
        warn(totalLine(m_lastRow));
    for (const auto& [line, cells] : oddInLine) {
        for (const auto& [column, cell] : cells)
            m_oddColumns.insert(column);
        const Column& column = m_table.columns[cells.front().first];
        if (total && line == m_lastRow.line)
            continue;
        warn(cells.size() > 1 ? oddLine(column, cells.front().second, cells.size())
                              : oddOneOut(column, cells.front().second));
    }
}

}
