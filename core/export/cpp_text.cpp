#include "export/cpp_text.h"

#include "common/number_text.h"
#include "export/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr std::size_t widestLine = 100;
constexpr std::size_t widestAligned = 80; // longer code does not push the comments of the others away

/// Control characters could end a comment; the bidirectional ones could make it look like code.
bool isHidden(char32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
    const bool bidirectional =
        c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return control || bidirectional;
}

std::string octal(unsigned char byte)
{
    const auto digit = [byte](int place) { return static_cast<char>('0' + (byte >> (3 * place) & 7)); };
    return {'\\', digit(2), digit(1), digit(0)};
}

/// How many columns the text takes: bytes that begin a character.
std::size_t columns(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

void appendGroup(std::vector<CommentedLine>& lines, std::span<const std::string> values)
{
    lines.push_back({"   ", ""});
    for (const std::string& value : values) {
        if (lines.back().code.size() > 3 && lines.back().code.size() + value.size() + 2 > widestLine)
            lines.push_back({"   ", ""});
        lines.back().code += ' ' + value + ',';
    }
}

}

std::string floatLiteral(float value)
{
    if (std::isnan(value))
        return "__builtin_nanf(\"\")";
    if (std::isinf(value))
        return value < 0 ? "-__builtin_huge_valf()" : "__builtin_huge_valf()";
    std::string text = plainNumber(value);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text + 'f';
}

std::string integerLiteral(std::int32_t value)
{
    // There are no negative literals: -2147483648 is the negation of a number that fits no 32-bit type.
    if (value == std::numeric_limits<std::int32_t>::min())
        return "-2147483647 - 1";
    return std::to_string(value);
}

std::string stringLiteral(std::string_view bytes)
{
    std::string text = "\"";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\' || (c == '?' && text.back() == '?'))
            text += {'\\', c};
        else if (byte >= 0x20 && byte < 0x7f)
            text += c;
        else
            text += octal(byte); // always three digits, so that a digit behind it is not swallowed
    }
    return text + '"';
}

std::string commentText(std::string_view text)
{
    std::string result;
    for (const char32_t c : codePoints(text))
        appendUtf8(result, isHidden(c) ? U' ' : c);
    return result;
}

std::string commentLine(std::string_view text)
{
    while (text.ends_with(' '))
        text.remove_suffix(1);
    std::string line(text.empty() ? "//" : "// ");
    line += text;
    // A backslash at the end of a line, or the trigraph for one, would draw the next line into the comment.
    if (line.ends_with('\\') || line.ends_with("?\?/"))
        line += " .";
    return line + '\n';
}

std::string wrappedComment(std::string_view text, std::size_t hang)
{
    std::string result;
    std::string line;
    const auto flush = [&](std::string_view word) {
        result += commentLine(line);
        line = std::string(hang, ' ') + std::string(word);
    };
    bool first = true;
    while (!text.empty()) {
        // Spaces in front belong to the word: columns of the first line stay where they are.
        const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(0, end);
        if (!first && columns(line) + columns(word) + 3 > widestLine)
            flush(text.substr(begin, end - begin));
        else
            line += word;
        first = false;
        text.remove_prefix(end);
    }
    return result + commentLine(line);
}

std::string plainNumber(float value)
{
    const float size = std::abs(value);
    if (size != 0 && (size < 1e-4f || size >= 1e9f || std::isnan(value)))
        return shortest(value);
    std::array<char, 24> buffer;
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return {buffer.data(), result.ptr};
}

CommentedLine enumerator(std::string_view name, std::size_t value, std::string comment)
{
    return {"    " + std::string(name) + " = " + std::to_string(value) + ',', std::move(comment)};
}

std::string alignedLines(std::span<const CommentedLine> lines)
{
    std::size_t width = 0;
    for (const CommentedLine& line : lines)
        if (!line.comment.empty() && line.code.size() <= widestAligned)
            width = std::max(width, line.code.size());
    std::string text;
    for (const CommentedLine& line : lines) {
        text += line.code;
        if (line.comment.empty()) {
            text += '\n';
            continue;
        }
        text.append(line.code.size() < width ? width - line.code.size() : 0, ' ');
        text += ' ' + commentLine(line.comment);
    }
    return text;
}

std::string arrayLines(std::span<const std::string> values, const ArrayLayout& layout)
{
    const std::size_t perGroup = layout.perGroup ? layout.perGroup : std::max<std::size_t>(values.size(), 1);
    std::vector<CommentedLine> lines;
    for (std::size_t group = 0; group * perGroup < values.size(); ++group) {
        const std::size_t begin = group * perGroup;
        appendGroup(lines, values.subspan(begin, std::min(perGroup, values.size() - begin)));
        if (group < layout.groupNames.size())
            lines.back().comment = layout.groupNames[group];
    }
    return alignedLines(lines);
}

}
