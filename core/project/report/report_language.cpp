#include "project/report/report_language.h"

#include "common/number_text.h"

#include <algorithm>
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

std::string ReportWords::written(std::string number) const
{
    constexpr std::size_t group = 3;
    const std::size_t start = number.starts_with('-') ? 1 : 0;
    std::size_t end = std::min(number.find_first_not_of("0123456789", start), number.size());
    if (end < number.size() && number[end] == '.')
        number[end] = m_language.decimal;
    for (; end > start + group; end -= group)
        number.insert(end - group, 1, m_language.group);
    return number;
}

std::string ReportWords::whole(std::int64_t number) const
{
    return written(std::to_string(number));
}

std::string ReportWords::number(double number) const
{
    return std::isfinite(number) ? written(sixDigits(number)) : std::string(noNumber);
}

std::string ReportWords::fixedNumber(double number, int digits) const
{
    return std::isfinite(number) ? written(fixed(number, digits)) : std::string(noNumber);
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
