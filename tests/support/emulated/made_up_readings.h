#pragma once

// Readings that every machine makes up with the same bits: integers, turned into floats and scaled by powers of two.
// They change their manner every 50 readings: noise, a slow wave, spikes, a large constant with a small change,
// nothing.

#include <stdint.h>

class MadeUpReadings {
public:
    void next(float* reading, uint8_t channels)
    {
        for (uint8_t channel = 0; channel < channels; ++channel)
            reading[channel] = value(static_cast<uint16_t>(m_count + 7u * channel));
        ++m_count;
    }

private:
    float value(uint16_t at)
    {
        const float noise = static_cast<float>(random()) * (1.0f / 8192);
        const int16_t step = static_cast<int16_t>(at % 32);
        const float wave = static_cast<float>(step < 16 ? step : 32 - step);
        switch (at / 50 % 5) {
        case 0:
            return noise;
        case 1:
            return wave + noise * 0.125f;
        case 2:
            return at % 11 == 0 ? noise * 512.0f : noise * 0.03125f;
        case 3:
            return 101325.0f + static_cast<float>(step) * 0.0078125f;
        default:
            return -2.5f;
        }
    }

    int16_t random()
    {
        m_state = m_state * 1664525u + 1013904223u;
        return static_cast<int16_t>(m_state >> 16);
    }

    uint32_t m_state = 2026;
    uint16_t m_count = 0;
};
