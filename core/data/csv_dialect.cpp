#include "data/csv_dialect.h"

#include "data/cell_units.h"
#include "data/column_names.h"
#include "data/comment_guess.h"
#include "data/preamble.h"
#include "data/reading_reasons.h"
#include "data/separator_guess.h"
#include "data/value_text.h"

#include <algorithm>
#include <set>

namespace broto {

using namespace std::string_view_literals;

namespace {

Message separatorError(char separator)
{
    return message("data.separator",
                   BROTO_TEXT("core", "The separator \"%1\" cannot separate numbers. Choose a "
                                      "comma, a semicolon, a tab, a vertical bar or white space."),
                   std::string(1, separator));
}

std::optional<Message> problemWith(const ReadOptions& options)
{
    const char separator = options.separator.value_or(',');
    const char decimal = options.decimal.value_or('.');
    const char grouping = options.grouping.value_or(0);
    const char comment = options.comment.value_or(0);
    constexpr std::string_view forbidden = "\0\"\r\n+-.0123456789eE"sv;
    if (forbidden.find(separator) != std::string_view::npos || static_cast<unsigned char>(separator) >= 0x80)
        return separatorError(separator);
    if (decimal != '.' && decimal != ',')
        return message("data.decimal",
                       BROTO_TEXT("core", "The decimal mark \"%1\" is not known. Choose a point or a comma."),
                       std::string(1, decimal));
    if (grouping && ".,' "sv.find(grouping) == std::string_view::npos)
        return message("data.grouping",
                       BROTO_TEXT("core", "\"%1\" cannot set thousands apart. Choose a point, a comma, a space, an "
                                          "apostrophe or none."),
                       std::string(1, grouping));
    if (options.decimal && grouping == decimal)
        return message("data.grouping-is-decimal",
                       BROTO_TEXT("core", "\"%1\" cannot be the decimal mark and set thousands apart as well. Choose "
                                          "another one for either."),
                       std::string(1, decimal));
    if (comment && std::find(commentMarks.begin(), commentMarks.end(), comment) == commentMarks.end())
        return message("data.comment-mark",
                       BROTO_TEXT("core", "Comments cannot begin with \"%1\". Choose #, % or //, or none."),
                       std::string(1, comment));
    return std::nullopt;
}

/// A line such as "sep=;" is for spreadsheets: it names the separator and is no part of the table.
std::optional<char> takeSeparatorLine(std::string_view text, CsvDialect& dialect)
{
    const std::size_t end = text.find_first_of("\r\n");
    std::string_view line = text.substr(0, end);
    if (line.size() > 2 && line.starts_with('"') && line.ends_with('"'))
        line = line.substr(1, line.size() - 2);
    if (end == std::string_view::npos || !line.starts_with("sep=") || line.size() != 5)
        return std::nullopt;
    dialect.begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    dialect.firstLine = 2;
    return std::find(separators.begin(), separators.end(), line[4]) != separators.end() ? std::optional(line[4])
                                                                                        : std::nullopt;
}

/// The header's width, unless header or rows end in values that are all empty.
std::size_t widthOf(const std::vector<SampleRecord>& records, bool header)
{
    const std::size_t usual = usualWidth(records);
    if (!header || records.size() < 2)
        return usual;
    const std::vector<std::string>& names = records.front().cells;
    const auto emptyFrom = [](const std::vector<std::string>& record, std::size_t begin) {
        return std::all_of(record.begin() + static_cast<std::ptrdiff_t>(begin), record.end(),
                           [](const std::string& cell) { return cell.empty(); });
    };
    if (names.size() > usual)
        return emptyFrom(names, usual) ? usual : names.size();
    const bool rowsEndEmpty = std::all_of(records.begin() + 1, records.end(), [&](const SampleRecord& record) {
        return record.cells.size() != usual || emptyFrom(record.cells, names.size());
    });
    return rowsEndEmpty ? usual : names.size();
}

/// Statistics programs write the rows' names first, and no name above them: every row then has a value more than there
/// are names. Those are texts that all differ, or count the rows; anything else may be a decimal comma that separates.
bool rowsHaveNames(const std::vector<SampleRecord>& records)
{
    const std::size_t width = records.front().cells.size() + 1;
    std::set<std::string_view> names;
    std::size_t counting = 0;
    std::size_t numbers = 0;
    for (std::size_t i = 1; i < records.size(); ++i) {
        const std::vector<std::string>& cells = records[i].cells;
        if (cells.size() != width || cells.back().empty() || !names.insert(cells.front()).second)
            return false;
        counting += cells.front() == std::to_string(i) || cells.front() == std::to_string(i - 1);
        numbers += isNumberText(cells.front(), {}) || isNumberText(cells.front(), {','});
    }
    return names.size() > 1 && (numbers == 0 || counting == names.size());
}

/// Whether the second record holds units, as instruments write them below the names: nothing else, and numbers below.
bool holdsUnits(const std::vector<SampleRecord>& records, const NumberFormat& format)
{
    if (records.size() < 3)
        return false;
    const std::vector<std::string>& cells = records[1].cells;
    std::size_t above = 0;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (cells[column].empty())
            continue;
        if (!isUnit(unitIn(cells[column])) || isNumberText(cells[column], format))
            return false;
        for (std::size_t row = 2; row < records.size(); ++row) {
            const std::vector<std::string>& below = records[row].cells;
            if (column < below.size() && !isMissingText(below[column]) && !isNumberText(below[column], format))
                return false;
        }
        ++above;
    }
    return above > 0;
}

Message unitsBelowNames()
{
    return message("data.header-units", BROTO_TEXT("core", "The first line holds names, and the second their units."));
}

Message headerReason(bool header, bool textsAlone, bool inComment)
{
    if (inComment)
        return message(
            "data.header-in-comment",
            BROTO_TEXT("core", "The last comment before the table holds as many names as there are columns."));
    if (!header)
        return message("data.header-none",
                       BROTO_TEXT("core", "No names: the first line holds values like those below it."));
    if (textsAlone)
        return message("data.header-texts",
                       BROTO_TEXT("core", "The first line is taken for names, for it holds no number and no date."));
    return message("data.header-names",
                   BROTO_TEXT("core", "The first line holds names: there are numbers or dates below them."));
}

/// Finds out one thing after another, each with what is known before.
class DialectFinder {
public:
    DialectFinder(std::string_view text, const ReadOptions& options, const std::optional<SeparatorGuess>& separator)
        : m_text(text), m_options(options), m_separator(separator)
    {
    }

