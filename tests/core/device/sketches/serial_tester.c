/* A program for the virtual Uno that does on demand what programs do to their board. */
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>
#include <avr/wdt.h>

static void put(char byte)
{
    while (!(UCSR0A & (1 << UDRE0))) {
    }
    UDR0 = byte;
}

static unsigned char get(void)
{
    while (!(UCSR0A & (1 << RXC0))) {
    }
    return UDR0;
}

static void openLine(void)
{
    UCSR0A = 1 << U2X0;
    UBRR0 = 16; /* 115200 baud at 16 MHz */
    UCSR0B = (1 << RXEN0) | (1 << TXEN0);
    UCSR0C = (1 << UCSZ01) | (1 << UCSZ00);
}

int main(void)
{
    openLine();
    for (const char *text = TEXT "\n"; *text; ++text)
        put(*text);
    for (;;) {
        unsigned char byte = get();
        if (byte == 0xf0) { /* sleep for good */
            cli();
            sleep_enable();
            sleep_cpu();
        } else if (byte == 0xf1) { /* leave the program for where none is */
            __asm__ __volatile__("jmp 0x3ffffe");
        } else if (byte == 0xf2) { /* let the watchdog bite */
            wdt_enable(WDTO_15MS);
            for (;;) {
            }
        }
        put((char)(byte + 1));
    }
}
