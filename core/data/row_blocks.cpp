#include "data/row_blocks.h"

#include "common/cancelled.h"
#include "data/table_sample.h"
#include "data/value_text.h"

#include <algorithm>

namespace broto {

namespace {

/// So many cells stay in the processor's cache while they are taken column by column.
constexpr std::size_t cellsPerBlock = 8192;
constexpr std::size_t mostRowsPerBlock = 4096;
/// Lines that are no rows, after which to look whether the run is to end.
constexpr std::size_t mostRecordsPerBlock = 16384;

}

RowBlocks::RowBlocks(std::string_view text, const CsvDialect& dialect, ReadingProgress& progress)
    : m_text(text.substr(dialect.begin)),
      m_separator(dialect.separator),
      m_comment(dialect.comment),
      m_reader(m_text, dialect.separator, dialect.comment, dialect.firstLine),
      m_width(dialect.width),
      m_progress(progress),
      m_header(dialect.header),
      m_rowNames(dialect.rowNames),
      m_linesBelowNames(dialect.linesBelowNames),
      m_mostRows(std::clamp<std::size_t>(cellsPerBlock / std::max<std::size_t>(m_width, 1), 1, mostRowsPerBlock))
{
}

std::vector<std::string> RowBlocks::takeHeader()
{
    std::vector<std::string> names(m_width);
    if (!m_header)
        return names;
    while (m_fields.empty() && nextRecord()) {
    }
    const std::size_t first = m_rowNames ? 1 : 0;
    std::copy_n(m_fields.begin(), std::min(m_fields.size(), m_width - first),
                names.begin() + static_cast<std::ptrdiff_t>(first));
    m_fields.clear();
    for (std::size_t i = 0; i < m_linesBelowNames; ++i) {
        while (m_fields.empty() && nextRecord()) {
        }
        m_fields.clear();
    }
    m_names = names;
    return names;
}

bool RowBlocks::next(std::size_t mostRows)
{
    m_fields.clear();
    m_lines.clear();
    m_reader.forgetFields();
    mostRows = std::min(mostRows, m_mostRows);
    while (m_lines.empty() && !m_ended && !m_problem && mostRows > 0) {
        if (m_progress.stopRequested()) {
            m_problem = cancelledByUser();
            break;
        }
        m_progress.report(m_reader.position());
        for (std::size_t i = 0; i < mostRecordsPerBlock && m_lines.size() < mostRows; ++i) {
            const std::size_t begin = m_fields.size();
            if (!nextRecord())
                break;
            if (m_fields.size() > begin)
                takeRecord(begin);
        }
    }
    return !m_lines.empty();
}

/// Appends the fields of the next record, none for what is no record. False where there are no more.
bool RowBlocks::nextRecord()
{
    switch (m_reader.next(m_fields)) {
    case RecordReader::Outcome::Record:
        return true;
    case RecordReader::Outcome::Nothing:
        noteComment();
        return true;
    case RecordReader::Outcome::End:
        m_ended = true;
        return false;
    case RecordReader::Outcome::OpenQuote:
        m_problem = openQuoteError(m_reader.quoteLine());
        return false;
    case RecordReader::Outcome::TooLong:
        m_problem = tooLongError(m_reader.line());
        return false;
    }
    return false;
}

void RowBlocks::takeRecord(std::size_t begin)
{
    const std::size_t width = m_fields.size() - begin;
    if (width == m_width || (width > m_width && surplusIsEmpty(begin))) {
        m_fields.resize(begin + m_width);
        if (repeatsNames(begin)) {
            m_fields.resize(begin);
            ++m_repeatedHeaders;
            return;
        }
        m_lines.push_back(m_reader.line());
        m_anyRow = true;
        return;
    }
    m_fields.resize(begin);
    if (m_ragged.count++ == 0) {
        m_ragged.firstLine = m_reader.line();
        m_ragged.firstWidth = width;
    }
}

void RowBlocks::noteComment()
{
    if (!m_comment || !m_anyRow || m_width < 2 || m_separator == ' ')
        return;
    const std::string_view line = m_text.substr(m_reader.recordBegin(), m_reader.position() - m_reader.recordBegin());
    const auto found = static_cast<std::size_t>(std::count(line.begin(), line.end(), m_separator));
    if (found + 1 == m_width && trimmed(line).starts_with(m_comment) && m_rowsLikeComments.count++ == 0)
        m_rowsLikeComments.firstLine = m_reader.line();
}

/// Joined files bring their names again. What is named by its values alone would never do so.
bool RowBlocks::repeatsNames(std::size_t begin) const
{
    return !m_names.empty() && m_fields[begin] == m_names.front() &&
           std::equal(m_names.begin(), m_names.end(), m_fields.begin() + static_cast<std::ptrdiff_t>(begin)) &&
           std::any_of(m_names.begin(), m_names.end(), [](const std::string& name) { return !name.empty(); });
}

/// Nothing is lost with empty values at a line's end.
bool RowBlocks::surplusIsEmpty(std::size_t begin) const
{
    return std::all_of(m_fields.begin() + static_cast<std::ptrdiff_t>(begin + m_width), m_fields.end(),
                       [](std::string_view field) { return field.empty(); });
}

}
