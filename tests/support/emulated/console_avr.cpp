#include "console.h"

#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>

void writeText(const char* text)
{
    UCSR0B = 1 << TXEN0;
    for (; *text; ++text) {
        while (!(UCSR0A & 1 << UDRE0)) {
        }
        UDR0 = static_cast<uint8_t>(*text);
    }
}

// A core that sleeps with interrupts off never wakes: simavr ends there.
void finish()
{
    while (!(UCSR0A & 1 << UDRE0)) {
    }
    cli();
    sleep_enable();
    sleep_cpu();
}
