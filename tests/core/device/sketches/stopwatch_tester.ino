// Measures loops whose length is known: prints how many there were and what the stopwatch says.

#include <Arduino.h>
#include <util/delay_basic.h>

#include "stopwatch.h"

static broto::Stopwatch stopwatch;

template<uint16_t loops>
static void measure()
{
    stopwatch.start();
    _delay_loop_2(loops);
    const uint32_t cycles = stopwatch.ticks();
    Serial.print(loops);
    Serial.print(' ');
    Serial.println(cycles);
}

void setup()
{
    Serial.begin(115200);
    stopwatch.begin();
    measure<1>();
    measure<1000>();
    measure<16380>();
    measure<20000>();
    measure<60000>();
    Serial.println("end");
}

void loop()
{
}
