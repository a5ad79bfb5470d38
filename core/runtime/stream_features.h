// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_STREAM_FEATURES_H
#define BROTO_RUNTIME_STREAM_FEATURES_H

// What a window of readings is told by. Every step is one of float_step.h in a fixed order, so a board finds the same
// bits as the workbench.

#include "stream_spectrum.h"
#include "stream_window.h"

namespace broto {
namespace runtime {

enum StreamFeatureKind {
    meanFeature,
    deviationFeature, ///< of the readings from their mean: the root of the mean square
    minFeature,
    maxFeature,
    rangeFeature,         ///< max - min
    rmsFeature,           ///< root of the mean square
    energyFeature,        ///< sum of the squares
    zeroCrossingsFeature, ///< how often the readings pass from one side of their mean to the other
    slopeFeature,         ///< of the straight line that fits best
    peaksFeature,         ///< how often they rise above mean + deviation, each time having been below the mean
    skewnessFeature,      ///< mean third power of (reading - mean) / deviation; 0 where nothing varies
    kurtosisFeature,      ///< mean fourth power of the same, minus 3; 0 where nothing varies
    bandPowerFeature,     ///< what a band of frequencies has of the variance (see powerSpectrum)
    streamFeatureKinds
};

/// One feature of a window.
struct StreamFeature {
    uint8_t kind; ///< StreamFeatureKind
    uint8_t channel;
    uint16_t firstBin; ///< band power: places of the spectrum, from 1 to length / 2
    uint16_t lastBin;
};

/// Numbers that depend on the length of a window alone, worked out beforehand.
struct StreamScales {
    float perReading; ///< 1 / n
    float slope;      ///< 6 / (n * (n^2 - 1)), times readings a second where the slope is one a second; 0 for n = 1
    float power;      ///< 16 / (3 * n^2)
};

/// The readings are told by how far they are from the first one, so that a small change of a large value is not lost.
struct Moments {
    float first;
    float centre; ///< mean - first
    float deviation;

