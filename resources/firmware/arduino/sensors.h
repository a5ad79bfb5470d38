// SPDX-License-Identifier: MIT-0
#ifndef BROTO_SENSORS_H
#define BROTO_SENSORS_H

// What the pins of this board measure, in the units that the model takes. A reading is what analogRead gives: here, as
// the board's core comes, 0 to @LARGEST@. You may put other formulas in the place of these.

#include "sensor_pins.h"

#include <Arduino.h>

namespace broto {

@NAMES@
static const char noPin[] BROTO_FLASH = "";

struct Sensors {
    enum { areThere = 1 };

    /// A value for each feature, or each channel of a stream; what no pin measures is missing.
    static void read(float* values)
    {
        for (uint16_t i = 0; i < @COUNT@; ++i)
            values[i] = runtime::missingValue();
@READINGS@
    }

    /// Where a value comes from: a text in flash.
    static const char* pinOf(uint16_t value)
    {
        switch (value) {
@CASES@
        default:
            return noPin;
        }
    }
};

} // namespace broto

#endif
