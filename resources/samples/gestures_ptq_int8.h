// SPDX-License-Identifier: MIT-0
// gestures, variant ptq-int8: a neural network in one C++11 header, made by Broto 0.1.0
//
//   Task      classification: gesture, one of 5 classes
//   Network   15 inputs, 16 relu, 8 relu, 5 outputs; 437 parameters in int8
//   Quality   accuracy 0.9852 on the test rows, which the training has not seen
//   Origin    data 62100b9ea6eae36d, seed 1, 200 epochs; model id 6992061f82444358
//   Costs     582 bytes of weights in flash, 31 bytes of activations and 840 bytes of readings and
//             features in RAM
//
// A reading, in raw units, 50 times a second:
//   [0]       ax (g)
//   [1]       ay (g)
//   [2]       az (g)
//
// A window is 64 readings, the next one begins 16 readings later. Its features are the row.
//
// A row, in raw units; a missing value is NaN:
//   [0]       ax mean (g), trained from -0.57859373 to 0.33328125
//   [1]       ax deviation (g), trained from 0.038651276 to 1.5963681
//   [2]       ax min (g), trained from -2.3 to 0.25
//   [3]       ax max (g), trained from -0.34 to 1.74
//   [4]       ax zero-crossings, trained from 2 to 45
//   [5]       ay mean (g), trained from -0.30234373 to 0.52453125
//   [6]       ay deviation (g), trained from 0.04034247 to 0.5945297
//   [7]       ay min (g), trained from -0.93 to 0.23
//   [8]       ay max (g), trained from -0.17 to 0.9
//   [9]       ay zero-crossings, trained from 1 to 41
//   [10]      az mean (g), trained from 0.68093747 to 1.006875
//   [11]      az deviation (g), trained from 0.04145045 to 0.24494533
//   [12]      az min (g), trained from 0.36 to 0.91
//   [13]      az max (g), trained from 0.93 to 2.17
//   [14]      az zero-crossings, trained from 1 to 42
//
// The answer, gesture, by its number:
//   0         circle
//   1         idle
//   2         shake
//   3         tap
//   4         tilt
//
// How to use it (an Arduino sketch; include it in one source file only):
//     #include "gestures_ptq_int8.h"
//     float reading[] = {...}; // a value a channel, as often as the sensor is read
//     if (!broto::gestures_ptq_int8::push(reading)) return; // the window is not full yet
//     const float* row = broto::gestures_ptq_int8::window();
//     uint16_t answer = broto::gestures_ptq_int8::classify(row);
//     if (answer == broto::gestures_ptq_int8::class_circle) digitalWrite(LED_BUILTIN, HIGH);
//     Serial.println((const __FlashStringHelper*)broto::gestures_ptq_int8::className(answer)); // names are in flash
//
// You may use, copy, change, publish and sell this file without asking and without naming its
// source. It comes as it is, without warranty of any kind.

#ifndef BROTO_MODEL_GESTURES_PTQ_INT8_H
#define BROTO_MODEL_GESTURES_PTQ_INT8_H

#include <stdint.h>

// 1. What you call

namespace broto {

namespace runtime {
struct InputReport;
}

namespace gestures_ptq_int8 {

enum {
    featureCount = 15,    // values in a row
    inputCount = 15,      // inputs of the network: a category takes several
    outputCount = 5,      // classes
    hiddenLayerCount = 2, // layers before the output layer
    widestLayer = 16,     // activations of the largest one, the inputs included
};

enum {
    channelCount = 3,  // values in a reading
    windowLength = 64, // readings in a window
    windowStride = 16, // readings from one window to the next
};

/// Where a value stands in a reading: reading[channel_ax].
enum Channel {
    channel_ax = 0, // ax (g)
    channel_ay = 1, // ay (g)
    channel_az = 2, // az (g)
};

/// Where a value stands in a row: row[feature_ax_mean].
enum Feature {
    feature_ax_mean = 0,            // ax mean (g)
    feature_ax_deviation = 1,       // ax deviation (g)
    feature_ax_min = 2,             // ax min (g)
    feature_ax_max = 3,             // ax max (g)
    feature_ax_zero_crossings = 4,  // ax zero-crossings
    feature_ay_mean = 5,            // ay mean (g)
    feature_ay_deviation = 6,       // ay deviation (g)
    feature_ay_min = 7,             // ay min (g)
    feature_ay_max = 8,             // ay max (g)
    feature_ay_zero_crossings = 9,  // ay zero-crossings
    feature_az_mean = 10,           // az mean (g)
    feature_az_deviation = 11,      // az deviation (g)
    feature_az_min = 12,            // az min (g)
    feature_az_max = 13,            // az max (g)
    feature_az_zero_crossings = 14, // az zero-crossings
};

/// What classify answers.
enum Class {
    class_circle = 0, // circle
    class_idle = 1,   // idle
    class_shake = 2,  // shake
    class_tap = 3,    // tap
    class_tilt = 4,   // tilt
};

/// One score a class, the same integers on every machine. The softmax of score * 0.00121876f is how
/// sure the network is.
typedef int32_t Raw;

/// Takes one reading, a value a channel, 50 times a second. True when a window is full: after
/// the first windowLength readings, and after every windowStride more. Then window() is the row to ask about.
/// A reading with a value that is missing or infinite forgets the readings before it.
inline bool push(const float* reading);

/// The features of the last full window: what classify, predict and infer take.
inline const float* window();

/// Forgets all readings: the next window needs windowLength of them.
inline void restart();

/// The number of the class that a row belongs to; outputCount if the row is refused (see infer).
inline uint16_t classify(const float* row);

/// The name of a class. On AVR it stands in flash: cast it to (const __FlashStringHelper*) to print it.
inline const char* className(uint16_t number);

/// Raw outputs for a row. The report tells how many values lie outside the range of the training, and whether the row
/// was refused because a value is missing (NaN) that nothing stands for: then there are no outputs.
/// Buffers are shared between calls: not to be called from an interrupt while it runs.
inline runtime::InputReport infer(const float* row, Raw* raw);

/// Whether this processor gives the answers that the workbench gave, on the golden rows below.
inline bool selfTest();

} // namespace gestures_ptq_int8
} // namespace broto

// 2. The arithmetic: the same lines run in the workbench

#if defined(BROTO_RUNTIME) && BROTO_RUNTIME != 0x90c93091u
#error "Headers of different versions of Broto are in one program: export them again with one version."
#endif
#ifndef BROTO_RUNTIME
#define BROTO_RUNTIME 0x90c93091u
#endif

