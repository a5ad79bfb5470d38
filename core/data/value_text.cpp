#include "data/value_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace broto {

namespace {

constexpr auto missingTexts = std::to_array<std::string_view>(
    {"",      "-",      "?",      "NA",      "N/A",     "n/a",  "N.A.",    "<NA>",   "NaN",   "nan",
     "NAN",   "-nan",   "-NaN",   "NaT",     "null",    "NULL", "Null",    "None",   "#N/A",  "#NUM!",
     "#REF!", "#NULL!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/D", "#VALOR!", "#NOME?", "#NÚM!", "#NULO!"});
constexpr std::size_t longestMissingText = 7;
constexpr std::string_view missingTextBegins = "-?nN<#";

/// Yes and no; lowerCase leaves letters with accents alone.
constexpr auto booleanPairs = std::to_array<std::array<std::string_view, 2>>({{"yes", "no"},
                                                                              {"y", "n"},
                                                                              {"true", "false"},
                                                                              {"t", "f"},
                                                                              {"v", "f"},
                                                                              {"on", "off"},
                                                                              {"sim", "nao"},
                                                                              {"sim", "não"},
                                                                              {"sim", "nÃo"},
                                                                              {"s", "n"},
                                                                              {"verdadeiro", "falso"},
                                                                              {"ligado", "desligado"}});

/// Whether a number that no double can hold is too small for it, not too large.
bool isTiny(std::string_view number)
{
    const std::size_t exponent = number.find_first_of("eE");
    if (exponent != std::string_view::npos)
        return number.substr(exponent + 1).starts_with('-');
    return number.substr(0, number.find('.')).find_first_of("123456789") == std::string_view::npos;
}

NumberReading readPointNumber(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end != text.data() + text.size() || std::isnan(number) || error == std::errc::invalid_argument)
        return {};
    if (error == std::errc::result_out_of_range)
        return isTiny(text) ? NumberReading{NumberKind::Finite, 0} : NumberReading{NumberKind::TooLarge, 0};
    if (std::fabs(number) > largestNumber)
        return {NumberKind::TooLarge, number};
    return {NumberKind::Finite, number};
}

NumberReading readCommaNumber(std::string_view text)
{
    if (text.find('.') != std::string_view::npos)
        return {};
    std::array<char, 64> few;
    std::string many;
    char* copy = few.data();
    if (text.size() > few.size()) {
        many.resize(text.size());
        copy = many.data();
    }
    std::replace_copy(text.begin(), text.end(), copy, ',', '.');
    return readPointNumber({copy, text.size()});
}

}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view noBreakSpace = "\u00a0";
    for (;;) {
        if (!text.empty() && isBlank(text.front()))
            text.remove_prefix(1);
        else if (!text.empty() && isBlank(text.back()))
            text.remove_suffix(1);
        else if (text.starts_with(noBreakSpace))
            text.remove_prefix(noBreakSpace.size());
        else if (text.ends_with(noBreakSpace))
            text.remove_suffix(noBreakSpace.size());
        else
            return text;
    }
}

std::string lowerCase(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

bool isSignedOtherwise(std::string_view cell, std::string& plain)
{
    constexpr std::string_view minus = "\u2212";
    if (cell.size() < 3)
        return false;
    if (cell.starts_with(minus))
        cell.remove_prefix(minus.size());
    else if (cell.front() == '(' && cell.back() == ')')
        cell = trimmed(cell.substr(1, cell.size() - 2));
    else
        return false;
    if (cell.empty() || !(isDigit(cell.front()) || cell.front() == '.' || cell.front() == ','))
        return false;
    plain = "-" + std::string(cell);
    return true;
}

bool isMissingText(std::string_view cell)
{
    if (cell.empty())
        return true;
    if (cell.size() > longestMissingText || missingTextBegins.find(cell.front()) == std::string_view::npos)
        return false;
    return std::find(missingTexts.begin(), missingTexts.end(), cell) != missingTexts.end();
}

bool isMissingAmongNumbers(std::string_view cell)
{
    static constexpr auto marks = std::to_array<std::string_view>(
        {"na",      "Na",     "none",     "NONE",   "nil",     "n.a.",     "n/a.",     "N/D",  "n/d", "n.d.",
         "N.D.",    "nd",     "ND",       "s/d",    "S/D",     "--",       "---",      "----", ".",   "..",
         "...",     "\u2013", "\u2014",   "OL",     "O.L",     "O.L.",     "ovf",      "OVF",  "\\N", "1.#QNAN",
         "-1.#IND", "1.#IND", "-1.#QNAN", "1.#INF", "-1.#INF", "nan(ind)", "-nan(ind)"});
    const bool overflown =
        cell.size() > 1 && cell.find_first_not_of('#') == std::string_view::npos; // of a narrow column
    return overflown || std::find(marks.begin(), marks.end(), cell) != marks.end();
}

NumberReading readNumber(std::string_view cell, char decimal)
{
    if (std::string plain; isSignedOtherwise(cell, plain))
        return readNumber(plain, decimal);
    if (cell.starts_with('+')) {
        cell.remove_prefix(1);
        if (cell.starts_with('-'))
            return {};
    }
    const std::size_t sign = cell.starts_with('-') ? 1 : 0;
    if (cell.size() == sign)
        return {};
    const char first = cell[sign];
    const bool likely = isDigit(first) || first == decimal || first == 'i' || first == 'I';
    if (!likely)
        return {};
    return decimal == ',' ? readCommaNumber(cell) : readPointNumber(cell);
}

NumberReading readNumber(std::string_view cell, const NumberFormat& format)
{
    if (std::string plain; isSignedOtherwise(cell, plain))
        return readNumber(plain, format);
    const NumberReading reading = readNumber(cell, format.decimal);
    if (reading.kind != NumberKind::NotANumber || !format.grouping)
        return reading;
    const NumberForm form = numberFormOf(cell);
    const bool grouped = form.kind == NumberForm::Kind::Either
                             ? form.decimal == format.grouping
                             : form.grouping == format.grouping && (!form.decimal || form.decimal == format.decimal);
    if (form.kind == NumberForm::Kind::NotANumber || !grouped)
        return {};
    return readNumber(withoutGrouping(cell, format.grouping), format.decimal);
}

bool isBooleanPair(std::string_view first, std::string_view second)
{
    const std::string a = lowerCase(first);
    const std::string b = lowerCase(second);
    return std::any_of(booleanPairs.begin(), booleanPairs.end(), [&](const auto& pair) {
        return (a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0]);
    });
}

std::optional<bool> booleanMeaning(std::string_view text)
{
    const std::string word = lowerCase(text);
    if (word == "1" || word == "0")
        return word == "1";
    for (const auto& [yes, no] : booleanPairs) {
        if (word == yes || word == no)
            return word == yes;
    }
    return std::nullopt;
}

}
