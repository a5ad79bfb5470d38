// SPDX-License-Identifier: MIT-0
// @TITLE@
//
// Reads a value from each analog pin and answers. The pins are taken to span the range that the model was trained on:
// put the formulas of your own sensors in their place. Open the serial monitor at 115200 baud.

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
    static float row[model::featureCount];
@SENSORS@
@ANSWER@
    delay(200);
}