#ifndef BROTO_RUNTIME_FLASH_H
#define BROTO_RUNTIME_FLASH_H

// Where a model's constants live and how they are read. On AVR they stay in program memory and need their own
// instructions to be read; everywhere else a const is already in flash.

#include <stddef.h>
#include <stdint.h>

#ifdef __AVR__
#include <avr/pgmspace.h>
#define BROTO_FLASH PROGMEM
#else
#define BROTO_FLASH
#endif

// Shared by all calls: the code of a kernel stands in flash once.
#if defined(__GNUC__)
#define BROTO_ONCE __attribute__((noinline))
#else
#define BROTO_ONCE
#endif

namespace broto {
namespace runtime {

#ifdef __AVR__
inline int8_t fromFlash(const int8_t* place) { return static_cast<int8_t>(pgm_read_byte(place)); }
inline uint8_t fromFlash(const uint8_t* place) { return pgm_read_byte(place); }
inline uint16_t fromFlash(const uint16_t* place) { return pgm_read_word(place); }
inline int16_t fromFlash(const int16_t* place) { return static_cast<int16_t>(pgm_read_word(place)); }
inline int32_t fromFlash(const int32_t* place) { return static_cast<int32_t>(pgm_read_dword(place)); }
inline float fromFlash(const float* place) { return pgm_read_float(place); }
inline char fromFlash(const char* place) { return static_cast<char>(pgm_read_byte(place)); }
inline const char* fromFlash(const char* const* place) { return static_cast<const char*>(pgm_read_ptr(place)); }
#else
template<typename T>
inline T fromFlash(const T* place)
{
    return *place;
}
#endif

} // namespace runtime
} // namespace broto

#endif

#ifndef BROTO_RUNTIME_INPUT_INT8_H
#define BROTO_RUNTIME_INPUT_INT8_H

// From a row in raw units to int8 activations, without float arithmetic: the bits of the float are shifted into a
// fixed-point number, so every machine gets the same one.

namespace broto {
namespace runtime {

/// How one column of a row enters the network.
struct InputFeature {
    int32_t centre; ///< number: C, the fixed-point value that becomes 0
    int32_t lowest; ///< number: fixed-point smallest and largest value of the training rows
    int32_t highest;
    int16_t factor;     ///< number: A; category: the activation of the chosen one, the others are 0
    int16_t fill;       ///< what stands for NaN: number, an activation; category, an index; refuseMissing: nothing
    int8_t exponent;    ///< number: k, at most 124; the fixed-point value is x * 2^k
    uint8_t categories; ///< 0 for a number, else how many activations the category takes
};

enum { refuseMissing = -32768 };

/// What became of a row.
struct InputReport {
    uint8_t refused;     ///< 1 when a missing value had nothing to stand for it; the row has no answer
    uint16_t feature;    ///< then: which column
    uint16_t outOfRange; ///< columns outside what the training rows held (a category never seen counts too)
};

inline uint32_t bitsOf(float x)
{
    union {
        float number;
        uint32_t bits;
    } both;
    both.number = x;
    return both.bits;
}

inline bool isMissing(uint32_t bits)
{
    return (bits & 0x7fffffffu) > 0x7f800000u;
}

/// round(x * 2^k), ties away from zero, saturated at +-2^30 (infinities too). x given by its bits, and not NaN.
BROTO_ONCE inline int32_t fixedPoint(uint32_t bits, int8_t k)
{
    uint32_t size = (bits & 0x7fffffu) | 0x800000u; // |x| = size * 2^(e - 150)
    const uint8_t e = static_cast<uint8_t>(bits >> 23);
    int16_t right = static_cast<int16_t>(150 - e - k);
    if (e == 0 || right > 24) {
        size = 0; // subnormal numbers too: k <= 124
    } else if (right < -6 || e == 255) {
        size = static_cast<uint32_t>(1) << 30;
    } else if (right <= 0) {
        for (; right < 0; ++right)
            size <<= 1;
    } else {
        for (; right > 8; right = static_cast<int16_t>(right - 8))
            size >>= 8;
        for (; right > 1; --right)
            size >>= 1;
        size = (size + 1) >> 1;
    }
    return bits >> 31 ? -static_cast<int32_t>(size) : static_cast<int32_t>(size);
}

/// clamp((clamp16(value - centre) * factor + 2^19) >> 20) to -127..127.
BROTO_ONCE inline int8_t scaledInput(int32_t value, int32_t centre, int16_t factor)
{
    const int32_t distance = value - centre; // |value| <= 2^30, |centre| < 2^29
    const int16_t bounded = static_cast<int16_t>(distance > 32767 ? 32767 : distance < -32767 ? -32767 : distance);
    const int32_t scaled =
        (static_cast<int32_t>(bounded) * static_cast<int32_t>(factor) + (static_cast<int32_t>(1) << 19)) >> 20;
    return static_cast<int8_t>(scaled > 127 ? 127 : scaled < -127 ? -127 : scaled);
}

/// Encodes a whole row. `features` is in flash; x takes one activation a number and `categories` ones a category.
BROTO_ONCE inline InputReport encodeRow(const InputFeature* features, uint16_t count, const float* row, int8_t* x)
{
    InputReport report = {0, 0, 0};
    for (uint16_t f = 0; f < count; ++f, ++features) {
        const uint32_t bits = bitsOf(row[f]);
        const bool missing = isMissing(bits);
        const int16_t fill = fromFlash(&features->fill);
        if (missing && fill == refuseMissing) {
            report.refused = 1;
            report.feature = f;
            return report;
        }
        const uint8_t categories = fromFlash(&features->categories);
        const int16_t factor = fromFlash(&features->factor);
        if (categories) {
            const int32_t chosen = missing ? fill : fixedPoint(bits, 0);
            if (chosen < 0 || chosen >= categories)
                ++report.outOfRange;
            for (uint8_t c = 0; c < categories; ++c)
                *x++ = static_cast<int8_t>(c == chosen ? factor : 0);
        } else if (missing) {
            *x++ = static_cast<int8_t>(fill);
        } else {
            const int32_t value = fixedPoint(bits, fromFlash(&features->exponent));
            if (value < fromFlash(&features->lowest) || value > fromFlash(&features->highest))
                ++report.outOfRange;
            *x++ = scaledInput(value, fromFlash(&features->centre), factor);
        }
    }
    return report;
}

} // namespace runtime
} // namespace broto

#endif

#ifndef BROTO_RUNTIME_NEURON_INT8_H
#define BROTO_RUNTIME_NEURON_INT8_H

