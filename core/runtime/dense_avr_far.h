// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_AVR_FAR_H
#define BROTO_RUNTIME_DENSE_AVR_FAR_H

// Layers in groups in the far flash of an AVR, in assembly: the sums of dense_avr.h with ELPM, which takes no longer
// than LPM. RAMPZ:Z goes on by itself as weights are read; over those of an input of 0 it goes by hand. Inputs may be
// as many as there is RAM for, and a group's sums are requantized in C++: where weights are that many, products are
// what takes time.
//
// r2-r13 the sums; r14 0; r15 RAMPZ; r17:r16 inputs; r22:r20 128 * sum(x), then as dense_avr.h has them; r24 r25 inputs
// left, or of int4 r24 those of this turn; r18 r19 scratch; X inputs, Y sums, Z flash; T set: inputs of either sign.

#include "dense_avr.h"
#include "far_flash.h"

#if defined(BROTO_KERNELS_AVR) && defined(BROTO_HAS_FAR_FLASH)

#define BROTO_AVR_FAR_BIAS(a, b, c)                                                                                    \
    "elpm " a ",Z+\n\telpm " b ",Z+\n\telpm " c ",Z+\n\tsub " a ",r20\n\tsbc " b ",r21\n\tsbc " c ",r22\n\t"
#define BROTO_AVR_FAR_BEGIN                                                                                            \
    "push r28\n\tpush r29\n\tmovw r28,r24\n\tclr r14\n\tout __RAMPZ__,r15\n\t" BROTO_AVR_FAR_BIAS("r2", "r3", "r4")    \
        BROTO_AVR_FAR_BIAS("r5", "r6", "r7") BROTO_AVR_FAR_BIAS("r8", "r9", "r10")                                     \
            BROTO_AVR_FAR_BIAS("r11", "r12", "r13")

// clang-format off
#define BROTO_AVR_FAR_COLUMNS(column, bytes, next)                                                                     \
    "4: ld r19,X+\n\ttst r19\n\tbreq 5f\n\tbrmi 6f\n\t" column("elpm", "add", "adc") next "brne 4b\n\trjmp 9f\n"       \
    "5: adiw r30," bytes "\n\tbrcc 7f\n\tin r18,__RAMPZ__\n\tinc r18\n\tout __RAMPZ__,r18\n"                           \
    "7: " next "brne 4b\n\trjmp 9f\n"                                                                                  \
    "6: neg r19\n\t" column("elpm", "sub", "sbc") next "brne 4b\n9: "
// clang-format on

#define BROTO_AVR_FAR_END                                                                                              \
    "ldi r19,4\n1: st Y+,r2\n\tst Y+,r3\n\tst Y+,r4\n\tlsl r4\n\tsbc r4,r4\n\tst Y+,r4\n\t" BROTO_AVR_NEXT_SUM         \
    "dec r19\n\tbrne 1b\n\tclr r1\n\tin r15,__RAMPZ__\n\tpop r29\n\tpop r28\n\tret"

