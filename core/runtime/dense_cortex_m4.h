// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_CORTEX_M4_H
#define BROTO_RUNTIME_DENSE_CORTEX_M4_H

// Dense layers in groups for Cortex-M with the DSP extension (M4, M7, M33), in assembly: bit for bit what
// dense_groups.h computes.
//
// Activations lie as two words for four of them, X = (x1, x3) and Y = (256 * x0 - x1, 256 * x2 - x3) in halfwords
// (which needs |x| <= 127), beside weights as (w0 + 256 * w1, w2 + 256 * w3). SMLAD(weights, X) +
// SMLAD(SXTB16(weights), Y) is 256 * (w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3): three instructions and no unpacking of x
// for four products. int4 has q + 8 of four inputs in a word after AND with 0x0f0f0f0f, and of four more after a shift:
// the same on eight products with eight instructions; what the 8s add, 8 * sum(x), comes off the bias once a layer.
//
// A sum is 256 (int4: 16) times the true one and a multiplier lies as m << (24 - shift) (int4: 28), so that one SMMULR
// is (sum * m + 2^(shift-1)) >> shift.
//
// Where a layer has no fourth input, its weight is 0 (int4: 8, as the 8s that come off), so that it does not matter
// what lies there. Four neurons at a time: r4-r7 the sums, r0 inputs, r1 flash, r2 end of the inputs, r8-r11 inputs or
// weights, r3 r12 lr weights and what is made of them.

#include "dense_groups.h"

#if defined(BROTO_KERNELS_CORTEX_M4)

// Places on the stack, behind what the end of a group keeps for itself.
#define BROTO_M4_ENTER                                                                                                 \
    ".syntax unified\n\tpush {r0,r2,r4-r11,lr}\n\tmovs r4,#0\n\t" // r0 inputs, r2 and r4 of the end of a group
#define BROTO_M4_SUM_OF_INPUTS                                                                                         \
    "mov r6,#0x00010001\n\tmov r7,#0x01010101\n\tmov r8,r0\n"                                                          \
    "7: ldm r8!,{r9,r10}\n\tsmlad r4,r9,r7,r4\n\tsmlad r4,r10,r6,r4\n\tcmp r8,r3\n\tbne 7b\n\t"                        \
    "lsls r4,r4,#3\n\trsbs r4,r4,#0\n\tmov lr,#0x0f0f0f0f\n\t"
#define BROTO_M4_KEEP "push {r3,r4}\n\tmov r2,r3\n" // [sp] end of the inputs, [sp,#4] -8 * 256 * sum(x)

#define BROTO_M4_INT8_ROW(a, w) "smlad " a "," w ",r8," a "\n\tsxtb16 r3," w "\n\tsmlad " a ",r3,r9," a "\n\t"
#define BROTO_M4_INT8_DOT(end, sum, inputs)                                                                            \
    "1: ldr r0,[sp,#" inputs "]\n\tldm r1!,{r4-r7}\n"                                                                  \
    "2: ldm r0!,{r8,r9}\n\tldm r1!,{r10,r11,r12,lr}\n\t" BROTO_M4_INT8_ROW("r4", "r10") BROTO_M4_INT8_ROW("r5", "r11") \
        BROTO_M4_INT8_ROW("r6", "r12") BROTO_M4_INT8_ROW("r7", "lr") "cmp r0,r2\n\tbne 2b\n\t"

#define BROTO_M4_INT4_ROW(a, w)                                                                                        \
    "and r12,lr," w "\n\tsmlad " a ",r12,r8," a "\n\tuxtb16 r12,r12\n\tsmlad " a ",r12,r9," a "\n\t"                   \
    "and r12,lr," w ",lsr #4\n\tsmlad " a ",r12,r10," a "\n\tuxtb16 r12,r12\n\tsmlad " a ",r12,r11," a "\n\t"
#define BROTO_M4_INT4_DOT(end, sum, inputs)                                                                            \
    "1: ldr r0,[sp,#" inputs "]\n\tldm r1!,{r4-r7}\n\tldr r2,[sp,#" sum "]\n\t"                                        \
    "add r4,r4,r2\n\tadd r5,r5,r2\n\tadd r6,r6,r2\n\tadd r7,r7,r2\n"                                                   \
    "2: ldm r0!,{r8-r11}\n\tldm r1!,{r2,r3}\n\t" BROTO_M4_INT4_ROW("r4", "r2")                                         \
        BROTO_M4_INT4_ROW("r5", "r3") "ldm r1!,{r2,r3}\n\t" BROTO_M4_INT4_ROW("r6", "r2")                              \
            BROTO_M4_INT4_ROW("r7", "r3") "ldr r12,[sp,#" end "]\n\tcmp r0,r12\n\tbne 2b\n\t"

#define BROTO_M4_SCALED                                                                                                \
    "ldm r1!,{r8-r11}\n\tsmmulr r4,r4,r8\n\tsmmulr r5,r5,r9\n\tsmmulr r6,r6,r10\n\tsmmulr r7,r7,r11\n\t"

