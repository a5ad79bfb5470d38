#pragma once

// Rows that every machine makes up with the same bits: whole numbers from -140 to 140, which come into a network as
// int8 activations and now and then from outside their range. Rows change their manner one after the other: anything,
// mostly zeros, the largest and smallest alone, nothing but zeros now and then.

#include <stdint.h>

class MadeUpRows {
public:
    void next(float* row, uint16_t features)
    {
        for (uint16_t i = 0; i < features; ++i)
            row[i] = static_cast<float>(value(random()));
        ++m_count;
    }

private:
    int16_t value(uint16_t bits) const
    {
        const int16_t any = static_cast<int16_t>(static_cast<int16_t>(bits % 281u) - 140);
        switch (m_count % 16) {
        case 3:
            return bits & 1 ? 127 : -127;
        case 7:
            return 0;
        case 11:
            return -127;
        default:
            return m_count % 2 && (bits >> 8 & 7) != 0 ? static_cast<int16_t>(0) : any;
        }
    }

    uint16_t random()
    {
        m_state = m_state * 1664525u + 1013904223u;
        return static_cast<uint16_t>(m_state >> 16);
    }

    uint32_t m_state = 6;
    uint16_t m_count = 0;
};

/// What came out of many rows, in one number.
class AnswerHash {
public:
    void add(uint32_t word)
    {
        for (uint8_t i = 0; i < 4; ++i, word >>= 8)
            m_hash = (m_hash ^ (word & 255u)) * 16777619u;
    }
    uint32_t value() const { return m_hash; }

private:
    uint32_t m_hash = 2166136261u;
};
