#pragma once

#include "data/number_form.h"

#include <optional>
#include <string>
#include <string_view>

namespace broto {

inline bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Without the blanks at both ends, those that do not break a line as well.
std::string_view trimmed(std::string_view text);

/// ASCII letters alone; everything else stays.
std::string lowerCase(std::string_view text);

/// Whether a cell is written with the minus sign of typesetters, "−5", or as accountants write what is negative, "(5)".
/// `plain` then is the same with a plain one.
bool isSignedOtherwise(std::string_view cell, std::string& plain);

/// Whether a cell says that its value is not there: empty, NA, NaN, null, None, ?, - and the like.
bool isMissingText(std::string_view cell);

/// Whether a cell may say so: "none", "n.a.", "--", "OL" of a meter. Among numbers or times alone it does; elsewhere it
/// may be a value like others.
bool isMissingAmongNumbers(std::string_view cell);

/// Numbers beyond this are not taken: on the board everything is a float, and differences must fit as well.
inline constexpr double largestNumber = 1e37;

enum class NumberKind { NotANumber, Finite, TooLarge };
struct NumberReading {
    NumberKind kind = NumberKind::NotANumber;
    double number = 0;
};

/// The whole cell as a number written in that format. Infinities and what exceeds largestNumber are TooLarge.
NumberReading readNumber(std::string_view cell, const NumberFormat& format);
NumberReading readNumber(std::string_view cell, char decimal);

/// Whether two texts are the two words of a pair such as yes and no, in either order.
bool isBooleanPair(std::string_view first, std::string_view second);

/// Whether a word means yes or no, in any of those pairs or as 1 and 0; nothing for any other.
std::optional<bool> booleanMeaning(std::string_view text);

}
