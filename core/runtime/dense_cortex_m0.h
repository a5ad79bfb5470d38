// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_CORTEX_M0_H
#define BROTO_RUNTIME_DENSE_CORTEX_M0_H

// Dense layers in groups for Cortex-M without the DSP extension (M0, M0+, M3, M23), in assembly that all of them know:
// bit for bit what dense_groups.h computes.
//
// A word holds the weights of four neurons for one input as halfwords w0 + 256 * w1 and w2 + 256 * w3. One MULS with
// the low byte of a halfword gives w0 * x, one with the whole halfword w0 * x + 256 * w1 * x: so the sums of two
// neurons are s0 and s0 + 256 * s1, exactly, as numbers of 32 bits that may wrap around. Twelve instructions for four
// products, and four MULS, so that a multiplier of 32 cycles takes no more of them than it must. An input of 0 is
// stepped over, except where zeros are seldom (DenseInputs).
//
// int4: a word holds q + 8 of four neurons for two inputs; AND with 0x0f0f0f0f leaves one of them as the halfwords
// above. What the 8s add, 8 * sum(x), comes off the bias, and all is taken 16 times at the end.
//
// Requantization in two MULS: sum = 2^16 * h + l, ((l * m >> 16) + h * m + 2^(shift-17)) >> (shift - 16).
//
// Where a layer has no fourth input its weights are 0 (int4: 8, as the 8s that come off), so that it does not matter
// what lies there. r8-r11 the sums; r0 inputs, r12 their end; r1 flash; r2 an input, r3 r4 weights and products, r5
// four inputs.

#include "dense_groups.h"

#if defined(BROTO_KERNELS_CORTEX_M0)

// Adds what the input in r2 brings; r3 its weights.
#define BROTO_M0_PRODUCTS                                                                                              \
    "sxtb r4,r3\n\tmuls r4,r2\n\tadd r8,r4\n\tsxth r4,r3\n\tmuls r4,r2\n\tadd r9,r4\n\t"                               \
    "asrs r3,r3,#16\n\tsxtb r4,r3\n\tmuls r4,r2\n\tadd r10,r4\n\tmuls r3,r2\n\tadd r11,r3\n"
#define BROTO_M0_UNSIGNED_PRODUCTS                                                                                     \
    "uxtb r4,r3\n\tmuls r4,r2\n\tadd r8,r4\n\tuxth r4,r3\n\tmuls r4,r2\n\tadd r9,r4\n\t"                               \
    "lsrs r3,r3,#16\n\tuxtb r4,r3\n\tmuls r4,r2\n\tadd r10,r4\n\tmuls r3,r2\n\tadd r11,r3\n"

// Input 0 to 3 of the four in r5 to r2, with the flags of it.
#define BROTO_M0_INPUT0 "lsls r2,r5,#24\n\tasrs r2,r2,#24\n\t"
#define BROTO_M0_INPUT1 "lsls r2,r5,#16\n\tasrs r2,r2,#24\n\t"
#define BROTO_M0_INPUT2 "lsls r2,r5,#8\n\tasrs r2,r2,#24\n\t"
#define BROTO_M0_INPUT3 "asrs r2,r5,#24\n\t"

#define BROTO_M0_INT8_SPARSE(input) "ldmia r1!,{r3}\n\t" input "beq 8f\n\t" BROTO_M0_PRODUCTS "8: "
#define BROTO_M0_INT8_DENSE(input) "ldmia r1!,{r3}\n\t" input BROTO_M0_PRODUCTS
#define BROTO_M0_INT8_DOT(column, first)                                                                               \
    __asm__ volatile(".syntax unified\n\tldmia r1!,{r4-r7}\n\tmov r8,r4\n\tmov r9,r5\n\tmov r10,r6\n\tmov r11,r7\n"    \
                     "1: ldmia r0!,{r5}\n\t" column(first) column(BROTO_M0_INPUT1) column(BROTO_M0_INPUT2)             \
                         column(BROTO_M0_INPUT3) "cmp r0,r12\n\tbne 1b\n\tbx lr" ::)

#define BROTO_M0_INT4_LOW(input)                                                                                       \
    "ldmia r1!,{r6}\n\t" input "beq 8f\n\tmovs r3,r7\n\tands r3,r6\n\t" BROTO_M0_UNSIGNED_PRODUCTS "8: "
