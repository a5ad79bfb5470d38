#pragma once

// Answers rows that are made up as they are needed, and says the hash of all raw outputs and classes after every
// rowsAHash of them. The including file has included the header, named its namespace `model` and defined rowCount and
// rowsAHash.

#include "console.h"
#include "made_up_rows.h"

inline void sayHash(uint32_t hash)
{
    char text[10]; // filled one by one: a bare compiler has no memcpy
    for (uint8_t digit = 0; digit < 8; ++digit)
        text[digit] = "0123456789abcdef"[hash >> (28 - 4 * digit) & 15];
    text[8] = '\n';
    text[9] = 0;
    writeText("hash ");
    writeText(text);
}

#if ASK_CLASSES
/// From floats, and from the same whole numbers without any; they have to agree.
inline uint32_t answerOf(const float* row)
{
    static int16_t counts[model::featureCount];
    static int32_t longCounts[model::featureCount];
    static model::Workspace workspace;
    for (uint16_t i = 0; i < model::featureCount; ++i)
        longCounts[i] = counts[i] = static_cast<int16_t>(row[i]);
    const uint16_t answer = model::classify(row);
    return model::classifyCounts(counts) == answer && model::classifyCounts(longCounts, &workspace) == answer ? answer
                                                                                                              : 99999u;
}
#else
inline uint32_t answerOf(const float* row)
{
    return broto::runtime::bitsOf(model::predict(row));
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
        hash.add(answerOf(row));
        if (r % rowsAHash == 0)
            sayHash(hash.value());
    }
}
