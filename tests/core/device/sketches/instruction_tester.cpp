// Measures loops of two instructions with the firmware's own stopwatch and says how many it counted.

#include "flash.h"
#include "frame.h"

#include "bare_metal_io.h"
#include MACHINE

typedef broto::BareMetalIo<broto::Machine> Io;

__attribute__((always_inline)) static inline void spin(uint32_t times)
{
#if defined(__arm__)
    asm volatile(".syntax unified\n1: subs %0, %0, #1\n\tbne 1b" : "+l"(times)::"cc");
#else
    asm volatile("1: addi %0, %0, -1\n\tbnez %0, 1b" : "+r"(times));
#endif
}

static void say(Io& io, uint32_t number, char end)
{
    char digits[10];
    uint8_t count = 0;
    do
        digits[count++] = static_cast<char>('0' + number % 10);
    while ((number /= 10) > 0);
    while (count > 0)
        io.write(static_cast<uint8_t>(digits[--count]));
    io.write(static_cast<uint8_t>(end));
}

int main()
{
    static Io io("");
    io.begin();
    for (uint32_t times = 1; times <= 1000000; times *= 10) {
        io.startTicks();
        spin(times);
        const uint32_t counted = io.ticks();
        say(io, times, ' ');
        say(io, counted, '\n');
    }
    for (const char* c = "end\n"; *c; ++c)
        io.write(static_cast<uint8_t>(*c));
    for (;;)
        io.read();
}