    Result<CsvDialect> find()
    {
        const std::optional<char> named = takeSeparatorLine(m_text, m_dialect);
        findComments(named);
        findSeparator(named);
        TableSample sample = takeSample(rest(), m_dialect.separator, m_dialect.comment, m_dialect.firstLine);
        // Behind whole records it is met again when they are read.
        if (sample.records.empty())
            return sample.problem ? *sample.problem : noRowsError();
        m_dialect.bytesPerRow = std::max<std::size_t>(1, sample.bytes / sample.records.size());
        passTitles(sample);
        m_dialect.numbers.add(sample.records);
        findHeader(sample);
        const bool headerAbove = m_dialect.header && !m_namesInComment;
        m_dialect.rowNames = headerAbove && rowsHaveNames(sample.records);
        m_dialect.width = m_dialect.rowNames ? usualWidth(sample.records) : widthOf(sample.records, headerAbove);
        if (m_dialect.width > mostColumns)
            return message(
                "data.too-many-columns",
                BROTO_TEXT("core", "The table has more than %1 columns, which cannot be read. Check the separator."),
                mostColumns);
        return std::move(m_dialect);
    }

private:
    std::string_view rest() const { return m_text.substr(m_dialect.begin); }

    void tell(ReadingGuess::About about, bool chosen, Message reason)
    {
        m_dialect.guesses.push_back({about, chosen, chosen ? chosenByPerson() : std::move(reason)});
    }

    void findComments(std::optional<char> named)
    {
        CommentGuess guess;
        if (m_options.comment)
            guess.mark = *m_options.comment;
        else
            guess = guessComments(rest(), m_options.separator ? m_options.separator : named, m_dialect.firstLine);
        m_dialect.comment = guess.mark;
        tell(ReadingGuess::About::Comments, m_options.comment.has_value(), std::move(guess.reason));
    }