// One neuron with int8 weights: the portable kernel, which says what every faster one must compute to the bit.
// Weights are stored neuron by neuron. Activations are -127..127; |bias| + 127 * sum|weight| < 2^23 for every neuron.

namespace broto {
namespace runtime {

/// bias + sum of weight * x of one neuron.
inline int32_t neuronSum(const int8_t* weights, int32_t bias, const int8_t* x, uint16_t inputs)
{
    int32_t sum = bias;
    for (uint16_t i = 0; i < inputs; ++i)
        sum += static_cast<int16_t>(fromFlash(weights + i)) * x[i];
    return sum;
}

} // namespace runtime
} // namespace broto

#endif

#ifndef BROTO_RUNTIME_REQUANTIZE_H
#define BROTO_RUNTIME_REQUANTIZE_H

namespace broto {
namespace runtime {

/// floor((sum * multiplier + 2^(shift-1)) / 2^shift) without 64-bit arithmetic.
/// |sum| < 2^23, 0 < multiplier < 2^15, 16 <= shift <= 24.
inline int32_t requantize(int32_t sum, int16_t multiplier, uint8_t shift)
{
    const uint32_t low = (static_cast<uint32_t>(sum) & 0xffffu) * static_cast<uint32_t>(multiplier); // < 2^31
    const int32_t high = (sum >> 16) * static_cast<int32_t>(multiplier);                             // |.| <= 2^22
    if (shift == 16)
        return high + static_cast<int32_t>((low + 0x8000u) >> 16);
    return (high + static_cast<int32_t>(low >> 16) + (static_cast<int32_t>(1) << (shift - 17))) >> (shift - 16);
}

inline int8_t clampActivation(int32_t value, int8_t lowest)
{
    return static_cast<int8_t>(value < lowest ? lowest : value > 127 ? 127 : value);
}

} // namespace runtime
} // namespace broto

#endif

#ifndef BROTO_RUNTIME_HIDDEN_INT8_H
#define BROTO_RUNTIME_HIDDEN_INT8_H

namespace broto {
namespace runtime {

/// A hidden layer: y = clamp((sum * multiplier + 2^(shift-1)) >> shift) to lowest..127.
/// `lowest` is 0 for ReLU, -127 for a linear layer and before a table.
BROTO_ONCE inline void denseHidden(const int8_t* weights, const int32_t* bias, const int16_t* multiplier, uint8_t shift,
                                   int8_t lowest, uint16_t inputs, uint16_t outputs, const int8_t* x, int8_t* y)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs) {
        const int32_t sum = neuronSum(weights, fromFlash(bias + o), x, inputs);
        y[o] = clampActivation(requantize(sum, fromFlash(multiplier + o), shift), lowest);
    }
}

} // namespace runtime
} // namespace broto

#endif

#ifndef BROTO_RUNTIME_SCORES_INT8_H
#define BROTO_RUNTIME_SCORES_INT8_H

namespace broto {
namespace runtime {

/// The output layer of a classification: one score a class, all on one scale.
BROTO_ONCE inline void denseScores(const int8_t* weights, const int32_t* bias, const int16_t* multiplier,
                                   uint16_t inputs, uint16_t outputs, const int8_t* x, int32_t* scores)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs)
        scores[o] = requantize(neuronSum(weights, fromFlash(bias + o), x, inputs), fromFlash(multiplier + o), 16);
}

} // namespace runtime
} // namespace broto

#endif

#ifndef BROTO_RUNTIME_ANSWER_H
#define BROTO_RUNTIME_ANSWER_H

// From raw outputs to an answer.

namespace broto {
namespace runtime {

/// The class with the largest score; of equal ones the first.
template<typename Score>
inline uint16_t largest(const Score* scores, uint16_t count)
{
    uint16_t best = 0;
    for (uint16_t i = 1; i < count; ++i)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

/// A regression's answer in the target's unit. One addition, one conversion, one multiplication: the same bits everywhere.
inline float answerFromSum(int32_t sum, int32_t offset, float unit) { return static_cast<float>(sum + offset) * unit; }

} // namespace runtime
} // namespace broto

#endif

#ifndef BROTO_RUNTIME_FLOAT_STEP_H
#define BROTO_RUNTIME_FLOAT_STEP_H

// Single-precision arithmetic that gives the same bits on every machine. Addition, subtraction, multiplication and the
// conversion of integers are rounded the same way by every processor and every soft-float library. What differs is left
// out: quotients that come out subnormal, square roots of libraries, and multiplications that a compiler joins with an
// addition where the processor can do both at once.

namespace broto {
namespace runtime {

/// a * b, rounded before anything is done with it: a call that is never inlined cannot be fused.
BROTO_ONCE inline float product(float a, float b)
{
    return a * b;
}

/// 1 / x for 1e-30 <= |x| <= 1e30, so that the quotient is a normal number.
BROTO_ONCE inline float reciprocal(float x)
{
    return 1.0f / x;
}

inline float floatOf(uint32_t bits)
{
    union {
        uint32_t bits;
        float number;
    } both;
    both.bits = bits;
    return both.number;
}

/// The square root of x >= 0, correctly rounded, digit by digit in integers. Subnormal numbers count as 0; infinities
/// and NaN stay what they are.
BROTO_ONCE inline float squareRoot(float x)
{
    const uint32_t bits = bitsOf(x);
    const int16_t exponent = static_cast<int16_t>(bits >> 23);
    if (exponent == 0)
        return 0;
    if (exponent >= 255)
        return x;
    // x = rest * 2^(2 * half) with 2^24 <= rest < 2^26: the root has 25 digits, one more than a float keeps.
    uint32_t rest = ((bits & 0x7fffffu) | 0x800000u) << 1;
    const int16_t power = static_cast<int16_t>(exponent - 127);
    if (power & 1)
        rest <<= 1;
    const int16_t half = static_cast<int16_t>((power - (power & 1)) / 2);
    uint32_t root = 0, taken = 0; // taken: twice the root found so far
    for (uint32_t digit = static_cast<uint32_t>(1) << 24; digit != 0; digit >>= 1, rest <<= 1) {
        const uint32_t trial = taken + digit;
        if (trial <= rest) {
            taken = trial + digit;
            rest -= trial;
            root += digit;
        }
    }
    root = (root + (root & 1)) >> 1; // a root of 24 digits is never halfway between two floats
    return floatOf((static_cast<uint32_t>(half + 126) << 23) + root);
}

} // namespace runtime
} // namespace broto

#endif

#ifndef BROTO_RUNTIME_STREAM_SPECTRUM_H
#define BROTO_RUNTIME_STREAM_SPECTRUM_H

// The power spectrum of a window of 2^n readings, in place, with the cosines of a table in flash.

namespace broto {
namespace runtime {

/// cos(2 pi k / length) and sin(2 pi k / length) for 0 <= k <= length / 2, from length / 4 + 1 cosines in flash.
class Turn {
public:
    Turn(const float* cosines, uint16_t length) : m_cosines(cosines), m_quarter(static_cast<uint16_t>(length / 4)) {}

