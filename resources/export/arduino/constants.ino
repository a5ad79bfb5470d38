// SPDX-License-Identifier: MIT-0
// @TITLE@
//
// Answers a row that stands in the sketch, once a second. Open the serial monitor at 115200 baud.

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
    static float row[model::featureCount];
@ROW@
@ANSWER@
    delay(1000);
}
