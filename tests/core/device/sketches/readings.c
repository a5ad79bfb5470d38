/* A program for the virtual Uno that prints names and then three values 500 times a second; the first one counts. */
#include <avr/io.h>
#include <stdlib.h>

static void put(char byte)
{
    while (!(UCSR0A & (1 << UDRE0))) {
    }
    UDR0 = byte;
}

static void say(const char *text)
{
    while (*text)
        put(*text++);
}

static void sayNumber(long number, const char *behind)
{
    char digits[12];
    say(ltoa(number, digits, 10));
    say(behind);
}

int main(void)
{
    UCSR0A = 1 << U2X0;
    UBRR0 = (F_CPU + 4UL * BAUD) / (8UL * BAUD) - 1;
    UCSR0B = 1 << TXEN0;
    UCSR0C = (1 << UCSZ01) | (1 << UCSZ00);
    OCR1A = F_CPU / 8 / RATE - 1;
    TCCR1B = (1 << WGM12) | (1 << CS11); /* counts to OCR1A at an eighth of the clock */
    say("Ready\r\ncount,up,down\r\n");
    for (long count = 0;; ++count) {
        while (!(TIFR1 & (1 << OCF1A))) {
        }
        TIFR1 = 1 << OCF1A;
        sayNumber(count, ",");
        sayNumber(count % 100, ",");
        sayNumber(-(count % 50), "\r\n");
    }
}