    void findSeparator(std::optional<char> named)
    {
        SeparatorGuess guess;
        if (m_options.separator)
            guess.separator = *m_options.separator;
        else if (m_separator)
            guess = *m_separator;
        else if (named)
            guess = {*named, namedSeparator()};
        else
            guess = guessSeparator(rest(), m_dialect.comment);
        m_dialect.separator = guess.separator;
        tell(ReadingGuess::About::Separator, m_options.separator.has_value(), std::move(guess.reason));
    }

    void passTitles(TableSample& sample)
    {
        const std::size_t titles = linesBeforeTable(sample.records);
        if (titles == 0)
            return;
        m_dialect.warnings.push_back(message(
            "data.title-lines",
            BROTO_TEXT("core",
                       "Lines above the table that are no part of it were left out: %1. The table begins in line "
                       "%2."),
            titles, sample.records[titles].line));
        m_preamble.assign(sample.records.begin(), sample.records.begin() + static_cast<std::ptrdiff_t>(titles));
        sample.dropFirst(titles);
        startAt(sample.records.front().begin, sample.records.front().line, sample);
    }

    void findHeader(TableSample& sample)
    {
        // As the sample alone has it: what later lines tell of decimal signs must not find another header when the
        // table is read again by it.
        const NumberFormat format = m_dialect.numbers.guess(m_dialect.separator, {}).format;
        const std::size_t below = linesBelowNames(m_preamble, sample.records);
        const bool unitsBelow = below == 0 ? holdsUnits(sample.records, format) : below > 1;
        const bool looksSo = unitsBelow || below > 0 || looksLikeHeader(sample.records, format);
        const bool textsAlone = sample.records.size() > 1 && looksSo && !looksLikeNames(sample, format);
        m_dialect.header = m_options.header.value_or(looksSo);
        if (!looksSo && m_options.header.value_or(true))
            takeNamesInComment(sample);
        if (m_dialect.header && !m_namesInComment) {
            m_dialect.linesBelowNames = unitsBelow ? std::max<std::size_t>(below, 1) : below;
            if (unitsBelow)
                m_dialect.units = sample.records[1].cells;
        }
        tell(ReadingGuess::About::Header, m_options.header.has_value(),
             !m_dialect.units.empty() ? unitsBelowNames()
                                      : headerReason(m_dialect.header, textsAlone, m_namesInComment));
    }

    static bool looksLikeNames(const TableSample& sample, const NumberFormat& format)
    {
        return std::any_of(sample.records.begin() + 1, sample.records.end(), [&](const SampleRecord& record) {
            return std::any_of(record.cells.begin(), record.cells.end(), [&](const std::string& cell) {
                return isNumberText(cell, format) || numberWithUnit(cell).has_value();
            });
        });
    }

    void takeNamesInComment(TableSample& sample)
    {
        const std::optional<NamesPlace> names =
            namesInComment(rest(), m_dialect.comment, m_dialect.separator, m_dialect.firstLine, sample.records);
        if (!names)
            return;
        m_namesInComment = true;
        m_dialect.header = true;
        startAt(names->begin, names->line, sample);
    }

    void startAt(std::size_t begin, std::size_t line, TableSample& sample)
    {
        for (SampleRecord& record : sample.records)
            record.begin -= std::min(begin, record.begin);
        m_dialect.begin += begin;
        m_dialect.firstLine = line;
    }

    std::string_view m_text;
    const ReadOptions& m_options;
    const std::optional<SeparatorGuess>& m_separator;
    CsvDialect m_dialect;
    std::vector<SampleRecord> m_preamble;
    bool m_namesInComment = false;
};

}

Message noRowsError()
{
    return message("data.no-rows",
                   BROTO_TEXT("core", "The table has no rows. Choose a CSV file with at least one row of values."));
}

Result<CsvDialect> findDialect(std::string_view text, const ReadOptions& options,
                               const std::optional<SeparatorGuess>& separator)
{
    if (std::optional<Message> problem = problemWith(options))
        return *std::move(problem);
    return DialectFinder(text, options, separator).find();
}

}