// A layer with ReLU: r2 where its outputs go, r4 where they end.
#define BROTO_M4_RELU(begin, dot)                                                                                      \
    __asm__ volatile(BROTO_M4_ENTER begin BROTO_M4_KEEP dot("0", "4", "8") BROTO_M4_SCALED                             \
                     "ldr r3,[sp,#12]\n\tusat r4,#7,r4\n\tusat r5,#7,r5\n\tusat r6,#7,r6\n\tusat r7,#7,r7\n\t"         \
                     "pkhbt r8,r5,r7,lsl #16\n\trsb r9,r5,r4,lsl #8\n\trsb r10,r7,r6,lsl #8\n\t"                       \
                     "pkhbt r9,r9,r10,lsl #16\n\tstrd r8,r9,[r3],#8\n\tstr r3,[sp,#12]\n\t"                            \
                     "ldr r4,[sp,#16]\n\tcmp r3,r4\n\tbne 1b\n\t"                                                      \
                     "add sp,#16\n\tpop {r4-r11,pc}" ::)

// The largest score: r2 0, the number of the first output of a group; r4 how many there are. The class in r0.
#define BROTO_M4_IF_LARGER(a, n) "cmp " a ",r8\n\titt gt\n\tmovgt r8," a "\n\taddgt r9,r10,#" n "\n\t"
#define BROTO_M4_CLASS(begin, dot)                                                                                     \
    __asm__ volatile(BROTO_M4_ENTER begin BROTO_M4_KEEP "mov r8,#0x80000000\n\tpush {r8,r9}\n" dot("8", "12", "16")    \
                         BROTO_M4_SCALED "ldrd r8,r9,[sp]\n\tldr r10,[sp,#20]\n\t" BROTO_M4_IF_LARGER("r4", "0")       \
                             BROTO_M4_IF_LARGER("r5", "1") BROTO_M4_IF_LARGER("r6", "2") BROTO_M4_IF_LARGER(           \
                                 "r7", "3") "adds r10,r10,#4\n\tstrd r8,r9,[sp]\n\tstr r10,[sp,#20]\n\t"               \
                                            "ldr r3,[sp,#24]\n\tcmp r10,r3\n\tblt 1b\n\t"                              \
                                            "mov r0,r9\n\tadd sp,#24\n\tpop {r4-r11,pc}" ::)

// The sums of one group, as four int32 at r2; r1 is left at its multipliers.
#define BROTO_M4_GROUP(begin, dot, shift)                                                                              \
    __asm__ volatile(BROTO_M4_ENTER begin BROTO_M4_KEEP dot(                                                           \
        "0", "4", "8") "ldr r3,[sp,#12]\n\tasrs r4,r4,#" shift "\n\tasrs r5,r5,#" shift "\n\tasrs r6,r6,#" shift       \
                       "\n\tasrs r7,r7,#" shift "\n\tstm r3,{r4-r7}\n\tadd sp,#16\n\tpop {r4-r11,pc}" ::)

namespace broto {
namespace runtime {

template<class Storage>
struct CortexM4;

template<>
struct CortexM4<Int8> {
    enum { multiplierPower = 24, inputsTogether = 4 };
    static BROTO_NAKED void relu() { BROTO_M4_RELU("", BROTO_M4_INT8_DOT); }
    static BROTO_NAKED void largest() { BROTO_M4_CLASS("", BROTO_M4_INT8_DOT); }
    static BROTO_NAKED void group() { BROTO_M4_GROUP("", BROTO_M4_INT8_DOT, "8"); }
};

template<>
struct CortexM4<Int4> {
    enum { multiplierPower = 28, inputsTogether = 8 };
    static BROTO_NAKED void relu() { BROTO_M4_RELU(BROTO_M4_SUM_OF_INPUTS, BROTO_M4_INT4_DOT); }
    static BROTO_NAKED void largest() { BROTO_M4_CLASS(BROTO_M4_SUM_OF_INPUTS, BROTO_M4_INT4_DOT); }
    static BROTO_NAKED void group() { BROTO_M4_GROUP(BROTO_M4_SUM_OF_INPUTS, BROTO_M4_INT4_DOT, "4"); }
};

/// Calls a routine, which saves all but r0-r3, r12 and lr. What is in r0 then; `flash` goes on. (Not a template: in
/// those, compilers before GCC 8 forget which register a variable is for.)
BROTO_INLINE uint32_t cortexM4Call(void (*routine)(), const int8_t* x, const uint32_t*& flash, uintptr_t third,
                                   const int8_t* inputsEnd, uintptr_t fifth)
{
    register uintptr_t r0 __asm__("r0") = reinterpret_cast<uintptr_t>(x);
    register const uint32_t* r1 __asm__("r1") = flash;
    register uintptr_t r2 __asm__("r2") = third;
    register const int8_t* r3 __asm__("r3") = inputsEnd;
    register uintptr_t r4 __asm__("r4") = fifth;
    __asm__ volatile("bl %c[routine]"
                     : "+r"(r0), "+r"(r1), "+r"(r2), "+r"(r3)
                     : "r"(r4), [routine] "i"(routine)
                     : "r12", "lr", "cc", "memory");
    flash = r1;
    return r0;
}

template<class Storage>
struct CortexM4Layer {
    typedef CortexM4<Storage> Routines;