    float mean() const { return first + centre; }
    float distance(float reading) const { return reading - first - centre; } ///< from the mean
};

BROTO_ONCE inline Moments momentsOf(const StreamWindow& window, float perReading)
{
    Moments moments = {window[0], 0, 0};
    float sum = 0;
    for (uint16_t i = 1; i < window.length(); ++i)
        sum += window[i] - moments.first;
    moments.centre = product(sum, perReading);
    sum = 0;
    for (uint16_t i = 0; i < window.length(); ++i) {
        const float distance = moments.distance(window[i]);
        sum += product(distance, distance);
    }
    moments.deviation = squareRoot(product(sum, perReading));
    return moments;
}

inline float smallestOf(const StreamWindow& window)
{
    float smallest = window[0];
    for (uint16_t i = 1; i < window.length(); ++i)
        smallest = window[i] < smallest ? window[i] : smallest;
    return smallest;
}

inline float largestOf(const StreamWindow& window)
{
    float largest = window[0];
    for (uint16_t i = 1; i < window.length(); ++i)
        largest = window[i] > largest ? window[i] : largest;
    return largest;
}

inline float squaresOf(const StreamWindow& window)
{
    float sum = 0;
    for (uint16_t i = 0; i < window.length(); ++i)
        sum += product(window[i], window[i]);
    return sum;
}

/// A reading that equals the mean is on the side where the last one was.
inline float crossingsOf(const StreamWindow& window, const Moments& moments)
{
    uint16_t crossings = 0;
    int8_t side = 0;
    for (uint16_t i = 0; i < window.length(); ++i) {
        const float distance = moments.distance(window[i]);
        const int8_t now = distance > 0 ? 1 : distance < 0 ? -1 : side;
        crossings = static_cast<uint16_t>(crossings + (side != 0 && now != side));
        side = now;
    }
    return static_cast<float>(crossings);
}

inline float peaksOf(const StreamWindow& window, const Moments& moments)
{
    uint16_t peaks = 0;
    bool wasLow = true;
    for (uint16_t i = 0; i < window.length(); ++i) {
        const float distance = moments.distance(window[i]);
        if (wasLow && distance > moments.deviation) {
            ++peaks;
            wasLow = false;
        } else if (distance < 0) {
            wasLow = true;
        }
    }
    return static_cast<float>(peaks);
}

inline float slopeOf(const StreamWindow& window, float scale)
{
    const float first = window[0];
    float sum = 0;
    for (uint16_t i = 1; i < window.length(); ++i) {
        const int32_t weight = 2 * static_cast<int32_t>(i) + 1 - static_cast<int32_t>(window.length());
        sum += product(static_cast<float>(weight), window[i] - first);
    }
    return product(sum, scale);
}

/// The mean third or fourth power of (reading - mean) / deviation.
inline float standardMoment(const StreamWindow& window, const Moments& moments, float perReading, bool fourth)
{
    const float smallestDeviation = 1e-30f, largestDeviation = 1e30f;
    if (!(moments.deviation > smallestDeviation && moments.deviation < largestDeviation))
        return fourth ? 3.0f : 0.0f;
    const float scale = reciprocal(moments.deviation);
    float sum = 0;
    for (uint16_t i = 0; i < window.length(); ++i) {
        const float z = product(moments.distance(window[i]), scale);
        const float square = product(z, z);
        sum += product(square, fourth ? square : z);
    }
    return product(sum, perReading);
}

/// The spectrum of a window less its mean, in `spectrum`, which has room for its readings.
inline void spectrumOf(const StreamWindow& window, const Moments& moments, const float* cosines, float scale,
                       float* spectrum)
{
    for (uint16_t i = 0; i < window.length(); ++i)
        spectrum[i] = moments.distance(window[i]);
    powerSpectrum(spectrum, window.length(), cosines, scale);
}

/// All but band powers. What `kinds` (a bit a StreamFeatureKind) does not have leaves no code behind.
template<uint16_t kinds>
inline float featureOf(uint8_t kind, const StreamWindow& window, const Moments& moments, const StreamScales& scales)
{
    if (kinds >> meanFeature & 1 && kind == meanFeature)
        return moments.mean();
    if (kinds >> deviationFeature & 1 && kind == deviationFeature)
        return moments.deviation;
    if (kinds >> minFeature & 1 && kind == minFeature)
        return smallestOf(window);
    if (kinds >> maxFeature & 1 && kind == maxFeature)
        return largestOf(window);
    if (kinds >> rangeFeature & 1 && kind == rangeFeature)
        return largestOf(window) - smallestOf(window);
    if (kinds >> rmsFeature & 1 && kind == rmsFeature)
        return squareRoot(product(squaresOf(window), scales.perReading));
    if (kinds >> energyFeature & 1 && kind == energyFeature)
        return squaresOf(window);
    if (kinds >> zeroCrossingsFeature & 1 && kind == zeroCrossingsFeature)
        return crossingsOf(window, moments);
    if (kinds >> slopeFeature & 1 && kind == slopeFeature)
        return slopeOf(window, scales.slope);
    if (kinds >> peaksFeature & 1 && kind == peaksFeature)
        return peaksOf(window, moments);
    if (kinds >> skewnessFeature & 1 && kind == skewnessFeature)
        return standardMoment(window, moments, scales.perReading, false);
    if (kinds >> kurtosisFeature & 1 && kind == kurtosisFeature)
        return standardMoment(window, moments, scales.perReading, true) - 3.0f;
    return 0;
}

/// The features of the window that a ring holds, as a row. `features`, `scales` and `cosines` (length / 4 + 1 of them)
/// are in flash; `spectrum` has room for one channel's readings. Both last are used for band powers alone. The features
/// of a channel should stand together: what they share is worked out once a run of them.
template<uint16_t kinds>
BROTO_ONCE void windowFeatures(const StreamRing& ring, const StreamFeature* features, uint16_t count,
                               const StreamScales* scales, const float* cosines, float* spectrum, float* row)
{
    StreamScales known;
    known.perReading = fromFlash(&scales->perReading);
    known.slope = fromFlash(&scales->slope);
    known.power = fromFlash(&scales->power);
    Moments moments = {0, 0, 0};
    uint8_t channel = 0;
    bool hasMoments = false, hasSpectrum = false;
    for (uint16_t f = 0; f < count; ++f, ++features) {
        if (!hasMoments || fromFlash(&features->channel) != channel) {
            channel = fromFlash(&features->channel);
            moments = momentsOf(ring.window(channel), known.perReading);
            hasMoments = true;
            hasSpectrum = false;
        }
        const StreamWindow window = ring.window(channel);
        const uint8_t kind = fromFlash(&features->kind);
        if (kinds >> bandPowerFeature & 1 && kind == bandPowerFeature) {
            if (!hasSpectrum)
                spectrumOf(window, moments, cosines, known.power, spectrum);
            hasSpectrum = true;
            row[f] =
                bandPower(spectrum, window.length(), fromFlash(&features->firstBin), fromFlash(&features->lastBin));
        } else {
            row[f] = featureOf<kinds>(kind, window, moments, known);
        }
    }
}

} // namespace runtime
} // namespace broto

#endif
