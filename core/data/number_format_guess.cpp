#include "data/number_format_guess.h"

#include "data/cell_units.h"
#include "data/reading_reasons.h"
#include "data/value_text.h"

#include <algorithm>
#include <tuple>

namespace broto {

namespace {

bool mayBeNumber(std::string_view cell)
{
    return numberFormOf(cell).kind != NumberForm::Kind::NotANumber;
}

Message numbersSuchAs(char decimal, std::string_view example)
{
    if (decimal == ',')
        return message("data.decimal-comma", BROTO_TEXT("core", "Comma: there are numbers such as %1."), example);
    return message("data.decimal-point", BROTO_TEXT("core", "Point: there are numbers such as %1."), example);
}

Message couldBeEither(char decimal, std::string_view example)
{
    if (decimal == ',')
        return message("data.decimal-comma-uncertain",
                       BROTO_TEXT("core", "Comma: %1 is taken as a fraction. It could also be a whole number with its "
                                          "thousands set apart; choose so if it is."),
                       example);
    return message("data.decimal-point-uncertain",
                   BROTO_TEXT("core", "Point: %1 is taken as a fraction. It could also be a whole number with its "
                                      "thousands set apart; choose so if it is."),
                   example);
}

Message noFraction()
{
    return message("data.decimal-unknown", BROTO_TEXT("core", "Point: no number looked at has a fraction."));
}

Message otherMarkGroups(std::string_view example)
{
    return message("data.decimal-other", BROTO_TEXT("core", "The other mark sets thousands apart, as in %1."), example);
}

Message otherMarkChosen()
{
    return message("data.decimal-not-grouping",
                   BROTO_TEXT("core", "The other mark was chosen to set thousands apart."));
}

Message thousandsApart(std::string_view example)
{
    return message("data.grouping-seen", BROTO_TEXT("core", "Thousands are set apart, as in %1."), example);
}

Message nothingApart()
{
    return message("data.grouping-none", BROTO_TEXT("core", "No number looked at has its thousands set apart."));
}

}

void NumberFormatEvidence::Seen::note(std::string_view cell)
{
    if (count++ == 0)
        example = cell;
}

const NumberFormatEvidence::Mark& NumberFormatEvidence::seen(char mark) const
{
    return *std::find_if(m_marks.begin(), m_marks.end(), [mark](const Mark& m) { return m.mark == mark; });
}

void NumberFormatEvidence::add(std::string_view cell)
{
    const NumberForm form = numberFormOf(cell);
    for (Mark& mark : m_marks) {
        if (form.kind == NumberForm::Kind::Either && form.decimal == mark.mark)
            mark.either.note(cell);
        if (form.kind == NumberForm::Kind::Marked && form.decimal == mark.mark)
            mark.decimal.note(cell);
        if (form.kind == NumberForm::Kind::Marked && form.grouping == mark.mark)
            mark.grouping.note(cell);
    }
}

void NumberFormatEvidence::add(const std::vector<SampleRecord>& records)
{
    const std::size_t width = usualWidth(records);
    for (std::size_t column = 0; column < width; ++column) {
        std::vector<std::string> numbers;
        std::size_t others = 0;
        for (std::size_t row = records.size() > 1 ? 1 : 0; row < records.size(); ++row) {
            if (column >= records[row].cells.size() || isMissingText(records[row].cells[column]))
                continue;
            const std::string& cell = records[row].cells[column];
            const std::optional<NumberWithUnit> withUnit = numberWithUnit(cell);
            const std::optional<NumberWithLabel> withLabel = numberWithLabel(cell);
            if (mayBeNumber(cell))
                numbers.push_back(cell);
            else if (withUnit && mayBeNumber(withUnit->number))
                numbers.push_back(withUnit->number);
            else if (withLabel)
                numbers.push_back(withLabel->number);
            else
                ++others;
        }
        if (numbers.size() >= others)
            std::for_each(numbers.begin(), numbers.end(), [this](const std::string& cell) { add(cell); });
    }
}

std::pair<char, Message> NumberFormatEvidence::decimalFor(char separator) const
{
    const Mark& point = seen('.');
    const Mark& comma = seen(',');
    if (comma.decimal.count > point.decimal.count)
        return {',', numbersSuchAs(',', comma.decimal.example)};
    if (point.decimal.count > 0)
        return {'.', numbersSuchAs('.', point.decimal.example)};
    if (point.grouping.count > comma.grouping.count)
        return {',', otherMarkGroups(point.grouping.example)};
    if (comma.grouping.count > 0)
        return {'.', otherMarkGroups(comma.grouping.example)};
    // Semicolons are used where the comma is the decimal mark; otherwise a thousand must not become a one.
    if (separator == ';' && comma.either.count > 0)
        return {',', couldBeEither(',', comma.either.example)};
    if (comma.either.count > 0 && point.either.count == 0)
        return {'.', otherMarkGroups(comma.either.example)};
    if (point.either.count > 0)
        return {'.', couldBeEither('.', point.either.example)};
    return {'.', noFraction()};
}

std::pair<char, Message> NumberFormatEvidence::groupingFor(char separator, char decimal) const
{
    const Mark* best = nullptr;
    std::size_t most = 0;
    for (const Mark& mark : m_marks) {
        const std::size_t count = mark.grouping.count + mark.either.count;
        const bool separates = mark.mark == ' ' && separator == ' ';
        if (mark.mark == decimal || separates || count <= most)
            continue;
        best = &mark;
        most = count;
    }
    if (!best)
        return {0, nothingApart()};
    return {best->mark, thousandsApart(best->grouping.count > 0 ? best->grouping.example : best->either.example)};
}

NumberFormatGuess NumberFormatEvidence::guess(char separator, const ReadOptions& options) const
{
    NumberFormatGuess guess;
    std::tie(guess.format.decimal, guess.decimalReason) =
        options.decimal ? std::pair(*options.decimal, chosenByPerson()) : decimalFor(separator);
    if (!options.decimal && options.grouping == guess.format.decimal) {
        guess.format.decimal = guess.format.decimal == ',' ? '.' : ',';
        guess.decimalReason = otherMarkChosen();
    }
    std::tie(guess.format.grouping, guess.groupingReason) = options.grouping
                                                                ? std::pair(*options.grouping, chosenByPerson())
                                                                : groupingFor(separator, guess.format.decimal);
    return guess;
}

NumberFormatInUse::NumberFormatInUse(const NumberFormatEvidence& evidence, char separator, const ReadOptions& options)
    : m_evidence(evidence), m_separator(separator), m_options(options), m_guess(evidence.guess(separator, options))
{
}

void NumberFormatInUse::consider(std::string_view cell)
{
    if (m_starts >= mostStarts || !mayBeNumber(cell))
        return;
    m_evidence.add(cell);
    const NumberFormat better = m_evidence.guess(m_separator, m_options).format;
    m_overturned |= better.decimal != m_guess.format.decimal ? !m_confirmed : better != m_guess.format;
}

void NumberFormatInUse::startAgain()
{
    m_guess = m_evidence.guess(m_separator, m_options);
    m_confirmed = false;
    m_overturned = false;
    ++m_starts;
}

}
