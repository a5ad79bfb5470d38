#pragma once

#include "export/cpp_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace broto {

template<class Number>
std::vector<std::string> literals(const std::vector<Number>& numbers)
{
    std::vector<std::string> texts;
    for (const Number number : numbers) {
        if constexpr (std::is_same_v<Number, float>)
            texts.push_back(floatLiteral(number));
        else
            texts.push_back(integerLiteral(number));
    }
    return texts;
}

/// An array of an exported header, in flash: `place` is BROTO_FLASH or BROTO_FAR_FLASH.
std::string flashArray(std::string_view type, const std::string& name, std::span<const std::string> values,
                       const ArrayLayout& layout = {}, std::string_view place = "BROTO_FLASH");

/// "row 0", "row 1" and so on.
std::vector<std::string> numbered(std::string_view word, int count, int first = 0);

/// A sentence for who compiles the header for an AVR where `condition` is true, "" for any.
std::string avrError(std::string_view condition, std::string_view sentence);

}
