#include "device/line_values.h"

#include "data/cell_units.h"
#include "data/column_names.h"
#include "data/number_form.h"
#include "data/value_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace broto {

namespace {

constexpr std::string_view labelMarks = ":=";
constexpr std::string_view lineBlanks = " \t";

bool endsWithMark(std::string_view text)
{
    return !text.empty() && labelMarks.find(text.back()) != std::string_view::npos;
}

bool beginsWithMark(std::string_view text)
{
    return !text.empty() && labelMarks.find(text.front()) != std::string_view::npos;
}

bool hasMark(std::string_view text)
{
    return text.find_first_of(labelMarks) != std::string_view::npos;
}

/// What stands for a number that a sensor did not give: words of it, not a lonely sign.
bool isAbsentNumber(std::string_view cell)
{
    return cell.empty() || (cell.find_first_not_of("-?.#") != std::string_view::npos &&
                            (isMissingText(cell) || isMissingAmongNumbers(cell)));
}

/// No board sets thousands apart.
std::optional<double> deviceNumber(std::string_view text)
{
    const NumberForm form = numberFormOf(text);
    if (form.grouping != 0)
        return std::nullopt;
    const NumberReading reading = readNumber(text, form.decimal == ',' ? ',' : '.');
    switch (reading.kind) {
    case NumberKind::NotANumber:
        return std::nullopt;
    case NumberKind::Finite:
        return reading.number;
    case NumberKind::TooLarge:
        return std::numeric_limits<double>::quiet_NaN();
    }
    return std::nullopt;
}

/// "temp: nan", which is no number with a label.
std::optional<LineNumber> absentWithLabel(std::string_view cell)
{
    const std::size_t mark = cell.find_first_of(labelMarks);
    if (mark == std::string_view::npos || mark == 0 || isDigit(cell.front()))
        return std::nullopt;
    const std::string_view behind = trimmed(cell.substr(mark + 1));
    if (behind.empty() || !isAbsentNumber(behind.substr(0, behind.find_first_of(lineBlanks))))
        return std::nullopt;
    return LineNumber{std::string(trimmed(cell.substr(0, mark))), {}, std::numeric_limits<double>::quiet_NaN()};
}

std::optional<LineNumber> numberInCell(std::string_view cell)
{
    if (const std::optional<NumberWithLabel> labelled = numberWithLabel(cell)) {
        const std::optional<double> number = deviceNumber(labelled->number);
        return number ? std::optional(LineNumber{std::string(labelled->label), std::string(labelled->unit), *number})
                      : std::nullopt;
    }
    if (const std::optional<double> number = deviceNumber(cell))
        return LineNumber{{}, {}, *number};
    if (const std::optional<NumberWithUnit> withUnit = numberWithUnit(cell); withUnit && !withUnit->inParentheses) {
        const std::optional<double> number = deviceNumber(withUnit->number);
        return number ? std::optional(LineNumber{{}, std::string(withUnit->unit), *number}) : std::nullopt;
    }
    if (isAbsentNumber(cell))
        return LineNumber{{}, {}, std::numeric_limits<double>::quiet_NaN()};
    return absentWithLabel(cell);
}

using LineCells = std::vector<std::string>;

/// Empty: one of them is no number, or only some have labels.
std::vector<LineNumber> numbersInCells(const LineCells& cells)
{
    std::vector<LineNumber> numbers;
    if (cells.size() > mostNumbersOfLine)
        return {};
    for (const std::string& cell : cells) {
        std::optional<LineNumber> number = numberInCell(cell);
        if (!number || (!numbers.empty() && number->label.empty() != numbers.front().label.empty()))
            return {};
        numbers.push_back(*std::move(number));
    }
    const bool any = std::ranges::any_of(
        numbers, [](const LineNumber& each) { return !each.label.empty() || !std::isnan(each.number); });
    return any ? numbers : std::vector<LineNumber>();
}

/// At every separator. One at the end of a line ends it and divides nothing.
LineCells cellsBetween(std::string_view line, std::string_view separator)
{
    LineCells cells;
    for (;;) {
        const std::size_t end = line.find(separator);
        cells.emplace_back(trimmed(line.substr(0, end)));
        if (end == std::string_view::npos)
            break;
        line.remove_prefix(end + separator.size());
    }
    if (cells.size() > 1 && cells.back().empty())
        cells.pop_back();
    return cells;
}

/// "1,5, 2,5": some commas have a blank behind them and others do not, and there is no point.
bool commasDiffer(std::string_view line)
{
    std::size_t apart = 0, together = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        if (line[i] == ',')
            ++(isBlank(line[i + 1]) ? apart : together);
    return apart > 0 && together > 0 && line.find('.') == std::string_view::npos;
}

std::vector<std::string_view> wordsIn(std::string_view line)
{
    std::vector<std::string_view> words;
    for (;;) {
        const std::size_t begin = line.find_first_not_of(lineBlanks);
        if (begin == std::string_view::npos)
            return words;
        line.remove_prefix(begin);
        const std::size_t end = std::min(line.find_first_of(lineBlanks), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
}

/// Joins words to cells: a label, its mark, the number and its unit may stand apart. Lonely bars and dashes divide.
class JoinedWords {
public:
    /// Nothing: there are words that belong to no number.
    std::optional<LineCells> of(std::string_view line)
    {
        const std::vector<std::string_view> words = wordsIn(line);
        for (std::size_t i = 0; i < words.size(); ++i)
            take(words[i], i + 1 < words.size() && beginsWithMark(words[i + 1]));
        const bool complete = m_label.empty() && (m_cells.empty() || !endsWithMark(m_cells.back()));
        return complete ? std::optional(std::move(m_cells)) : std::nullopt;
    }

private:
    void take(std::string_view word, bool markFollows)
    {
        const bool valueIsDue = !m_cells.empty() && endsWithMark(m_cells.back());
        if (valueIsDue) {
            m_cells.back().append(" ").append(word);
            m_unitMayFollow = true;
        } else if (word.find_first_not_of('-') == std::string_view::npos || word == "|") {
            m_unitMayFollow = false;
        } else if (hasMark(word)) {
            begin(m_label.empty() ? std::string(word) : m_label + " " + std::string(word));
            m_label.clear();
        } else if (!markFollows && m_unitMayFollow && isUnit(unitIn(word))) {
            m_cells.back().append(" ").append(word);
            m_unitMayFollow = false;
        } else if (!markFollows && m_label.empty() && numberInCell(word)) {
            begin(std::string(word));
        } else {
            m_label.append(m_label.empty() ? "" : " ").append(word);
        }
    }

    void begin(std::string cell)
    {
        m_unitMayFollow = !endsWithMark(cell) && isDigit(cell.back());
        m_cells.push_back(std::move(cell));
    }

    LineCells m_cells;
    std::string m_label; ///< words that wait for their mark
    bool m_unitMayFollow = false;
};

/// A comma behind a word divides as its blank does.
std::string withoutCommasAtWords(std::string_view line)
{
    std::string text(line);
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == ',' && (i + 1 == text.size() || isBlank(text[i + 1])))
            text[i] = ' ';
    return text;
}

/// What is inside the braces of JSON, "temp":20.5,"hum":60, as others write it.
std::string withoutQuotes(std::string_view inside)
{
    std::string text(inside);
    std::erase(text, '"');
    return text;
}

std::vector<LineNumber> numbersInWords(std::string_view line)
{
    const std::optional<LineCells> cells = JoinedWords().of(line);
    return cells ? numbersInCells(*cells) : std::vector<LineNumber>();
}

std::vector<LineNumber> numbersInText(std::string_view line)
{
    if (line.find_first_of("0123456789") == std::string_view::npos && !hasMark(line))
        return {};
    for (const char separator : {';', '|'})
        if (line.find(separator) != std::string_view::npos)
            return numbersInCells(cellsBetween(line, std::string_view(&separator, 1)));
    if (commasDiffer(line))
        if (std::vector<LineNumber> numbers = numbersInCells(cellsBetween(line, ", ")); !numbers.empty())
            return numbers;
    if (line.find(',') != std::string_view::npos)
        if (std::vector<LineNumber> numbers = numbersInCells(cellsBetween(line, ",")); !numbers.empty())
            return numbers;
    return numbersInWords(withoutCommasAtWords(line));
}

}

std::vector<LineNumber> numbersIn(std::string_view line)
{
    line = trimmed(line);
    if (line.size() > 1 && line.starts_with('{') && line.ends_with('}'))
        return numbersInText(withoutQuotes(line.substr(1, line.size() - 2)));
    return numbersInText(line);
}

std::vector<std::string> namesIn(std::string_view line)
{
    constexpr std::size_t longestName = 64;
    line = trimmed(line);
    const std::size_t separator = line.find_first_of(";,\t");
    if (separator == std::string_view::npos)
        return {};
    const LineCells names = cellsBetween(line, line.substr(separator, 1));
    const bool good = names.size() > 1 && names.size() <= mostNumbersOfLine &&
                      std::ranges::all_of(names, [](const std::string& name) {
                          return !name.empty() && name.size() <= longestName && !isDigit(name.front()) &&
                                 name.front() != '-' && !hasMark(name) && !numberInCell(name);
                      });
    return good ? names : LineCells();
}

}
