#pragma once

// How much stack an answer and a self-test take: two lines. The including file has included the header and defined
// ANSWER, SELF_TEST and featureCount.

#include "console.h"

enum { stackArea = 1100, untouched = 0xa5 };

__attribute__((noinline)) void fillStack()
{
    volatile uint8_t area[stackArea];
    for (uint16_t i = 0; i < stackArea; ++i)
        area[i] = untouched;
    __asm__ volatile("" : : "r"(area) : "memory");
}

/// Bytes that were written since fillStack was called from the same place: the area lies where it lay.
__attribute__((noinline)) uint16_t usedStack()
{
    volatile uint8_t area[stackArea];
    __asm__ volatile("" : : "r"(area) : "memory"); // as far as the compiler knows, this has filled it
    uint16_t left = 0;
    while (left < stackArea && area[left] == untouched)
        ++left;
    return static_cast<uint16_t>(stackArea - left);
}

void writeNumber(uint16_t number)
{
    char text[8] = {'0', '0', '0', '0', '0', '\n', 0, 0};
    for (int8_t place = 4; place >= 0; --place, number = static_cast<uint16_t>(number / 10))
        text[place] = static_cast<char>('0' + number % 10);
    writeText(text);
}

static float asked[featureCount];

// Not inlined into main, whose frame would hide what they take.
__attribute__((noinline)) void answer()
{
    volatile float sink = static_cast<float>(ANSWER(asked));
    (void)sink;
}

__attribute__((noinline)) void testItself()
{
    volatile bool sink = SELF_TEST();
    (void)sink;
}

__attribute__((noinline)) uint16_t stackOf(void (*function)())
{
    fillStack();
    function();
    return usedStack();
}

#if !__STDC_HOSTED__
extern "C" int main();
#endif

int main()
{
    writeNumber(stackOf(answer));
    writeNumber(stackOf(testItself));
    finish();
    return 0;
}
