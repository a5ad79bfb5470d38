#pragma once

#include "console.h"

#include <stdint.h>

inline uint32_t bitsOfNumber(float number)
{
    union {
        float number;
        uint32_t bits;
    } both;
    both.number = number;
    return both.bits;
}

/// Eight hexadecimal digits and a character.
inline void sayNumber(uint32_t number, char behind)
{
    char text[10]; // filled one by one: a bare compiler has no memcpy
    for (uint8_t digit = 0; digit < 8; ++digit)
        text[digit] = "0123456789abcdef"[number >> (28 - 4 * digit) & 15];
    text[8] = behind;
    text[9] = 0;
    writeText(text);
}