namespace broto {
namespace runtime {

/// The sums of one group, as four int32 at r25:r24. RAMPZ:Z is left at its multipliers.
template<class Storage>
void avrFarGroup();
template<>
BROTO_NAKED void avrFarGroup<Int8>()
{
    __asm__ volatile(BROTO_AVR_FAR_BEGIN "movw r24,r16\n" BROTO_AVR_FAR_COLUMNS(BROTO_AVR_INT8_COLUMN, "4",
                                                                                "sbiw r24,1\n\t") BROTO_AVR_FAR_END ::);
}
template<>
BROTO_NAKED void avrFarGroup<Int4>()
{
    __asm__ volatile(
        BROTO_AVR_FAR_BEGIN
        "8: clr r20\n\tclr r21\n\tclr r22\n\tclr r23\n\tldi r24,32\n\tbrtc 1f\n\tldi r24,16\n"
        "1: cp r16,r24\n\tcpc r17,r14\n\tbrsh 1f\n\tmov r24,r16\n1: sub r16,r24\n\tsbc r17,r14\n" BROTO_AVR_FAR_COLUMNS(
            BROTO_AVR_INT4_COLUMN, "2", "dec r24\n\t") "ldi r18,16\n\t" BROTO_AVR_FOLD("r20", "r21", "r2", "r3", "r4",
                                                                                       "r5", "r6", "r7")
            BROTO_AVR_FOLD_SIGN("r21", "r4", "r7") BROTO_AVR_FOLD("r22", "r23", "r8", "r9", "r10", "r11", "r12", "r13")
                BROTO_AVR_FOLD_SIGN("r23", "r10",
                                    "r13") "cp r16,r14\n\tcpc r17,r14\n\tbreq 1f\n\trjmp 8b\n1: " BROTO_AVR_FAR_END ::);
}

/// The sums of a group; where its multipliers lie. (No template: see dense_avr.h.)
BROTO_INLINE FarPlace<uint8_t> avrFarSums(void (*routine)(), bool either, FarPlace<uint8_t> group, uint16_t inputs,
                                          const int8_t* x, uint32_t sumOfInputs, int32_t* sums)
{
    uint16_t low = static_cast<uint16_t>(group.address);
    register uint8_t high __asm__("r15") = static_cast<uint8_t>(group.address >> 16);
    register int32_t* place __asm__("r24") = sums;
    register uint16_t left __asm__("r16") = inputs;
    register uint32_t begun __asm__("r20") = sumOfInputs;
    __asm__ volatile(BROTO_AVR_CALL
                     : "+z"(low), "+x"(x), "+r"(place), "+r"(left), "+r"(begun), "+r"(high)
                     : [either] "i"(either), [routine] "i"(routine)
                     : BROTO_AVR_SUMS, "r18", "r19", "memory");
    group.address = static_cast<uint32_t>(high) << 16 | low;
    return group;
}

/// 128 * sum(x), as far as 24 bits hold it.
BROTO_ONCE inline uint32_t avrFarBegin(uint16_t inputs, const int8_t* x)
{
    int32_t sum = 0;
    for (uint16_t i = 0; i < inputs; ++i)
        sum += x[i];
    return static_cast<uint32_t>(sum) << 7;
}

template<class Storage, class Inputs>
struct AvrFarLayer {
    static BROTO_ONCE FarPlace<uint8_t> sums(FarPlace<uint8_t> group, uint16_t inputs, const int8_t* x,
                                             uint32_t sumOfInputs, int32_t* result)
    {
        return avrFarSums(avrFarGroup<Storage>, Inputs::haveEitherSign, group, inputs, x, sumOfInputs, result);
    }

    static BROTO_ONCE void hidden(FarPlace<uint8_t> layer, uint8_t shift, int8_t lowest, uint16_t inputs,
                                  uint16_t outputs, const int8_t* x, int8_t* y)
    {
        const uint32_t sumOfInputs = avrFarBegin(inputs, x);
        for (uint16_t first = 0; first < outputs; first = static_cast<uint16_t>(first + 4)) {
            int32_t four[4];
            layer = sums(layer, inputs, x, sumOfInputs, four);
            for (uint8_t n = 0; n < 4; ++n, layer += 2)
                *y++ = clampActivation(requantize(four[n], groupMultiplier(layer), shift), lowest);
        }
    }

    static BROTO_INLINE void relu(FarPlace<uint8_t> layer, uint8_t shift, uint16_t inputs, uint16_t outputs,
                                  const int8_t* x, int8_t* y)
    {
        hidden(layer, shift, 0, inputs, outputs, x, y);
    }

    static BROTO_INLINE void linear(FarPlace<uint8_t> layer, uint8_t shift, uint16_t inputs, uint16_t outputs,
                                    const int8_t* x, int8_t* y)
    {
        hidden(layer, shift, -127, inputs, outputs, x, y);
    }

    static BROTO_ONCE void scores(FarPlace<uint8_t> layer, uint16_t inputs, uint16_t outputs, const int8_t* x,
                                  int32_t* result)
    {
        const uint32_t sumOfInputs = avrFarBegin(inputs, x);
        for (uint16_t first = 0; first < outputs; first = static_cast<uint16_t>(first + 4)) {
            int32_t four[4];
            layer = sums(layer, inputs, x, sumOfInputs, four);
            for (uint8_t n = 0; n < 4; ++n, layer += 2)
                if (first + n < outputs)
                    *result++ = requantize(four[n], groupMultiplier(layer), 16);
        }
    }
};

struct FarInt8 {};
struct FarInt4 {};
template<class Inputs>
struct DenseLayer<FarInt8, Inputs> : AvrFarLayer<Int8, Inputs> {
};
template<class Inputs>
struct DenseLayer<FarInt4, Inputs> : AvrFarLayer<Int4, Inputs> {
};

} // namespace runtime
} // namespace broto

#endif

#endif