    float cosine(uint16_t k) const
    {
        return k <= m_quarter ? fromFlash(m_cosines + k) : -fromFlash(m_cosines + (2 * m_quarter - k));
    }
    float sine(uint16_t k) const { return fromFlash(m_cosines + (k <= m_quarter ? m_quarter - k : k - m_quarter)); }

private:
    const float* m_cosines;
    uint16_t m_quarter;
};

/// Puts complex numbers into the order in which their indexes read backwards in binary.
inline void reverseBinary(float* z, uint16_t count)
{
    uint16_t j = 0;
    for (uint16_t i = 1; i < count; ++i) {
        uint16_t bit = static_cast<uint16_t>(count >> 1);
        for (; j & bit; bit = static_cast<uint16_t>(bit >> 1))
            j = static_cast<uint16_t>(j ^ bit);
        j = static_cast<uint16_t>(j ^ bit);
        if (i >= j)
            continue;
        for (uint8_t part = 0; part < 2; ++part) {
            const float kept = z[2 * i + part];
            z[2 * i + part] = z[2 * j + part];
            z[2 * j + part] = kept;
        }
    }
}

/// The discrete Fourier transform of `count` = 2^n complex numbers (real, imaginary), in place. `turn` has 2 * count
/// steps.
inline void transform(float* z, uint16_t count, const Turn& turn)
{
    reverseBinary(z, count);
    for (uint16_t half = 1; half < count; half = static_cast<uint16_t>(2 * half)) {
        for (uint16_t j = 0; j < half; ++j) {
            const uint16_t step = static_cast<uint16_t>(j * (count / half)); // of 2 * count in a turn
            const float wr = turn.cosine(step), wi = -turn.sine(step);
            for (uint16_t at = j; at < count; at = static_cast<uint16_t>(at + 2 * half)) {
                float* a = z + 2 * at;
                float* b = a + 2 * half;
                float re = b[0], im = b[1];
                if (j > 0) {
                    re = product(wr, b[0]) - product(wi, b[1]);
                    im = product(wr, b[1]) + product(wi, b[0]);
                }
                b[0] = a[0] - re;
                b[1] = a[1] - im;
                a[0] += re;
                a[1] += im;
            }
        }
    }
}

/// From `length` real values to what each frequency has of their mean square: place k, from 0 to length / 2 - 1, holds
/// k / length turns a reading; place 0 the highest frequency, half a turn a reading. The mean has been taken off the
/// values, which are weighted by a Hann window here. `scale` is 16 / (3 * length^2). length is 2^n, from 8 to 32768.
BROTO_ONCE inline void powerSpectrum(float* values, uint16_t length, const float* cosines, float scale)
{
    const Turn turn(cosines, length);
    const uint16_t half = static_cast<uint16_t>(length / 2);
    for (uint16_t i = 0; i < length; ++i) {
        const float cosine = turn.cosine(i <= half ? i : static_cast<uint16_t>(length - i));
        values[i] = product(values[i], 0.5f - product(0.5f, cosine));
    }
    transform(values, half, turn);

    // The even values were transformed as the real, the odd ones as the imaginary parts: places k and half - k part
    // them.
    const float highest = values[0] - values[1];
    for (uint16_t k = 1; k <= half / 2; ++k) {
        float* a = values + 2 * k;
        float* b = values + 2 * (half - k);
        const float evenRe = a[0] + b[0], evenIm = a[1] - b[1]; // both doubled
        const float oddRe = a[1] + b[1], oddIm = b[0] - a[0];
        const float wr = turn.cosine(k), wi = -turn.sine(k);
        const float re = product(wr, oddRe) - product(wi, oddIm);
        const float im = product(wr, oddIm) + product(wi, oddRe);
        const float lowRe = evenRe + re, lowIm = evenIm + im;
        const float highRe = evenRe - re, highIm = evenIm - im;
        a[0] = product(scale, product(0.25f, product(lowRe, lowRe) + product(lowIm, lowIm)));
        b[0] = product(scale, product(0.25f, product(highRe, highRe) + product(highIm, highIm)));
    }
    for (uint16_t k = 1; k < half; ++k)
        values[k] = values[2 * k];
    values[0] = product(product(scale, 0.5f), product(highest, highest));
}

/// The sum over the places `first` to `last`, from 1 to length / 2 (see powerSpectrum).
inline float bandPower(const float* spectrum, uint16_t length, uint16_t first, uint16_t last)
{
    float sum = 0;
    for (uint16_t k = first; k <= last; ++k)
        sum += spectrum[k < length / 2 ? k : 0];
    return sum;
}

} // namespace runtime
} // namespace broto

#endif

#ifndef BROTO_RUNTIME_STREAM_WINDOW_H
#define BROTO_RUNTIME_STREAM_WINDOW_H

// The latest readings of a stream of sensors, and when a window of them is complete.

namespace broto {
namespace runtime {

/// What became of a reading.
enum StreamEvent {
    streamNeedsMore,  ///< no window is complete yet
    streamWindowFull, ///< the last `length` readings are a window
    streamRestarted ///< a value was missing or infinite: a window never holds such a reading, the next one begins anew
};

/// What becomes of a reading that lacks the value of a channel (NaN).
enum StreamMissing {
    restartsStream, ///< windows begin anew behind it
    isFilled,       ///< StreamFill::value stands for it
    isLastValue     ///< the value before it does, if there is one since the stream was restarted
};

struct StreamFill {
    float value;
    uint8_t missing; ///< StreamMissing
};

/// The readings of one channel in a full window, the oldest first.
class StreamWindow {
public:
    StreamWindow(const float* values, uint16_t length, uint16_t oldest)
        : m_values(values), m_length(length), m_oldest(oldest)
    {
    }

    uint16_t length() const { return m_length; }

