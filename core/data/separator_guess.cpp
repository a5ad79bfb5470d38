#include "data/separator_guess.h"

#include "data/table_sample.h"
#include "data/time_reading.h"
#include "data/value_text.h"

#include <algorithm>

namespace broto {

namespace {

bool holdsSeparator(std::string_view text)
{
    return std::any_of(separators.begin(), separators.end(),
                       [text](char c) { return c != ' ' && text.find(c) != std::string_view::npos; });
}

bool isTyped(const std::string& cell, char separator)
{
    return isMissingText(cell) || isNumberText(cell, {'.'}) || (separator != ',' && isNumberText(cell, {','})) ||
           isDateTime(cell);
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
    const std::size_t first = records.size() > 1 ? 1 : 0;
    division.lines = records.size() - first;
    division.width = usualWidth(records);
    std::size_t cells = 0;
    std::size_t typed = 0;
    for (std::size_t i = first; i < records.size(); ++i) {
        if (records[i].cells.size() != division.width)
            continue;
        ++division.whole;
        cells += division.width;
        typed += static_cast<std::size_t>(
            std::count_if(records[i].cells.begin(), records[i].cells.end(),
                          [separator](const std::string& cell) { return isTyped(cell, separator); }));
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
        division.score *= whiteSpace;
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

}

SeparatorGuess guessSeparator(std::string_view text, char comment)
{
    SeparatorGuess best;
    Division bestDivision;
    bestDivision.score = -1;
    for (const char separator : separators) {
        TableSample sample = takeSample(text, separator, comment);
        const std::size_t titles = titlesBefore(sample.records);
        const double share = shareAfterTitles(sample, titles);
        sample.dropFirst(titles);
        Division division = divide(sample, separator);
        division.score *= share;
        if (division.score > bestDivision.score) {
            bestDivision = division;
            best.separator = separator;
        }
    }
    best.reason = reasonFor(best.separator, bestDivision);
    return best;
}

Message namedSeparator()
{
    return message("data.separator-named", BROTO_TEXT("core", "The first line of the file names it."));
}

}
