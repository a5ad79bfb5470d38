// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_SENSOR_PINS_H
#define BROTO_RUNTIME_SENSOR_PINS_H

// From what an analog pin reads to the unit that a model takes.

#include "float_step.h"
#include "text_number.h"

namespace broto {
namespace runtime {

/// factor * reading + offset, with the same bits on every machine. |reading| < 2^24, so that it is a float as it is.
inline float sensorValue(int32_t reading, float factor, float offset)
{
    return product(static_cast<float>(reading), factor) + offset;
}

} // namespace runtime
} // namespace broto

#endif
