#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broto {

/// The cells of one column in some rows that follow each other. They point into the text that is being read.
struct Cells {
    const std::string_view* first = nullptr;
    std::size_t stride = 1; ///< from one cell to the next
    std::size_t count = 0;
    const std::size_t* lines = nullptr; ///< where the rows begin

    std::string_view operator[](std::size_t i) const { return first[i * stride]; }
    Cells from(std::size_t i) const { return {first + i * stride, stride, count - i, lines + i}; }
};

/// What became of numbers in parentheses. Accountants write what is negative so; where all of a column are, they are
/// not.
struct Parentheses {
    std::string example;
    bool negative = true;
};

/// A cell that decided something about its column.
struct TellingCell {
    std::size_t line = 0;
    std::string text;
};

}
