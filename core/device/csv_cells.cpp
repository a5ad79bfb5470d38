#include "device/csv_cells.h"

#include "common/number_text.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

template<class Number>
std::string numberCell(Number number, char decimal)
{
    if (std::isnan(number))
        return {};
    std::string text = shortest(number);
    std::replace(text.begin(), text.end(), '.', decimal);
    return text;
}

}

std::string csvText(std::string_view text, char separator)
{
    const char special[] = {separator, '"', '\r', '\n', 0};
    const bool plain =
        text.find_first_of(special) == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ');
    if (plain)
        return std::string(text);
    std::string quoted = "\"";
    for (const char letter : text)
        quoted.append(letter == '"' ? 2 : 1, letter);
    return quoted + '"';
}

std::string csvNumber(double number, char decimal)
{
    return numberCell(number, decimal);
}

std::string csvNumber(float number, char decimal)
{
    return numberCell(number, decimal);
}

}