#define BROTO_M0_INT4_HIGH(input) input "beq 8f\n\tlsrs r3,r6,#4\n\tands r3,r7\n\t" BROTO_M0_UNSIGNED_PRODUCTS "8: "
#define BROTO_M0_INT4_SUM(sum)                                                                                         \
    "mov r4," sum "\n\tlsls r4,r4,#4\n\tldmia r3!,{r2}\n\tadds r4,r4,r2\n\tmov " sum ",r4\n\t"

// Of a neuron whose sum is in r4 and multiplier in r3, the activation to [r0,#place]; r7 shift - 16, r6 2^(shift-17).
#define BROTO_M0_RELU(place)                                                                                           \
    "cmp r4,#0\n\tble 5f\n\tlsrs r5,r4,#16\n\tuxth r4,r4\n\tmuls r5,r3\n\tmuls r4,r3\n\tlsrs r4,r4,#16\n\t"            \
    "adds r4,r4,r5\n\tadds r4,r4,r6\n\tlsrs r4,r7\n\tcmp r4,#127\n\tbls 6f\n\tmovs r4,#127\n\tb 6f\n"                  \
    "5: movs r4,#0\n6: strb r4,[r0,#" place "]\n\t"
// Of such a neuron, the score, kept at [sp] with its number r7 if it is larger; r6 2^15.
#define BROTO_M0_LARGEST                                                                                               \
    "asrs r5,r4,#16\n\tuxth r4,r4\n\tmuls r5,r3\n\tmuls r4,r3\n\tadds r4,r4,r6\n\tlsrs r4,r4,#16\n\tadds r4,r4,r5\n\t" \
    "ldr r5,[sp]\n\tcmp r4,r5\n\tble 5f\n\tstr r4,[sp]\n\tstr r7,[sp,#4]\n5: adds r7,#1\n\t"
#define BROTO_M0_SECOND(low, both) "mov r4," both "\n\tmov r5," low "\n\tsubs r4,r4,r5\n\tasrs r4,r4,#8\n\t"
#define BROTO_M0_FOUR(end0, end1, end2, end3)                                                                          \
    "ldmia r1!,{r2}\n\tmov r4,r8\n\tuxth r3,r2\n\t" end0 BROTO_M0_SECOND(                                              \
        "r8", "r9") "lsrs r3,r2,#16\n\t" end1                                                                          \
                    "ldmia r1!,{r2}\n\tmov r4,r10\n\tuxth r3,r2\n\t" end2 BROTO_M0_SECOND(                             \
                        "r10", "r11") "lsrs r3,r2,#16\n\t" end3

// [sp] r0 inputs, [sp,#4] r2, [sp,#8] r8 -8 * sum(x), [sp,#24] r4, [sp,#28] r5, [sp,#32] r6 the dot product.
#define BROTO_M0_ENTER                                                                                                 \
    ".syntax unified\n\tpush {r4-r7,lr}\n\tmov r4,r8\n\tmov r5,r9\n\tmov r6,r10\n\tmov r7,r11\n\tpush {r4-r7}\n\t"     \
    "push {r0,r2}\n\tmov r12,r3\n"
#define BROTO_M0_LEAVE                                                                                                 \
    "add sp,#8\n\tpop {r4-r7}\n\tmov r8,r4\n\tmov r9,r5\n\tmov r10,r6\n\tmov r11,r7\n\tpop {r4-r7,pc}"