    static BROTO_INLINE const int8_t* endOf(const int8_t* x, uint16_t inputs)
    {
        const unsigned together = Routines::inputsTogether;
        return x + (inputs + together - 1) / together * together * 2;
    }

    static BROTO_INLINE void relu(const uint32_t* layer, uint8_t, uint16_t inputs, uint16_t outputs, const int8_t* x,
                                  int8_t* y)
    {
        cortexM4Call(Routines::relu, x, layer, reinterpret_cast<uintptr_t>(y), endOf(x, inputs),
                     reinterpret_cast<uintptr_t>(y + (outputs + 3u) / 4 * 8));
    }

    static BROTO_INLINE uint16_t largest(const uint32_t* layer, uint16_t inputs, uint16_t outputs, const int8_t* x,
                                         int8_t*)
    {
        return static_cast<uint16_t>(cortexM4Call(Routines::largest, x, layer, 0, endOf(x, inputs), outputs));
    }

    /// The four results of the next group, of which a layer takes what it has.
    static BROTO_INLINE void group(const uint32_t*& layer, uint8_t shift, uint16_t inputs, const int8_t* x,
                                   int32_t* results)
    {
        cortexM4Call(Routines::group, x, layer, reinterpret_cast<uintptr_t>(results), endOf(x, inputs), 0);
        for (uint8_t n = 0; n < 4; ++n)
            results[n] =
                requantize(results[n], static_cast<int16_t>(*layer++ >> (Routines::multiplierPower - shift)), shift);
    }

    static BROTO_ONCE void linear(const uint32_t* layer, uint8_t shift, uint16_t inputs, uint16_t outputs,
                                  const int8_t* x, int8_t* y)
    {
        for (uint16_t first = 0; first < outputs; first = static_cast<uint16_t>(first + 4)) {
            int32_t results[4];
            group(layer, shift, inputs, x, results);
            for (uint8_t n = 0; n < 4; ++n)
                *y++ = clampActivation(results[n], -127);
        }
    }

    static BROTO_ONCE void scores(const uint32_t* layer, uint16_t inputs, uint16_t outputs, const int8_t* x,
                                  int32_t* result)
    {
        for (uint16_t first = 0; first < outputs; first = static_cast<uint16_t>(first + 4)) {
            int32_t results[4];
            group(layer, 16, inputs, x, results);
            for (uint8_t n = 0; n < 4 && first + n < outputs; ++n)
                *result++ = results[n];
        }
    }
};

template<class Inputs>
struct DenseLayer<Int8, Inputs> : CortexM4Layer<Int8> {
};
template<class Inputs>
struct DenseLayer<Int4, Inputs> : CortexM4Layer<Int4> {
};

typedef uint32_t __attribute__((may_alias)) ActivationWord;

/// Where the activation of that number is, a multiple of four.
BROTO_INLINE int8_t* activationsAt(uint16_t first, int8_t* y)
{
    return y + 2u * first;
}

/// From a byte an activation to X and Y, in place: from the last word on, for they take twice the room.
BROTO_ONCE inline void activationsFromBytes(uint16_t count, int8_t* x)
{
    const ActivationWord* from = reinterpret_cast<const ActivationWord*>(x) + (count + 3u) / 4;
    ActivationWord* to = reinterpret_cast<ActivationWord*>(x) + (count + 3u) / 4 * 2;
    do {
        const uint32_t four = *--from;
        uint32_t odd, even;
        __asm__("sxtb16 %0,%1,ror #8" : "=r"(odd) : "r"(four));
        __asm__("ssub16 %0,%1,%2" : "=r"(even) : "r"((four & 0x00ff00ffu) << 8), "r"(odd));
        *--to = even;
        *--to = odd;
    } while (reinterpret_cast<const int8_t*>(from) != x);
}

/// And back.
BROTO_ONCE inline void activationsToBytes(uint16_t count, int8_t* x)
{
    const ActivationWord* from = reinterpret_cast<const ActivationWord*>(x);
    ActivationWord* to = reinterpret_cast<ActivationWord*>(x);
    for (uint16_t words = static_cast<uint16_t>((count + 3u) / 4); words > 0; --words) {
        const uint32_t odd = *from++, high = *from++;
        const uint32_t x0 = (high + odd) >> 8 & 255, x2 = ((high >> 16) + (odd >> 16)) >> 8 & 255;
        *to++ = x0 | (odd & 255) << 8 | x2 << 16 | (odd >> 16 & 255) << 24;
    }
}

} // namespace runtime
} // namespace broto

#endif

#endif
