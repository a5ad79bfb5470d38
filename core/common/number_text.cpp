#include "common/number_text.h"

#include <array>
#include <charconv>

namespace broto {

namespace {

template<class Number, class... Format>
std::string converted(Number number, Format... format)
{
    std::array<char, 400> buffer; // a double in fixed notation needs up to 309 digits before the point
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format...);
    return {buffer.data(), result.ptr};
}

}

std::string shortest(double number) { return converted(number); }
std::string shortest(float number) { return converted(number); }
std::string fixed(double number, int digits) { return converted(number, std::chars_format::fixed, digits); }

std::optional<double> parseNumber(std::string_view text)
{
    if (text.starts_with('+') && text.size() > 1 && text[1] != '-')
        text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

}