    float operator[](uint16_t i) const
    {
        const uint16_t place = static_cast<uint16_t>(m_oldest + i);
        return m_values[place < m_length ? place : place - m_length];
    }

private:
    const float* m_values;
    uint16_t m_length;
    uint16_t m_oldest;
};

/// A ring of `length` readings of `channels` values each, in a buffer of the caller's (4 bytes a value). A window is
/// complete after the first `length` readings and after every `stride` more. 1 <= length < 32768, stride >= 1.
class StreamRing {
public:
    /// A constant expression, so that a ring of a program's own costs no code before its start.
    constexpr StreamRing(float* values, uint8_t channels, uint16_t length, uint16_t stride)
        : m_values(values),
          m_length(length),
          m_stride(stride),
          m_next(0),
          m_due(length),
          m_channels(channels),
          m_empty(true)
    {
    }

    /// Puts in what stands for the missing values of a reading. `fills` has one a channel, in flash.
    void fill(const StreamFill* fills, float* reading) const
    {
        const uint16_t last = static_cast<uint16_t>(m_next == 0 ? m_length - 1 : m_next - 1);
        for (uint8_t c = 0; c < m_channels; ++c, ++fills) {
            if (!isMissing(bitsOf(reading[c])))
                continue;
            const uint8_t missing = fromFlash(&fills->missing);
            if (missing == isFilled)
                reading[c] = fromFlash(&fills->value);
            else if (missing == isLastValue && !m_empty)
                reading[c] = m_values[static_cast<size_t>(c) * m_length + last];
        }
    }

    StreamEvent push(const float* reading)
    {
        for (uint8_t c = 0; c < m_channels; ++c) {
            if (!isFinite(reading[c])) {
                restart();
                return streamRestarted;
            }
        }
        float* place = m_values + m_next;
        for (uint8_t c = 0; c < m_channels; ++c, place += m_length)
            *place = reading[c];
        m_empty = false;
        if (++m_next == m_length)
            m_next = 0;
        if (m_due == 0)
            m_due = m_stride;
        return --m_due == 0 ? streamWindowFull : streamNeedsMore;
    }

    /// Forgets all readings.
    void restart()
    {
        m_next = 0;
        m_due = m_length;
        m_empty = true;
    }

    /// How many readings are missing from the next window; 0 right after one is complete.
    uint16_t due() const { return m_due; }
    uint8_t channels() const { return m_channels; }

    /// While due() is 0.
    StreamWindow window(uint8_t channel) const
    {
        return StreamWindow(m_values + static_cast<size_t>(channel) * m_length, m_length, m_next);
    }

private:
    static bool isFinite(float value) { return (bitsOf(value) & 0x7f800000u) != 0x7f800000u; }

