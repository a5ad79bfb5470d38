#include "data/number_form.h"

#include "data/value_text.h"

#include <algorithm>
#include <array>

namespace broto {

namespace {

constexpr std::size_t longestNumber = 64;
constexpr std::size_t groupSize = 3;

/// No-break spaces: the common one, the narrow one and the thin one.
constexpr std::array<std::string_view, 3> noBreakSpaces = {"\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89"};

/// The mark at the begin of a text, or 0, and the bytes that it takes.
char markAt(std::string_view text, std::size_t& size)
{
    size = 1;
    const char c = text.front();
    if (c == '.' || c == ',' || c == ' ' || c == '\'')
        return c;
    for (const std::string_view space : noBreakSpaces) {
        if (text.starts_with(space)) {
            size = space.size();
            return ' ';
        }
    }
    return 0;
}

/// Runs of digits and the marks between them.
struct Groups {
    static constexpr std::size_t most = 16;
    std::array<std::size_t, most + 1> digits = {};
    std::array<char, most> marks = {};
    std::size_t markCount = 0;

    bool take(std::string_view text)
    {
        while (!text.empty()) {
            std::size_t size = 1;
            if (isDigit(text.front())) {
                ++digits[markCount];
            } else {
                const char mark = markAt(text, size);
                if (mark == 0 || markCount == most)
                    return false;
                marks[markCount++] = mark;
            }
            text.remove_prefix(size);
        }
        return true;
    }

    /// Whether the first of the marks set thousands apart.
    bool setThousandsApart(std::size_t count) const
    {
        return digits[0] >= 1 && digits[0] <= groupSize &&
               std::all_of(digits.begin() + 1, digits.begin() + static_cast<std::ptrdiff_t>(count),
                           [](std::size_t size) { return size == groupSize; }) &&
               std::all_of(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(count),
                           [this](char mark) { return mark == marks[0]; });
    }
};

bool isDecimalMark(char mark)
{
    return mark == '.' || mark == ',';
}

bool isExponent(std::string_view text)
{
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-'))
        text.remove_prefix(1);
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

NumberForm formOf(const Groups& groups, bool leadingZero, bool exponent)
{
    using Kind = NumberForm::Kind;
    const std::size_t count = groups.markCount;
    if (count == 0)
        return {Kind::Plain};
    const char last = groups.marks[count - 1];
    const bool allApart =
        groups.setThousandsApart(count) && groups.digits[count] == groupSize && !leadingZero && !exponent;
    if (count == 1 && isDecimalMark(last)) {
        if (groups.digits[0] + groups.digits[1] == 0)
            return {};
        return {allApart ? Kind::Either : Kind::Marked, last};
    }
    if (allApart)
        return {Kind::Marked, 0, last};
    const bool fraction = count > 1 && isDecimalMark(last) && last != groups.marks[0];
    if (fraction && groups.setThousandsApart(count - 1) && groups.digits[count - 1] == groupSize && !leadingZero)
        return {Kind::Marked, last, groups.marks[0]};
    return {};
}

}

NumberForm numberFormOf(std::string_view text)
{
    if (std::string plain; isSignedOtherwise(text, plain))
        return numberFormOf(plain);
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty() || text.size() > longestNumber)
        return {};
    const std::size_t exponent = text.find_first_of("eE");
    if (exponent == 0 || (exponent != std::string_view::npos && !isExponent(text.substr(exponent))))
        return {};
    Groups groups;
    if (!groups.take(text.substr(0, exponent)))
        return {};
    return formOf(groups, text.front() == '0', exponent != std::string_view::npos);
}

std::string withoutGrouping(std::string_view text, char grouping)
{
    std::string result;
    while (!text.empty()) {
        std::size_t size = 1;
        if (markAt(text, size) != grouping)
            result += text.substr(0, size);
        text.remove_prefix(size);
    }
    return result;
}

}
