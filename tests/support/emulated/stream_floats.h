#pragma once

// Answers rows that are made up as they are needed, and says the bits of all raw outputs of each, and of its answer
// where that is a number; a class that is not the first of the largest outputs is told. The including file has included
// the header, named its namespace `model` and defined rowCount and ASK_CLASSES.

#include "console.h"
#include "made_up_rows.h"
#include "say_number.h"

inline void sayAnswer(const float* row, const float* raw)
{
#if ASK_CLASSES
    uint16_t largest = 0;
    for (uint16_t output = 1; output < model::outputCount; ++output)
        if (raw[output] > raw[largest])
            largest = output;
    writeText(model::classify(row) == largest ? "\n" : "another class\n");
#else
    (void)raw;
    sayNumber(bitsOfNumber(model::predict(row)), '\n');
#endif
}

inline void streamFloats()
{
    MadeUpRows rows;
    static float row[model::featureCount];
    static float raw[model::outputCount];
    for (uint16_t r = 0; r < rowCount; ++r) {
        rows.next(row, model::featureCount);
        model::infer(row, raw);
        for (uint16_t output = 0; output < model::outputCount; ++output)
            sayNumber(bitsOfNumber(raw[output]), ' ');
        sayAnswer(row, raw);
    }
}
