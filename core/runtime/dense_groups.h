// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_GROUPS_H
#define BROTO_RUNTIME_DENSE_GROUPS_H

// Dense layers whose weights lie in groups of four neurons (group_int8.h), in portable C++: what the kernels in
// assembly (dense_avr.h, dense_cortex_m0.h, dense_cortex_m4.h) must compute to the bit, and what every other processor
// runs. The workbench is one of these. Four neurons at a time share each load of an activation.
//
// Activations are -127..127; |bias| + 127 * sum|weight| < 2^23 for every neuron. Vectors have room for
// BROTO_ACTIVATIONS of their length; what lies behind the last activation is never used.

#include "group_int8.h"
#include "requantize.h"

namespace broto {
namespace runtime {

/// What is known about the inputs of a layer, for kernels that can make use of it. Positive: they come from a ReLU, so
/// about half of them are 0. Sparse: of either sign, and 0 often enough to look. Dense: of either sign and seldom 0.
struct PositiveInputs {
    enum { haveEitherSign = 0, besideDense = 0 };
};
struct SparseInputs {
    enum { haveEitherSign = 1, besideDense = 0 };
};
struct DenseInputs {
    enum { haveEitherSign = 1, besideDense = 1 };
};
/// Positive, in a network with dense inputs: both are read by the same code.
struct PositiveBesideDense {
    enum { haveEitherSign = 0, besideDense = 1 };
};

#if defined(BROTO_KERNELS_PORTABLE) || defined(BROTO_KERNELS_AVR)

template<typename Place>
inline int32_t groupBias(Place place)
{
    const uint16_t low = static_cast<uint16_t>(fromFlash(place) | fromFlash(place + 1) << 8);
    return static_cast<int32_t>(static_cast<int8_t>(fromFlash(place + 2))) * 65536 + low;
}

template<typename Place>
inline int16_t groupMultiplier(Place place)
{
    return static_cast<int16_t>(fromFlash(place) | fromFlash(place + 1) << 8);
}

#if defined(BROTO_KERNELS_AVR)
enum { int8Flip = 0x80, int4Flip = 0x88 }; ///< its weights lie without a sign
#else
enum { int8Flip = 0, int4Flip = 0 };
#endif

/// Weights of one byte. `addColumn` adds what one input brings to the sums of four neurons.
struct PlainInt8 {
    enum { columnBytes = 4 };
    template<typename Place>
    static int16_t weight(Place place)
    {
        return signedByte(fromFlash(place) ^ int8Flip);
    }
    template<typename Place>
    static void addColumn(Place column, int16_t x, int32_t* sums)
    {
        sums[0] += static_cast<int16_t>(weight(column) * x);
        sums[1] += static_cast<int16_t>(weight(column + 1) * x);
        sums[2] += static_cast<int16_t>(weight(column + 2) * x);
        sums[3] += static_cast<int16_t>(weight(column + 3) * x);
    }
};

/// Weights of four bits: moved to the top of a byte they are what they stand for.
struct PlainInt4 {
    enum { columnBytes = 2 };
    template<typename Place>
    static void addColumn(Place column, int16_t x, int32_t* sums)
    {
        const uint8_t first = static_cast<uint8_t>(fromFlash(column) ^ int4Flip);
        const uint8_t second = static_cast<uint8_t>(fromFlash(column + 1) ^ int4Flip);
        sums[0] += static_cast<int16_t>(lowHalf(first) * x);
        sums[1] += static_cast<int16_t>(highHalf(first) * x);
        sums[2] += static_cast<int16_t>(lowHalf(second) * x);
        sums[3] += static_cast<int16_t>(highHalf(second) * x);
    }
};

/// The sums of a group; where its multipliers lie.
template<class Plain, typename Place>
inline Place plainSums(Place group, uint16_t inputs, const int8_t* x, int32_t* sums)
{
    int32_t four[4] = {groupBias(group), groupBias(group + 3), groupBias(group + 6), groupBias(group + 9)};
    group += 12;
    for (; inputs > 0; --inputs, group += Plain::columnBytes)
        Plain::addColumn(group, *x++, four);
    for (uint8_t n = 0; n < 4; ++n)
        sums[n] = four[n];
    return group;
}

template<class Plain, typename Place>
BROTO_ONCE inline void plainHidden(Place layer, uint8_t shift, int8_t lowest, uint16_t inputs, uint16_t outputs,
                                   const int8_t* x, int8_t* y)
{
    for (uint16_t first = 0; first < outputs; first = static_cast<uint16_t>(first + 4)) {
        int32_t sums[4];
        layer = plainSums<Plain>(layer, inputs, x, sums);
        for (uint8_t n = 0; n < 4; ++n, layer += 2)
            *y++ = clampActivation(requantize(sums[n], groupMultiplier(layer), shift), lowest);
    }
}

template<class Plain, typename Place>
BROTO_ONCE inline void plainScores(Place layer, uint16_t inputs, uint16_t outputs, const int8_t* x, int32_t* scores)
{
    for (uint16_t first = 0; first < outputs; first = static_cast<uint16_t>(first + 4)) {
        int32_t sums[4];
        layer = plainSums<Plain>(layer, inputs, x, sums);
        for (uint8_t n = 0; n < 4; ++n, layer += 2)
            if (first + n < outputs)
                *scores++ = requantize(sums[n], groupMultiplier(layer), 16);
    }
}

template<class Plain, typename Place>
BROTO_ONCE inline uint16_t plainClass(Place layer, uint16_t inputs, uint16_t outputs, const int8_t* x)
{
    int32_t largest = -8388608L; // less than any score
    uint16_t best = 0;
    for (uint16_t first = 0; first < outputs; first = static_cast<uint16_t>(first + 4)) {
        int32_t sums[4];
        layer = plainSums<Plain>(layer, inputs, x, sums);
        for (uint8_t n = 0; n < 4; ++n, layer += 2) {
            const int32_t score = requantize(sums[n], groupMultiplier(layer), 16);
            if (score > largest) { // those that are not there win against nobody
                largest = score;
                best = static_cast<uint16_t>(first + n);
            }
        }
    }
    return best;
}

#endif

/// A processor's kernels for weights as they are stored (Int8, Int4) and for what is known about the inputs.
template<class Storage, class Inputs>
struct DenseLayer;

#if defined(BROTO_KERNELS_PORTABLE) || defined(BROTO_KERNELS_AVR)

template<class Plain, typename Place = const uint8_t*>
struct PlainLayer {
    static BROTO_INLINE void relu(Place layer, uint8_t shift, uint16_t inputs, uint16_t outputs, const int8_t* x,
                                  int8_t* y)
    {
        plainHidden<Plain>(layer, shift, 0, inputs, outputs, x, y);
    }
    static BROTO_INLINE void linear(Place layer, uint8_t shift, uint16_t inputs, uint16_t outputs, const int8_t* x,
                                    int8_t* y)
    {
        plainHidden<Plain>(layer, shift, -127, inputs, outputs, x, y);
    }
    static BROTO_INLINE void scores(Place layer, uint16_t inputs, uint16_t outputs, const int8_t* x, int32_t* result)
    {
        plainScores<Plain>(layer, inputs, outputs, x, result);
    }
    static BROTO_INLINE uint16_t largest(Place layer, uint16_t inputs, uint16_t outputs, const int8_t* x, int8_t*)
    {
        return plainClass<Plain>(layer, inputs, outputs, x);
    }
};

#endif

/// Weights of eight and of four bits; the wide ones are of layers with more inputs or neurons than a byte counts.
struct Int8 {};
struct Int4 {};
#if defined(BROTO_KERNELS_AVR)
struct WideInt8 {};
struct WideInt4 {};
#else
typedef Int8 WideInt8;
typedef Int4 WideInt4;
#endif

#if defined(BROTO_KERNELS_PORTABLE)
template<class Inputs>
struct DenseLayer<Int8, Inputs> : PlainLayer<PlainInt8> {
};
template<class Inputs>
struct DenseLayer<Int4, Inputs> : PlainLayer<PlainInt4> {
};
#endif

/// A hidden layer with ReLU: y = clamp((sum * multiplier + 2^(shift-1)) >> shift) to 0..127, ready for a layer of
/// groups.
template<class Storage, class Inputs, typename Place>
BROTO_INLINE void layerRelu(Place layer, uint8_t shift, uint16_t inputs, uint16_t outputs, const int8_t* x, int8_t* y)
{
    DenseLayer<Storage, Inputs>::relu(layer, shift, inputs, outputs, x, y);
}

/// The same, clamped to -127..127, for a linear layer and before a table; y is bytes.
template<class Storage, class Inputs, typename Place>
BROTO_INLINE void layerLinear(Place layer, uint8_t shift, uint16_t inputs, uint16_t outputs, const int8_t* x, int8_t* y)
{
    DenseLayer<Storage, Inputs>::linear(layer, shift, inputs, outputs, x, y);
}

/// The output layer of a classification: one score a class, all on one scale.
template<class Storage, class Inputs, typename Place>
BROTO_INLINE void layerScores(Place layer, uint16_t inputs, uint16_t outputs, const int8_t* x, int32_t* scores)
{
    DenseLayer<Storage, Inputs>::scores(layer, inputs, outputs, x, scores);
}

/// The class with the largest score, of equal ones the first, without keeping the scores. `work` has room for 8.
template<class Storage, class Inputs, typename Place>
BROTO_INLINE uint16_t layerClass(Place layer, uint16_t inputs, uint16_t outputs, const int8_t* x, int8_t* work)
{
    return DenseLayer<Storage, Inputs>::largest(layer, inputs, outputs, x, work);
}

#if !defined(BROTO_KERNELS_CORTEX_M4)
/// Between bytes and what layers of groups read. Only Cortex-M4 has two forms.
BROTO_INLINE void activationsFromBytes(uint16_t, int8_t*) {}
BROTO_INLINE void activationsToBytes(uint16_t, int8_t*) {}
/// Where the activation of that number is, of those that a layer with ReLU writes.
BROTO_INLINE int8_t* activationsAt(uint16_t first, int8_t* y)
{
    return y + first;
}
#endif

} // namespace runtime
} // namespace broto

#endif
