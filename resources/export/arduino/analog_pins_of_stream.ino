// SPDX-License-Identifier: MIT-0
// @TITLE@
//
// Reads a value from an analog pin for each channel, @RATE@,
// and answers whenever a window is full. The pins are taken to span the range of the golden window: put the formulas of
// your own sensors in their place. Open the serial monitor at 115200 baud.

#include <@MODEL@.h>

namespace model = broto::@MODEL@;

@PINS@

/// What an analog pin measures, from `lowest` at 0 V to `highest` at the largest voltage.
static float measured(uint8_t pin, float lowest, float highest)
{
    return lowest + static_cast<float>(analogRead(pins[pin])) * (highest - lowest) / largestCount;
}

void setup()
{
    Serial.begin(115200);
    while (!Serial && millis() < 3000) {
    }
    Serial.println(model::selfTest() ? F("Self-test: PASS") : F("Self-test: FAIL"));
}

void loop()
{
    static const unsigned long period = @PERIOD@; // microseconds from one reading to the next
    static unsigned long due = micros();
    if (static_cast<long>(micros() - due) < 0)
        return;
    due += period;

    float reading[model::channelCount];
@CHANNELS@
    if (!model::push(reading))
        return;
    const float* row = model::window();
@ANSWER@
}