namespace broto {
namespace runtime {

/// The sums of the next group, from r0 on. r2 is -8 * sum(x), for int4. r1 is left at the multipliers.
BROTO_NAKED void cortexM0Int8Sparse()
{
    BROTO_M0_INT8_DOT(BROTO_M0_INT8_SPARSE, BROTO_M0_INPUT0);
}
BROTO_NAKED void cortexM0Int8Dense()
{
    BROTO_M0_INT8_DOT(BROTO_M0_INT8_DENSE, "sxtb r2,r5\n\t");
}
BROTO_NAKED void cortexM0Int4()
{
    __asm__ volatile(".syntax unified\n\tpush {r1,lr}\n\tadds r1,#16\n\tmov r8,r2\n\tmov r10,r2\n\tlsls r3,r2,#8\n\t"
                     "adds r3,r3,r2\n\tmov r9,r3\n\tmov r11,r3\n\tldr r7,2f\n"
                     "1: ldmia r0!,{r5}\n\t" BROTO_M0_INT4_LOW(BROTO_M0_INPUT0) BROTO_M0_INT4_HIGH(BROTO_M0_INPUT1)
                         BROTO_M0_INT4_LOW(BROTO_M0_INPUT2) BROTO_M0_INT4_HIGH(
                             BROTO_M0_INPUT3) "cmp r0,r12\n\tbne 1b\n\tpop {r3}\n\t" BROTO_M0_INT4_SUM("r8")
                             BROTO_M0_INT4_SUM("r9") BROTO_M0_INT4_SUM("r10")
                                 BROTO_M0_INT4_SUM("r11") "pop {pc}\n\t.align 2\n2: .word 0x0f0f0f0f" ::);
}

/// A layer with ReLU: r2 where its outputs go, r4 where they end, r5 shift - 16.
BROTO_NAKED void cortexM0Relu()
{
    __asm__ volatile(
        BROTO_M0_ENTER
        "9: ldr r0,[sp]\n\tldr r2,[sp,#8]\n\tldr r7,[sp,#32]\n\tblx r7\n\t"
        "ldr r0,[sp,#4]\n\tldr r7,[sp,#28]\n\tmovs r6,#1\n\tlsls r6,r7\n\tlsrs r6,r6,#1\n\t" BROTO_M0_FOUR(
            BROTO_M0_RELU("0"), BROTO_M0_RELU("1"), BROTO_M0_RELU("2"),
            BROTO_M0_RELU("3")) "adds r0,#4\n\tstr r0,[sp,#4]\n\tldr r3,[sp,#24]\n\tcmp r0,r3\n\tbeq 4f\n\tb 9b\n"
                                "4: " BROTO_M0_LEAVE ::);
}

/// The largest score: r2 0, the number of the first output of a group, r4 how many there are. The class in r0.
BROTO_NAKED void cortexM0Class()
{
    __asm__ volatile(BROTO_M0_ENTER
                     "movs r4,#1\n\tlsls r4,r4,#31\n\tpush {r4,r5}\n"
                     "9: ldr r0,[sp,#8]\n\tldr r2,[sp,#16]\n\tldr r7,[sp,#40]\n\tblx r7\n\t"
                     "ldr r7,[sp,#12]\n\tmovs r6,#1\n\tlsls r6,r6,#15\n\t" BROTO_M0_FOUR(
                         BROTO_M0_LARGEST, BROTO_M0_LARGEST, BROTO_M0_LARGEST,
                         BROTO_M0_LARGEST) "str r7,[sp,#12]\n\tldr r3,[sp,#32]\n\tcmp r7,r3\n\tbge 4f\n\tb 9b\n"
                                           "4: pop {r4}\n\tpop {r0}\n\t" BROTO_M0_LEAVE ::);
}

/// The sums of one group, as four int32 at r2; r1 is left at its multipliers.
BROTO_NAKED void cortexM0Group()
{
    __asm__ volatile(BROTO_M0_ENTER "ldr r2,[sp,#8]\n\tldr r7,[sp,#32]\n\tblx r7\n\tldr r0,[sp,#4]\n\t"
                                    "mov r2,r8\n\tmov r3,r9\n\tsubs r3,r3,r2\n\tasrs r3,r3,#8\n\t"
                                    "mov r6,r10\n\tmov r7,r11\n\tsubs r7,r7,r6\n\tasrs r7,r7,#8\n\t"
                                    "stmia r0!,{r2,r3,r6,r7}\n\t" BROTO_M0_LEAVE ::);
}

/// Calls a routine, which saves all but r0-r3, r12 and lr. What is in r0 then; `flash` goes on. (Not a template: in
/// those, compilers before GCC 8 forget which register a variable is for.)
BROTO_INLINE uint32_t cortexM0Call(void (*routine)(), void (*dot)(), const int8_t* x, const uint32_t*& flash,
                                   uintptr_t third, uint16_t inputs, uintptr_t fifth, uint32_t power,
                                   int32_t correction)
{
    register uintptr_t r0 __asm__("r0") = reinterpret_cast<uintptr_t>(x);
    register const uint32_t* r1 __asm__("r1") = flash;
    register uintptr_t r2 __asm__("r2") = third;
    register const int8_t* r3 __asm__("r3") = x + (inputs + 3u) / 4 * 4;
    register uintptr_t r4 __asm__("r4") = fifth;
    register uint32_t r5 __asm__("r5") = power;
    register void (*r6)() __asm__("r6") = dot;
    register int32_t r8 __asm__("r8") = correction;
    __asm__ volatile("bl %c[routine]"
                     : "+r"(r0), "+r"(r1), "+r"(r2), "+r"(r3)
                     : "r"(r4), "r"(r5), "r"(r6), "r"(r8), [routine] "i"(routine)
                     : "r12", "lr", "cc", "memory");
    flash = r1;
    return r0;
}

template<class Storage, int dense>
struct CortexM0 {
    static BROTO_INLINE void (*dot())() { return dense ? cortexM0Int8Dense : cortexM0Int8Sparse; }
    static BROTO_INLINE int32_t correction(uint16_t, const int8_t*) { return 0; }
};

template<int dense>
struct CortexM0<Int4, dense> {
    static BROTO_INLINE void (*dot())() { return cortexM0Int4; }
    /// With what lies behind the last input, which is multiplied, too.
    static BROTO_ONCE int32_t correction(uint16_t inputs, const int8_t* x)
    {
        int32_t sum = 0;
        for (uint16_t i = static_cast<uint16_t>((inputs + 3u) / 4 * 4); i > 0; --i)
            sum += *x++;
        return -8 * sum;
    }
};

template<class Storage, class Inputs>
struct CortexM0Layer {
    typedef CortexM0<Storage, Inputs::haveEitherSign && Inputs::besideDense> Routines;