    float* m_values; ///< channel by channel
    uint16_t m_length;
    uint16_t m_stride;
    uint16_t m_next; ///< where the next reading goes: when the ring is full, the place of the oldest
    uint16_t m_due;
    uint8_t m_channels;
    bool m_empty; ///< no reading since the last restart
};

} // namespace runtime
} // namespace broto

#endif

#ifndef BROTO_RUNTIME_STREAM_FEATURES_H
#define BROTO_RUNTIME_STREAM_FEATURES_H

// What a window of readings is told by. Every step is one of float_step.h in a fixed order, so a board finds the same
// bits as the workbench.

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

// 3. The model: what was learned

namespace broto {
namespace gestures_ptq_int8 {

/// What a window is told by: kind, channel, first and last place of the spectrum.
static const runtime::StreamFeature streamFeatures[15] BROTO_FLASH = {
    {0, 0, 0, 0}, // ax mean (g)
    {1, 0, 0, 0}, // ax deviation (g)
    {2, 0, 0, 0}, // ax min (g)
    {3, 0, 0, 0}, // ax max (g)
    {7, 0, 0, 0}, // ax zero-crossings
    {0, 1, 0, 0}, // ay mean (g)
    {1, 1, 0, 0}, // ay deviation (g)
    {2, 1, 0, 0}, // ay min (g)
    {3, 1, 0, 0}, // ay max (g)
    {7, 1, 0, 0}, // ay zero-crossings
    {0, 2, 0, 0}, // az mean (g)
    {1, 2, 0, 0}, // az deviation (g)
    {2, 2, 0, 0}, // az min (g)
    {3, 2, 0, 0}, // az max (g)
    {7, 2, 0, 0}, // az zero-crossings
};
enum { streamKinds = 143 };
static const runtime::StreamScales streamScales BROTO_FLASH = {0.015625f, 0.0011446887f, 0.0013020834f};

// Names of the channels, as UTF-8.
static const char channelName0[] BROTO_FLASH = "ax";
static const char channelUnit0[] BROTO_FLASH = "g";
static const char channelName1[] BROTO_FLASH = "ay";
static const char channelUnit1[] BROTO_FLASH = "g";
static const char channelName2[] BROTO_FLASH = "az";
static const char channelUnit2[] BROTO_FLASH = "g";
static const char* const channelNames[channelCount] BROTO_FLASH = {channelName0, channelName1, channelName2};
static const char* const channelUnits[channelCount] BROTO_FLASH = {channelUnit0, channelUnit1, channelUnit2};

// A golden window: its readings, its features to the last bit, and its raw outputs.
static const float goldenReadings[64 * 3] BROTO_FLASH = {
    0.13f, 0.25f, 1.03f,
    0.04f, 0.15f, 1.0f,
    0.06f, 0.17f, 0.95f,
    0.16f, 0.24f, 1.0f,
    0.14f, 0.17f, 0.87f,
    0.06f, 0.16f, 0.98f,
    0.03f, 0.24f, 1.07f,
    0.05f, 0.16f, 0.9f,
    0.01f, 0.15f, 0.96f,
    -0.05f, 0.13f, 0.99f,
    0.07f, 0.2f, 0.96f,
    0.02f, 0.15f, 0.99f,
    0.16f, 0.2f, 0.97f,
    -0.01f, 0.19f, 1.03f,
    0.04f, 0.14f, 0.98f,
    -0.02f, 0.08f, 0.99f,
    0.03f, 0.19f, 0.87f,
    0.0f, 0.16f, 1.03f,
    0.03f, 0.05f, 0.98f,
    0.01f, 0.12f, 1.03f,
    -0.01f, 0.09f, 0.97f,
    -0.02f, 0.12f, 1.03f,
    0.05f, 0.11f, 0.98f,
    0.02f, 0.13f, 1.04f,
    0.1f, 0.13f, 0.98f,
    0.0f, 0.23f, 1.04f,
    0.04f, 0.12f, 0.98f,
    0.08f, 0.14f, 0.92f,
    -0.03f, 0.19f, 0.96f,
    0.06f, 0.09f, 1.0f,
    0.04f, 0.1f, 0.98f,
    0.02f, 0.06f, 1.04f,
    -0.06f, 0.07f, 0.93f,
    0.1f, 0.16f, 0.9f,
    0.01f, 0.14f, 1.0f,
    0.06f, 0.08f, 1.03f,
    -0.05f, 0.12f, 1.09f,
    -0.01f, 0.04f, 0.96f,
    0.05f, 0.0f, 0.96f,
    0.09f, 0.14f, 0.97f,
    0.03f, 0.14f, 0.99f,
    0.08f, 0.11f, 0.93f,
    0.09f, 0.12f, 0.87f,
    0.06f, -0.02f, 1.02f,
    -0.02f, 0.0f, 0.91f,
    -0.07f, 0.08f, 1.0f,
    0.06f, 0.15f, 0.95f,
    0.03f, 0.01f, 1.08f,
    0.1f, 0.06f, 0.94f,
    0.06f, 0.06f, 1.0f,
    0.11f, 0.07f, 0.96f,
    -0.04f, 0.08f, 1.04f,
    0.1f, 0.01f, 0.94f,
    0.0f, 0.07f, 1.07f,
    0.02f, 0.07f, 1.0f,
    0.08f, 0.07f, 0.95f,
    0.01f, 0.05f, 1.01f,
    0.04f, 0.09f, 1.08f,
    0.09f, 0.16f, 1.05f,
    0.06f, 0.13f, 1.06f,
    0.1f, 0.12f, 1.04f,
    -0.03f, 0.1f, 0.97f,
    0.13f, 0.1f, 0.98f,
    0.05f, 0.0f, 1.0f,
};
static const float goldenFeatures[15] BROTO_FLASH = {
    0.04124999f, 0.05272274f, -0.07f, 0.16f, 36.0f, 0.115468785f, 0.06123545f, -0.02f, 0.25f, 21.0f,
    0.9871875f, 0.05103519f, 0.87f, 1.09f, 46.0f,
};
static const Raw goldenWindowOutputs[5] BROTO_FLASH = {
    -3552, 3744, -5865, 618, -2953,
};

/// How each value of a row enters the network: centre, lowest, highest, factor, fill, exponent, categories.
static const runtime::InputFeature features[15] BROTO_FLASH = {
    {-440, -9480, 5460, 8889, runtime::refuseMissing, 14, 0},    // ax mean (g)
    {2386, 317, 13077, 10592, runtime::refuseMissing, 13, 0},    // ax deviation (g)
    {-3719, -18842, 2048, 7160, runtime::refuseMissing, 13, 0},  // ax min (g)
    {3373, -2785, 14254, 8602, runtime::refuseMissing, 13, 0},   // ax max (g)
    {11477, 1024, 23040, 5261, runtime::refuseMissing, 9, 0},    // ax zero-crossings
    {4123, -9907, 17188, 6426, runtime::refuseMissing, 15, 0},   // ay mean (g)
    {6592, 1322, 19482, 7141, runtime::refuseMissing, 15, 0},    // ay deviation (g)
    {-3484, -15237, 3768, 7785, runtime::refuseMissing, 14, 0},  // ay min (g)
    {7647, -2785, 14746, 8944, runtime::refuseMissing, 14, 0},   // ay max (g)
    {7558, 512, 20992, 5504, runtime::refuseMissing, 9, 0},      // ay zero-crossings
    {30537, 22313, 32993, 16192, runtime::refuseMissing, 15, 0}, // az mean (g)
    {6712, 2716, 16053, 9778, runtime::refuseMissing, 16, 0},    // az deviation (g)
    {22901, 11796, 29819, 7141, runtime::refuseMissing, 15, 0},  // az min (g)
    {20038, 15237, 35553, 7663, runtime::refuseMissing, 14, 0},  // az max (g)
    {12467, 512, 21504, 8058, runtime::refuseMissing, 9, 0},     // az zero-crossings
};

// weights: neuron by neuron, one an input. bias: what the sum of weight * input begins with. multiplier: brings the sum
// to the step of the output. table: the activation, of -128 to 127. hiddenSizes: activations of the hidden layers.

// Layer 1: 15 inputs, 16 neurons, relu. One step of an input stands for 0.030552076, one of an
// output for 0.059333723.
static const int8_t weights1[16 * 15] BROTO_FLASH = {
    -30, -8, 30, -3, -107, 39, 127, -68, 82, -104, -25, -87, 78, -32, -23,   // neuron 0
    -39, -127, 60, -9, 102, 52, -23, 72, 51, -84, 30, -49, -43, -67, -25,    // neuron 1
    -34, -41, -18, -89, 28, 12, -75, -63, -49, 54, 105, 127, -115, 75, 10,   // neuron 2
    -84, -91, 70, -58, 16, -8, -87, 85, -62, 77, 62, 43, -74, 127, 42,       // neuron 3
    -11, -63, 123, -98, 92, -22, -121, 16, -127, 50, 22, -31, 72, -31, 3,    // neuron 4
    -18, -60, 1, 31, -25, 32, 31, -65, 67, 18, -12, -127, 107, -59, 82,      // neuron 5
    46, -54, 88, -94, 124, 14, 60, -20, 44, -127, -6, 57, -24, -124, -6,     // neuron 6
    -12, -63, 9, -100, 106, -69, 64, 22, 124, -67, 3, -81, -43, -87, -127,   // neuron 7
    37, -64, 49, -105, 127, -9, 84, -65, 54, 20, -68, -8, -18, -25, -63,     // neuron 8
    -13, -81, 40, -48, 34, -127, -6, -13, 11, 104, 31, 79, -80, 102, -35,    // neuron 9
    -16, 62, -74, 127, -19, 66, -79, 15, -29, 85, 68, 11, -69, 91, 87,       // neuron 10
    22, -90, 36, -113, 99, 13, -37, 58, -122, 15, 50, 61, -119, 127, 1,      // neuron 11
    18, 120, -121, 127, -97, -25, -68, 113, -54, -34, 93, 75, 20, -118, -88, // neuron 12
    -36, -70, 96, -73, 77, -12, 47, -31, -28, 14, -41, -41, 127, -90, -20,   // neuron 13
    -20, -29, 83, -72, 110, -10, -127, 35, -104, -4, 102, 37, -79, 70, 53,   // neuron 14
    49, 107, -120, 22, -94, 50, -82, 61, -113, 50, 103, 127, 28, 24, -28,    // neuron 15
};
static const int32_t bias1[16] BROTO_FLASH = {
    2590, 1313, 1161, -516, 1918, 1232, 30, 2440, 4195, -244, 881, 1526, 3572, -419, 677, 508,
};
static const int16_t multiplier1[16] BROTO_FLASH = {
    27774, 25362, 15646, 24539, 27215, 26991, 21057, 25351, 24162, 17129, 28913, 24156, 24466,
    28883, 25057, 26263,
};

// Layer 2: 16 inputs, 8 neurons, relu. One step of an input stands for 0.059333723, one of an
// output for 0.13961843.
static const int8_t weights2[8 * 16] BROTO_FLASH = {
    127, 59, 109, -37, -98, 43, -19, 56, 70, 14, -37, 104, 1, -24, -2, -47,    // neuron 0
    -32, 91, -32, -64, 104, 48, 87, 104, 62, -5, -50, -30, -84, 105, 12, -127, // neuron 1
    -56, -26, 66, 42, 72, -57, -15, -68, 60, 44, 14, 80, -36, -38, 127, -25,   // neuron 2
    -85, 60, 78, 63, 19, -35, 17, 4, -25, 127, 103, 97, -46, -82, 104, -32,    // neuron 3
    -7, 127, 65, 51, 117, -30, 41, 11, 116, 28, 50, 94, -55, 58, 13, -21,      // neuron 4
    92, 80, -47, -94, -12, -49, 68, 127, 72, 86, 36, -9, -57, 56, -51, 2,      // neuron 5
    -20, -5, 65, 47, 34, -56, -12, -83, 35, -2, 127, 47, 120, -104, 1, 91,     // neuron 6
    127, -30, -32, 70, 75, 126, -69, -20, -53, 23, -17, 62, 29, 48, 8, -96,    // neuron 7
};
static const int32_t bias2[8] BROTO_FLASH = {
    2419, 1928, 1833, -747, 1381, -352, 271, 1802,
};
static const int16_t multiplier2[8] BROTO_FLASH = {
    20876, 24312, 23106, 20938, 23272, 19751, 27648, 25404,
};

// Layer 3: 8 inputs, 5 neurons, linear. One step of an input stands for 0.13961843, one of an
// output for 0.00121876.
static const int8_t weights3[5 * 8] BROTO_FLASH = {
    122, -24, -104, -101, -107, -30, -127, 115, // neuron 0
    -124, 73, 26, -23, 48, -100, -127, 36,      // neuron 1
    -72, -84, -90, -90, -72, -91, 127, -21,     // neuron 2
    -114, -127, 101, 118, 67, -127, -34, -40,   // neuron 3
    24, 80, -101, -92, 42, 96, -127, -107,      // neuron 4
};
static const int32_t bias3[5] BROTO_FLASH = {
    429, 144, 563, -842, -402,
};
static const int16_t multiplier3[5] BROTO_FLASH = {
    28697, 32767, 29317, 21770, 27339,
};

static const int16_t hiddenSizes[2] BROTO_FLASH = {
    16, 8,
};

// Names, as UTF-8.
static const char nameText[] BROTO_FLASH = "gestures_ptq_int8";
static const char noText[] BROTO_FLASH = "";
static const char text1[] BROTO_FLASH = "ax mean";
static const char text2[] BROTO_FLASH = "g";
static const char text3[] BROTO_FLASH = "ax deviation";
static const char text4[] BROTO_FLASH = "ax min";
static const char text5[] BROTO_FLASH = "ax max";
static const char text6[] BROTO_FLASH = "ax zero-crossings";
static const char text7[] BROTO_FLASH = "ay mean";
static const char text8[] BROTO_FLASH = "ay deviation";
static const char text9[] BROTO_FLASH = "ay min";
static const char text10[] BROTO_FLASH = "ay max";
static const char text11[] BROTO_FLASH = "ay zero-crossings";
static const char text12[] BROTO_FLASH = "az mean";
static const char text13[] BROTO_FLASH = "az deviation";
static const char text14[] BROTO_FLASH = "az min";
static const char text15[] BROTO_FLASH = "az max";
static const char text16[] BROTO_FLASH = "az zero-crossings";
static const char text17[] BROTO_FLASH = "circle";
static const char text18[] BROTO_FLASH = "idle";
static const char text19[] BROTO_FLASH = "shake";
static const char text20[] BROTO_FLASH = "tap";
static const char text21[] BROTO_FLASH = "tilt";
static const char* const featureNames[15] BROTO_FLASH = {
    text1, text3, text4, text5, text6, text7, text8, text9, text10, text11, text12, text13, text14,
    text15, text16,
};
static const char* const featureUnits[15] BROTO_FLASH = {
    text2, text2, text2, text2, noText, text2, text2, text2, text2, noText, text2, text2, text2,
    text2, noText,
};
static const char* const outputNames[5] BROTO_FLASH = {
    text17, text18, text19, text20, text21,
};

// Golden rows in raw units, and the raw outputs that every processor has to give for them.
enum { goldenRowCount = 5 };
static const float goldenRows[5 * 15] BROTO_FLASH = {
    0.04124999f, 0.05272274f, -0.07f, 0.16f, 36.0f, 0.115468785f, 0.06123545f, -0.02f, 0.25f, 21.0f,
    0.9871875f, 0.05103519f, 0.87f, 1.09f, 46.0f,       // row 0
    -0.06453127f, 0.24251886f, -0.57f, 0.3f, 6.0f, 0.31109378f, 0.23482123f, -0.09f, 0.7f, 5.0f,
    0.9378125f, 0.052424606f, 0.82f, 1.05f, 25.0f,      // row 1
    -0.16453123f, 0.66913396f, -1.02f, 0.76f, 8.0f, 0.31734374f, 0.13445774f, 0.08f, 0.58f, 9.0f,
    0.9423438f, 0.1080761f, 0.74f, 1.12f, 16.0f,        // row 2
    -0.08765624f, 0.047949914f, -0.18f, 0.02f, 32.0f, 0.035937518f, 0.18353063f, -0.25f, 0.43f,
    4.0f, 0.9735938f, 0.05927603f, 0.84f, 1.11f, 26.0f, // row 3
    -0.1453125f, 0.053472213f, -0.26f, -0.03f, 32.0f, 0.38859373f, 0.051655922f, 0.29f, 0.53f,
    39.0f, 0.918125f, 0.14256442f, 0.57f, 1.7f, 25.0f,  // row 4
};
static const Raw goldenOutputs[5 * 5] BROTO_FLASH = {
    -3552, 3744, -5865, 618, -2953,    // idle
    3803, -1467, -2526, -3295, -721,   // circle
    -2248, -3684, 3127, -1208, -3289,  // shake
    -1057, 1532, -5909, -3943, 2719,   // tilt
    -10833, -2767, -5099, 4777, -9248, // tap
};

} // namespace gestures_ptq_int8
} // namespace broto

// 4. The network at work

namespace broto {
namespace gestures_ptq_int8 {

/// Encodes a row and runs the first `layers` hidden layers. Where their activations are now.
inline const int8_t* runHidden(const float* row, uint8_t layers, runtime::InputReport* report)
{
    static int8_t first[15];
    static int8_t second[16];
    *report = runtime::encodeRow(features, featureCount, row, first);
    if (report->refused || layers == 0)
        return first;
    runtime::denseHidden(weights1, bias1, multiplier1, 23, 0, 15, 16, first, second);
    if (layers == 1)
        return second;
    runtime::denseHidden(weights2, bias2, multiplier2, 23, 0, 16, 8, second, first);
    return first;
}

inline runtime::InputReport infer(const float* row, Raw* raw)
{
    runtime::InputReport report;
    const int8_t* x = runHidden(row, hiddenLayerCount, &report);
    if (report.refused)
        return report;
    runtime::denseScores(weights3, bias3, multiplier3, 8, 5, x, raw);
    return report;
}

inline uint16_t classify(const float* row)
{
    Raw raw[outputCount];
    if (infer(row, raw).refused)
        return outputCount;
    return runtime::largest(raw, outputCount);
}

inline const char* className(uint16_t number)
{
    return number < outputCount ? runtime::fromFlash(outputNames + number) : noText;
}

/// The readings of the window that is going on.
inline runtime::StreamRing& readings()
{
    static float values[channelCount * windowLength];
    static runtime::StreamRing ring(values, channelCount, windowLength, windowStride);
    return ring;
}

inline float* windowRow()
{
    static float row[featureCount];
    return row;
}

inline const float* window()
{
    return windowRow();
}

inline void restart()
{
    readings().restart();
}

inline bool push(const float* reading)
{
    float values[channelCount];
    for (uint8_t channel = 0; channel < channelCount; ++channel)
        values[channel] = reading[channel];
    if (readings().push(values) != runtime::streamWindowFull)
        return false;
    runtime::windowFeatures<streamKinds>(readings(), streamFeatures, featureCount, &streamScales, 0, 0, windowRow());
    return true;
}

/// Whether an output is the expected one. Integers are the same everywhere.
inline bool isExpected(Raw output, Raw expected)
{
    return output == expected;
}

/// Whether the golden window has the features and the answer that it should. The stream begins anew after it.
inline bool streamSelfTest()
{
    restart();
    const float* value = goldenReadings;
    bool isFull = false;
    for (uint16_t i = 0; i < windowLength; ++i) {
        float reading[channelCount];
        for (uint8_t channel = 0; channel < channelCount; ++channel)
            reading[channel] = runtime::fromFlash(value++);
        isFull = push(reading);
    }
    restart();
    for (uint16_t feature = 0; feature < featureCount; ++feature)
        if (runtime::bitsOf(window()[feature]) != runtime::bitsOf(runtime::fromFlash(goldenFeatures + feature)))
            return false;
    Raw raw[outputCount];
    if (!isFull || infer(window(), raw).refused)
        return false;
    for (uint16_t output = 0; output < outputCount; ++output)
        if (!isExpected(raw[output], runtime::fromFlash(goldenWindowOutputs + output)))
            return false;
    return true;
}

inline bool selfTest()
{
    const float* value = goldenRows;
    const Raw* expected = goldenOutputs;
    for (uint16_t golden = 0; golden < goldenRowCount; ++golden) {
        float row[featureCount];
        for (uint16_t feature = 0; feature < featureCount; ++feature)
            row[feature] = runtime::fromFlash(value++);
        Raw raw[outputCount];
        if (infer(row, raw).refused)
            return false;
        for (uint16_t output = 0; output < outputCount; ++output)
            if (!isExpected(raw[output], runtime::fromFlash(expected++)))
                return false;
    }
    return streamSelfTest();
}

/// The model as a type, for Broto's board_server.h: a program that answers over a serial line.
struct Model {
    typedef gestures_ptq_int8::Raw Raw;
    enum {
        featureCount = gestures_ptq_int8::featureCount,
        outputCount = gestures_ptq_int8::outputCount,
        hiddenLayerCount = gestures_ptq_int8::hiddenLayerCount,
        widestLayer = gestures_ptq_int8::widestLayer,
        isClassification = 1,
        isFloat = 0
    };
    static uint64_t id() { return 0x6992061f82444358ull; }
    static const char* name() { return nameText; }
    static const char* featureName(uint16_t feature) { return runtime::fromFlash(featureNames + feature); }
    static const char* featureUnit(uint16_t feature) { return runtime::fromFlash(featureUnits + feature); }
    static const char* outputName(uint16_t output) { return runtime::fromFlash(outputNames + output); }
    static const char* outputUnit() { return noText; }
    static runtime::InputReport infer(const float* row, Raw* raw) { return gestures_ptq_int8::infer(row, raw); }
    static uint16_t largestOutput(const Raw* raw) { return runtime::largest(raw, outputCount); }
    static float value(const Raw* raw) { return static_cast<float>(raw[largestOutput(raw)]); }
    static bool selfTest() { return gestures_ptq_int8::selfTest(); }
    /// Runs a row up to a hidden layer: how many activations that has and where they are until the next call; 0 for
    /// a row that is refused and a layer that is not there.
    static uint16_t hidden(uint8_t layer, const float* row, const int8_t** values)
    {
        if (layer >= hiddenLayerCount)
            return 0;
        runtime::InputReport report;
        *values = runHidden(row, static_cast<uint8_t>(layer + 1), &report);
        return report.refused ? 0 : static_cast<uint16_t>(runtime::fromFlash(hiddenSizes + layer));
    }
    enum { channelCount = gestures_ptq_int8::channelCount, windowLength = gestures_ptq_int8::windowLength, windowStride = gestures_ptq_int8::windowStride };
    static const char* channelName(uint8_t channel) { return runtime::fromFlash(channelNames + channel); }
    static const char* channelUnit(uint8_t channel) { return runtime::fromFlash(channelUnits + channel); }
    static bool push(const float* reading) { return gestures_ptq_int8::push(reading); }
    static const float* window() { return gestures_ptq_int8::window(); }
    static uint16_t due() { return readings().due(); }
    static void restart() { gestures_ptq_int8::restart(); }
};

} // namespace gestures_ptq_int8
} // namespace broto

#endif
