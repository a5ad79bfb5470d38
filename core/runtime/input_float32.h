// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_INPUT_FLOAT32_H
#define BROTO_RUNTIME_INPUT_FLOAT32_H

// From a row in raw units to the inputs of a float network.

#include "input_int8.h"

namespace broto {
namespace runtime {

/// How one column of a row enters the network. (x - centre) * factor: no compiler can fuse that into another number.
struct FloatFeature {
    float centre;
    float factor;
    float lowest;        ///< range of the training rows
    float highest;
    float fill;          ///< what stands for NaN: a value, or a category's index; NaN: nothing
    uint8_t categories;  ///< 0 for a number, else how many inputs the category takes
};

BROTO_ONCE inline InputReport encodeRow(const FloatFeature* features, uint16_t count, const float* row, float* x)
{
    InputReport report = {0, 0, 0};
    for (uint16_t f = 0; f < count; ++f, ++features) {
        float value = row[f];
        if (isMissing(bitsOf(value)))
            value = fromFlash(&features->fill);
        if (isMissing(bitsOf(value))) {
            report.refused = 1;
            report.feature = f;
            return report;
        }
        const uint8_t categories = fromFlash(&features->categories);
        if (categories) {
            const int32_t chosen = fixedPoint(bitsOf(value), 0);
            if (chosen < 0 || chosen >= categories)
                ++report.outOfRange;
            for (uint8_t c = 0; c < categories; ++c)
                *x++ = c == chosen ? 1.0f : 0.0f;
        } else {
            if (value < fromFlash(&features->lowest) || value > fromFlash(&features->highest))
                ++report.outOfRange;
            *x++ = (value - fromFlash(&features->centre)) * fromFlash(&features->factor);
        }
    }
    return report;
}

} // namespace runtime
} // namespace broto

#endif