    static BROTO_INLINE void relu(const uint32_t* layer, uint8_t shift, uint16_t inputs, uint16_t outputs,
                                  const int8_t* x, int8_t* y)
    {
        cortexM0Call(cortexM0Relu, Routines::dot(), x, layer, reinterpret_cast<uintptr_t>(y), inputs,
                     reinterpret_cast<uintptr_t>(y + (outputs + 3u) / 4 * 4), shift - 16u,
                     Routines::correction(inputs, x));
    }

    static BROTO_INLINE uint16_t largest(const uint32_t* layer, uint16_t inputs, uint16_t outputs, const int8_t* x,
                                         int8_t*)
    {
        return static_cast<uint16_t>(cortexM0Call(cortexM0Class, Routines::dot(), x, layer, 0, inputs, outputs, 0,
                                                  Routines::correction(inputs, x)));
    }

    /// The four results of the next group, of which a layer takes what it has.
    static BROTO_INLINE void group(const uint32_t*& layer, uint8_t shift, uint16_t inputs, const int8_t* x,
                                   int32_t correction, int32_t* results)
    {
        cortexM0Call(cortexM0Group, Routines::dot(), x, layer, reinterpret_cast<uintptr_t>(results), inputs, 0, 0,
                     correction);
        for (uint8_t n = 0; n < 4; ++n)
            results[n] =
                requantize(results[n], static_cast<int16_t>(layer[n >> 1] >> (n & 1 ? 16 : 0) & 0xffffu), shift);
        layer += 2;
    }

    static BROTO_ONCE void linear(const uint32_t* layer, uint8_t shift, uint16_t inputs, uint16_t outputs,
                                  const int8_t* x, int8_t* y)
    {
        const int32_t correction = Routines::correction(inputs, x);
        for (uint16_t first = 0; first < outputs; first = static_cast<uint16_t>(first + 4)) {
            int32_t results[4];
            group(layer, shift, inputs, x, correction, results);
            for (uint8_t n = 0; n < 4; ++n)
                *y++ = clampActivation(results[n], -127);
        }
    }

    static BROTO_ONCE void scores(const uint32_t* layer, uint16_t inputs, uint16_t outputs, const int8_t* x,
                                  int32_t* result)
    {
        const int32_t correction = Routines::correction(inputs, x);
        for (uint16_t first = 0; first < outputs; first = static_cast<uint16_t>(first + 4)) {
            int32_t results[4];
            group(layer, 16, inputs, x, correction, results);
            for (uint8_t n = 0; n < 4 && first + n < outputs; ++n)
                *result++ = results[n];
        }
    }
};

template<class Inputs>
struct DenseLayer<Int8, Inputs> : CortexM0Layer<Int8, Inputs> {
};
template<class Inputs>
struct DenseLayer<Int4, Inputs> : CortexM0Layer<Int4, Inputs> {
};

} // namespace runtime
} // namespace broto

#endif

#endif
