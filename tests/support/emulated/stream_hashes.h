#pragma once

// Answers rows that are made up as they are needed, and says the hash of all raw outputs and classes after every
// rowsAHash of them. The answer goes into it at every row whose number is a multiple of rowsAnAnswer. The including file
// has included the header, named its namespace `model` and defined these, rowCount, ASK_CLASSES and, for classes that
// can be had of whole numbers, ASK_COUNTS.

#include "console.h"
#include "made_up_rows.h"
#include "say_number.h"

inline void sayHash(uint32_t hash)
{
    writeText("hash ");
    sayNumber(hash, '\n');
}

#if ASK_COUNTS
/// From floats, and from the same whole numbers without any; they have to agree.
inline uint32_t answerOf(const float* row, bool longOnes)
{
    static int16_t counts[model::featureCount];
    static int32_t longCounts[model::featureCount];
    static model::Workspace workspace;
    for (uint16_t i = 0; i < model::featureCount; ++i)
        longCounts[i] = counts[i] = static_cast<int16_t>(row[i]);
    const uint16_t answer = model::classify(row);
    const uint16_t counted = longOnes ? model::classifyCounts(longCounts, &workspace) : model::classifyCounts(counts);
    return counted == answer ? answer : 99999u;
}
#elif ASK_CLASSES
inline uint32_t answerOf(const float* row, bool)
{
    return model::classify(row);
}
#else
inline uint32_t answerOf(const float* row, bool)
{
    return bitsOfNumber(model::predict(row));
}
#endif

inline void streamHashes()
{
    MadeUpRows rows;
    AnswerHash hash;
    static float row[model::featureCount];
    static model::Raw raw[model::outputCount];
    for (uint16_t r = 1; r <= rowCount; ++r) {
        rows.next(row, model::featureCount);
        model::infer(row, raw);
        for (uint16_t output = 0; output < model::outputCount; ++output)
            hash.add(static_cast<uint32_t>(raw[output]));
        if (r % rowsAnAnswer == 0)
            hash.add(answerOf(row, r & 1));
        if (r % rowsAHash == 0)
            sayHash(hash.value());
    }
}
