// SPDX-License-Identifier: MIT-0
// @TITLE@
//
// Answers a window of readings that stands in the model, again and again. Open the serial monitor at 115200 baud.

#include <@MODEL@.h>

namespace model = broto::@MODEL@;

void setup()
{
    Serial.begin(115200);
    while (!Serial && millis() < 3000) {
    }
    Serial.println(model::selfTest() ? F("Self-test: PASS") : F("Self-test: FAIL"));
}

void loop()
{
    bool isFull = false;
    model::restart();
    for (uint16_t i = 0; i < model::windowLength; ++i) {
        float reading[model::channelCount];
        for (uint8_t channel = 0; channel < model::channelCount; ++channel)
            reading[channel] = @READING@;
        isFull = model::push(reading);
    }
    if (!isFull)
        return;
    const float* row = model::window();
@ANSWER@
    delay(1000);
}
