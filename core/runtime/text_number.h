// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_TEXT_NUMBER_H
#define BROTO_RUNTIME_TEXT_NUMBER_H

// Numbers for a person at a serial monitor, without printf and strtod, which would cost a small board kilobytes. Good
// to about six digits; what must be exact travels in frames.

#include "input_int8.h"

namespace broto {
namespace runtime {

inline float missingValue()
{
    union {
        uint32_t bits;
        float number;
    } both;
    both.bits = 0x7fc00000u;
    return both.number;
}

/// number * 10^power, or / where the power is negative.
inline float timesPowerOfTen(float number, int16_t power)
{
    for (; power > 0 && number < 3e37f; --power)
        number *= 10;
    for (; power < 0 && number > 0; ++power)
        number /= 10;
    return number;
}

/// Reads digits from text[i] on. Those that no longer fit in `digits` are counted in `dropped`. Returns how many there
/// were.
inline uint8_t readDigits(const char* text, uint8_t length, uint8_t& i, uint32_t& digits, int16_t& dropped)
{
    const uint8_t first = i;
    for (; i < length && text[i] >= '0' && text[i] <= '9'; ++i) {
        if (digits < 100000000u)
            digits = digits * 10 + static_cast<uint32_t>(text[i] - '0');
        else
            ++dropped;
    }
    return static_cast<uint8_t>(i - first);
}

inline bool hasSign(const char* text, uint8_t length, uint8_t& i)
{
    const bool minus = i < length && text[i] == '-';
    if (i < length && (text[i] == '-' || text[i] == '+'))
        ++i;
    return minus;
}

/// "-2.5", "1e-3"; nothing and "nan" are a missing value. False: the text is something else.
BROTO_ONCE inline bool parseNumber(const char* text, uint8_t length, float* number)
{
    *number = missingValue();
    if (length == 0 || (length == 3 && text[0] == 'n' && text[1] == 'a' && text[2] == 'n'))
        return true;
    uint8_t i = 0;
    const bool negative = hasSign(text, length, i);
    uint32_t digits = 0;
    int16_t power = 0;
    uint8_t found = readDigits(text, length, i, digits, power);
    if (i < length && text[i] == '.') {
        ++i;
        const uint8_t behind = readDigits(text, length, i, digits, power);
        power = static_cast<int16_t>(power - behind);
        found = static_cast<uint8_t>(found + behind);
    }
    if (found == 0)
        return false;
    if (i < length && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        const bool small = hasSign(text, length, i);
        uint32_t exponent = 0;
        int16_t dropped = 0;
        if (readDigits(text, length, i, exponent, dropped) == 0)
            return false;
        const int16_t limited = static_cast<int16_t>(exponent > 99 ? 99 : exponent);
        power = static_cast<int16_t>(small ? power - limited : power + limited);
    }
    const float size = timesPowerOfTen(static_cast<float>(digits), power);
    *number = negative ? -size : size;
    return i == length;
}

/// A text in flash, to anything with `void write(uint8_t)`.
template<typename Sink>
void printText(Sink& sink, const char* flashText)
{
    for (char c = fromFlash(flashText); c != 0; c = fromFlash(++flashText))
        sink.write(static_cast<uint8_t>(c));
}

template<typename Sink>
BROTO_ONCE void printNumber(Sink& sink, int32_t number)
{
    char digits[10];
    uint8_t count = 0;
    uint32_t rest = number < 0 ? 0u - static_cast<uint32_t>(number) : static_cast<uint32_t>(number);
    do {
        digits[count++] = static_cast<char>('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        sink.write('-');
    while (count > 0)
        sink.write(static_cast<uint8_t>(digits[--count]));
}

static const char nanText[] BROTO_FLASH = "nan";
static const char infinityText[] BROTO_FLASH = "inf";

/// number = digits * 10^(exponent - 5), with six digits.
struct SixDigits {
    uint32_t digits;
    int16_t exponent;
};

/// number is finite and not negative.
inline SixDigits sixDigitsOf(float number)
{
    SixDigits result = {0, 0};
    for (; number >= 10.0f; number /= 10.0f)
        ++result.exponent;
    for (; number > 0 && number < 1.0f; number *= 10.0f)
        --result.exponent;
    result.digits = static_cast<uint32_t>(number * 100000.0f + 0.5f);
    if (result.digits >= 1000000u) {
        result.digits /= 10;
        ++result.exponent;
    }
    return result;
}

/// digits / 10^behind. behind <= 9.
template<typename Sink>
void printDecimal(Sink& sink, uint32_t digits, int16_t behind)
{
    for (; behind > 0 && digits % 10 == 0; --behind)
        digits /= 10;
    uint32_t unit = 1;
    for (int16_t i = 0; i < behind; ++i)
        unit *= 10;
    printNumber(sink, static_cast<int32_t>(digits / unit));
    if (behind > 0)
        sink.write('.');
    while (unit > 1) {
        digits %= unit;
        unit /= 10;
        sink.write(static_cast<uint8_t>('0' + digits / unit));
    }
}

/// Six digits, zeros at the end left out; with an exponent where the number is very large or very small.
template<typename Sink>
BROTO_ONCE void printNumber(Sink& sink, float number)
{
    const uint32_t bits = bitsOf(number);
    if (isMissing(bits))
        return printText(sink, nanText);
    if (bits >> 31) {
        sink.write('-');
        number = -number;
    }
    if ((bits & 0x7fffffffu) == 0x7f800000u)
        return printText(sink, infinityText);

    SixDigits six = sixDigitsOf(number);
    if (six.exponent < -4 || six.exponent > 8) {
        printDecimal(sink, six.digits, 5);
        sink.write('e');
        return printNumber(sink, static_cast<int32_t>(six.exponent));
    }
    for (; six.exponent > 5; --six.exponent)
        six.digits *= 10;
    printDecimal(sink, six.digits, static_cast<int16_t>(5 - six.exponent));
}

} // namespace runtime
} // namespace broto

#endif
