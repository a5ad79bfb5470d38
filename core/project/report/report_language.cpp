#include "project/report/report_language.h"

#include "common/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace broto {

namespace {

std::string sixDigits(double number)
{
    std::array<char, 32> buffer;
    const auto result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::general, 6);
    return {buffer.data(), result.ptr};
}

std::string withDecimal(std::string number, char decimal)
{
    if (const std::size_t point = number.find('.'); point != std::string::npos)
        number[point] = decimal;
    return number;
}

}

std::string ReportWords::sentence(const Message& message) const
{
    const std::string text = m_language.translated ? m_language.translated(message.text) : std::string(message.text);
    std::vector<Argument> arguments = message.arguments;
    for (Argument& argument : arguments) {
        if (const auto* count = std::get_if<std::int64_t>(&argument))
            argument = whole(*count);
        else if (const auto* value = std::get_if<double>(&argument))
            argument = number(*value);
    }
    return fillTemplate(text, arguments);
}

std::string ReportWords::whole(std::int64_t number) const
{
    constexpr std::size_t group = 3;
    std::string digits = std::to_string(number);
    const std::size_t start = number < 0 ? 1 : 0;
    if (digits.size() - start <= group + 1) // a year, a number of rows
        return digits;
    for (std::size_t end = digits.size(); end > start + group; end -= group)
        digits.insert(end - group, "\u00a0");
    return digits;
}

std::string ReportWords::number(double number) const
{
    return std::isfinite(number) ? withDecimal(sixDigits(number), m_language.decimal) : std::string(noNumber);
}

std::string ReportWords::fixedNumber(double number, int digits) const
{
    return std::isfinite(number) ? withDecimal(fixed(number, digits), m_language.decimal) : std::string(noNumber);
}

std::string ReportWords::change(double change) const
{
    return (std::isfinite(change) && change > 0 ? "+" : "") + metric(change);
}

std::string ReportWords::percent(double share) const
{
    return std::isfinite(share) ? fixedNumber(100 * share, 1) + "\u00a0%" : std::string(noNumber);
}

}
