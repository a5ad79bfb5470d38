#include "data/value_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace broto {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr std::array<std::string_view, 16> missingTexts = {
    "", "-", "?", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "NAN", "-nan", "-NaN", "null", "NULL", "Null", "None"};

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

/// Takes parts of a date off the front of a text.
class DateScanner {
public:
    explicit DateScanner(std::string_view text) : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }
    std::size_t digits() const
    {
        return static_cast<std::size_t>(std::find_if_not(m_rest.begin(), m_rest.end(), isDigit) - m_rest.begin());
    }
    bool take(std::string_view any, char* taken = nullptr)
    {
        if (m_rest.empty() || any.find(m_rest.front()) == std::string_view::npos)
            return false;
        if (taken)
            *taken = m_rest.front();
        m_rest.remove_prefix(1);
        return true;
    }
    std::optional<int> number(std::size_t fewest, std::size_t most)
    {
        const std::size_t count = digits();
        if (count < fewest || count > most)
            return std::nullopt;
        int value = 0;
        std::from_chars(m_rest.data(), m_rest.data() + count, value);
        m_rest.remove_prefix(count);
        return value;
    }
    void skipDigits() { m_rest.remove_prefix(digits()); }

private:
    std::string_view m_rest;
};

bool between(std::optional<int> value, int lowest, int highest)
{
    return value && *value >= lowest && *value <= highest;
}

bool takeDate(DateScanner& scanner)
{
    const bool yearFirst = scanner.digits() == 4;
    char mark = 0;
    const std::optional<int> first = yearFirst ? scanner.number(4, 4) : scanner.number(1, 2);
    if (!first || !scanner.take("-/.", &mark))
        return false;
    const std::optional<int> second = scanner.number(1, 2);
    if (!second || !scanner.take({&mark, 1}))
        return false;
    if (yearFirst)
        return between(second, 1, 12) && between(scanner.number(1, 2), 1, 31);
    const bool dayAndMonth = between(first, 1, 31) && between(second, 1, 31) && (*first <= 12 || *second <= 12);
    return dayAndMonth && (scanner.digits() == 2 || scanner.digits() == 4) && scanner.number(2, 4);
}

bool takeZone(DateScanner& scanner)
{
    if (scanner.take("Z"))
        return true;
    if (!scanner.take("+-"))
        return true;
    if (scanner.digits() == 4)
        return between(scanner.number(4, 4), 0, 2359);
    if (!between(scanner.number(2, 2), 0, 23))
        return false;
    return !scanner.take(":") || between(scanner.number(2, 2), 0, 59);
}

bool takeTime(DateScanner& scanner)
{
    if (!between(scanner.number(1, 2), 0, 24) || !scanner.take(":") || scanner.digits() != 2 ||
        !between(scanner.number(2, 2), 0, 59))
        return false;
    if (scanner.take(":")) {
        if (scanner.digits() != 2 || !between(scanner.number(2, 2), 0, 60))
            return false;
        if (scanner.take(".,"))
            scanner.skipDigits();
    }
    scanner.take(" ");
    if (scanner.take("AaPp"))
        return scanner.take("Mm");
    return takeZone(scanner);
}

}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
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

bool isMissingText(std::string_view cell)
{
    if (cell.size() > 4 || (!cell.empty() && isDigit(cell.front())))
        return false;
    return std::find(missingTexts.begin(), missingTexts.end(), cell) != missingTexts.end();
}

NumberReading readNumber(std::string_view cell, char decimal)
{
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

bool isDateTime(std::string_view cell)
{
    if (cell.size() < 4 || cell.size() > 40 || !isDigit(cell.front()))
        return false;
    DateScanner scanner(cell);
    if (cell[1] == ':' || cell[2] == ':')
        return takeTime(scanner) && scanner.atEnd();
    if (!takeDate(scanner))
        return false;
    if (scanner.atEnd())
        return true;
    if (!scanner.take("T "))
        return false;
    scanner.take(" ");
    return takeTime(scanner) && scanner.atEnd();
}

bool isBooleanPair(std::string_view first, std::string_view second)
{
    static constexpr std::array<std::array<std::string_view, 2>, 6> pairs = {
        {{"yes", "no"}, {"true", "false"}, {"sim", "nao"}, {"sim", "não"}, {"sim", "nÃo"}, {"verdadeiro", "falso"}}};
    const std::string a = lowerCase(first);
    const std::string b = lowerCase(second);
    return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
        return (a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0]);
    });
}
}
