#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A float as a C++11 constant expression of type float that reads back as the same bits on every machine. Infinities
/// and NaN use compiler built-ins, because a bare compiler has no <math.h>.
std::string floatLiteral(float value);

/// An int32 as a C++11 constant expression, the smallest one included.
std::string integerLiteral(std::int32_t value);

/// A string literal with its quotes that holds exactly these bytes, in ASCII without trigraphs.
std::string stringLiteral(std::string_view bytes);

/// Text for a comment: one line, UTF-8, nothing that could end or hide code. Everything else stays as it is.
std::string commentText(std::string_view text);

/// "// text" with a line break at its end, and nothing at all behind the // where the text is empty. `text` went
/// through commentText wherever it came from outside.
std::string commentLine(std::string_view text);

/// Text as lines of comments, broken at spaces to fit 100 columns; the lines after the first are indented by `hang`
/// spaces.
std::string wrappedComment(std::string_view text, std::size_t hang);

/// A number for people to read: without an exponent where it is neither tiny nor huge.
std::string plainNumber(float value);

/// Lines of code with comments behind them, one below the other. Lines without a comment have an empty one.
struct CommentedLine {
    std::string code;
    std::string comment;
};
std::string alignedLines(std::span<const CommentedLine> lines);

/// A member of an enumeration, with its value.
CommentedLine enumerator(std::string_view name, std::size_t value, std::string comment);

/// How the values of an array are laid out: a line break after every `perGroup` of them (0: all in one group), and
/// behind it a comment where `groupNames` has one for the group.
struct ArrayLayout {
    std::size_t perGroup = 0;
    std::vector<std::string> groupNames;
};

/// What stands between the braces of an array, in lines of at most 100 columns with four spaces in front.
std::string arrayLines(std::span<const std::string> values, const ArrayLayout& layout = {});

}
