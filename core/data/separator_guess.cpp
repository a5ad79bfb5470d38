#include "data/separator_guess.h"

#include "data/cell_units.h"
#include "data/preamble.h"
#include "data/table_sample.h"
#include "data/time_reading.h"
#include "data/value_text.h"

#include <algorithm>
#include <vector>

namespace broto {

namespace {

bool holdsSeparator(std::string_view text)
{
    return std::any_of(separators.begin(), separators.end(),
                       [text](char c) { return c != ' ' && text.find(c) != std::string_view::npos; });
}

bool isNumber(std::string_view text, char separator)
{
    return isNumberText(text, {'.'}) || (separator != ',' && isNumberText(text, {','}));
}

bool isTyped(const std::string& cell, char separator)
{
    if (isMissingText(cell) || isNumber(cell, separator) || isDateTime(cell))
        return true;
    const std::optional<NumberWithUnit> withUnit = numberWithUnit(cell);
    const std::optional<NumberWithLabel> withLabel = numberWithLabel(cell);
    return (withUnit && isNumber(withUnit->number, separator)) || (withLabel && isNumber(withLabel->number, separator));
}

/// Whether every comma of the records stands between two digits, as decimal commas do, and there are some.
bool commasMayBeDecimal(const std::vector<SampleRecord>& dividedByCommas)
{
    const auto isWithinNumber = [](const SampleRecord& record) {
        for (std::size_t i = 0; i + 1 < record.cells.size(); ++i) {
            const std::string& before = record.cells[i];
            const std::string& behind = record.cells[i + 1];
            if (before.empty() || behind.empty() || !isDigit(before.back()) || !isDigit(behind.front()))
                return false;
        }
        return true;
    };
    return std::all_of(dividedByCommas.begin(), dividedByCommas.end(), isWithinNumber);
}

/// What the sample's records are like when a separator divides them.
struct Division {
    std::size_t lines = 0; ///< the first left out: it may hold names
    std::size_t width = 0;
    std::size_t whole = 0; ///< lines of that width
    double score = 0;
};

Division divide(const TableSample& sample, char separator)
{
    const std::vector<SampleRecord>& records = sample.records;
    Division division;
    if (records.empty())
        return division;
    constexpr double oneColumn = 0.55;  // not separated at all is the weakest explanation
    constexpr double otherHeader = 0.4; // names and values should be as many
    constexpr double whiteSpace = 0.9;  // stands in texts as well
    constexpr double undivided = 0.4;   // and leaves together what another separator divides
    const std::size_t first = records.size() > 1 ? 1 : 0;
    division.lines = records.size() - first;
    division.width = usualWidth(records);
    std::size_t cells = 0;
    std::size_t typed = 0;
    std::size_t linesUndivided = 0;
    for (std::size_t i = first; i < records.size(); ++i) {
        if (records[i].cells.size() != division.width)
            continue;
        ++division.whole;
        cells += division.width;
        bool isUndivided = false;
        for (const std::string& cell : records[i].cells) {
            const bool value = isTyped(cell, separator);
            typed += value;
            isUndivided |= !value && holdsSeparator(cell);
        }
        linesUndivided += isUndivided;
    }
    if (cells == 0)
        return division;
    division.score = static_cast<double>(division.whole) / static_cast<double>(division.lines);
    division.score *= 1 + static_cast<double>(typed) / static_cast<double>(cells);
    if (division.width == 1 && typed < cells)
        division.score *= oneColumn;
    const std::vector<std::string>& front = records.front().cells;
    if (front.size() != division.width || (division.width == 1 && holdsSeparator(front.front())))
        division.score *= otherHeader;
    if (separator == ' ')
        division.score *= 2 * linesUndivided > division.whole ? undivided : whiteSpace;
    return division;
}

/// Lines left out above the table speak against a separator, and all the more when others stand in them: they may well
/// be the names.
double shareAfterTitles(const TableSample& sample, std::size_t titles)
{
    constexpr double anyTitle = 0.8;
    constexpr double dividedTitle = 0.4;
    const auto end = sample.records.begin() + static_cast<std::ptrdiff_t>(titles);
    const bool divided = std::any_of(sample.records.begin(), end, [](const SampleRecord& record) {
        return std::any_of(record.cells.begin(), record.cells.end(),
                           [](const std::string& cell) { return holdsSeparator(cell); });
    });
    return titles == 0 ? 1 : divided ? dividedTitle : anyTitle;
}

struct Candidate {
    char separator = ',';
    Division division;
    bool isEven = false;          ///< divides all lines into as many values, the first one too
    bool isWithinNumbers = false; ///< a comma that may be nothing but the decimal sign
};

Candidate candidateFor(std::string_view text, char separator, char comment)
{
    TableSample sample = takeSample(text, separator, comment);
    const std::size_t titles = linesBeforeTable(sample.records);
    const double share = shareAfterTitles(sample, titles);
    sample.dropFirst(titles);
    Candidate candidate{separator, divide(sample, separator)};
    const Division& division = candidate.division;
    candidate.isEven =
        division.width > 1 && division.whole == division.lines && sample.records.front().cells.size() == division.width;
    candidate.isWithinNumbers = separator == ',' && commasMayBeDecimal(sample.records);
    candidate.division.score *= share;
    return candidate;
}

Message reasonFor(char separator, const Division& division)
{
    const std::size_t whole = division.whole;
    const std::size_t lines = division.lines;
    const std::size_t width = division.width;
    if (width <= 1)
        return message("data.separator-none",
                       BROTO_TEXT("core", "One column: nothing divides the lines looked at alike."));
    switch (separator) {
    case ';':
        return message("data.separator-semicolon",
                       BROTO_TEXT("core", "Semicolons: they divide %1 of %2 lines looked at into %3 values."), whole,
                       lines, width);
    case '\t':
        return message("data.separator-tab",
                       BROTO_TEXT("core", "Tabs: they divide %1 of %2 lines looked at into %3 values."), whole, lines,
                       width);
    case '|':
        return message("data.separator-bar",
                       BROTO_TEXT("core", "Vertical bars: they divide %1 of %2 lines looked at into %3 values."), whole,
                       lines, width);
    case ' ':
        return message("data.separator-space",
                       BROTO_TEXT("core", "White space: it divides %1 of %2 lines looked at into %3 values."), whole,
                       lines, width);
    default:
        return message("data.separator-comma",
                       BROTO_TEXT("core", "Commas: they divide %1 of %2 lines looked at into %3 values."), whole, lines,
                       width);
    }
}

Message reasonOverCommas(char separator, const Division& division)
{
    if (separator == ';')
        return message("data.separator-semicolon-not-comma",
                       BROTO_TEXT("core", "Semicolons: they divide all lines looked at into %1 values. Commas stand "
                                          "between digits alone and are taken for decimal signs."),
                       division.width);
    if (separator == '\t')
        return message("data.separator-tab-not-comma",
                       BROTO_TEXT("core", "Tabs: they divide all lines looked at into %1 values. Commas stand between "
                                          "digits alone and are taken for decimal signs."),
                       division.width);
    return reasonFor(separator, division);
}

}

SeparatorGuess guessSeparator(std::string_view text, char comment)
{
    std::vector<Candidate> candidates;
    for (const char separator : separators)
        candidates.push_back(candidateFor(text, separator, comment));
    const Candidate& best =
        *std::max_element(candidates.begin(), candidates.end(),
                          [](const Candidate& a, const Candidate& b) { return a.division.score < b.division.score; });
    const auto rival = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& other) {
        return other.isEven && !other.isWithinNumbers && other.separator != ' ';
    });
    if (rival != candidates.end() && best.isWithinNumbers)
        return {rival->separator, reasonOverCommas(rival->separator, rival->division)};
    return {best.separator, reasonFor(best.separator, best.division)};
}

Message namedSeparator()
{
    return message("data.separator-named", BROTO_TEXT("core", "The first line of the file names it."));
}

}
