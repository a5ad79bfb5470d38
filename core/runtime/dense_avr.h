// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_AVR_H
#define BROTO_RUNTIME_DENSE_AVR_H

// Dense layers in groups for 8-bit AVR with a multiplier (ATmega), in assembly: bit for bit what dense_groups.h
// computes.
//
// Four neurons at a time have their sums of 24 bits in registers, and one pass over the inputs serves them all. Weights
// lie as weight + 128, so that a product has no sign: LPM 3, MUL 2, ADD, ADC, ADC, 8 cycles a product of int8. What the
// 128s add, 128 * sum(x), is the same for every neuron of the layer and comes off the bias. An input of 0 is stepped
// over; one of a layer with inputs of either sign is multiplied by its size and added or subtracted, or, where zeros
// are seldom (DenseInputs), read as x + 128, for which the biases lie 128 * sum(weight) lower.
//
// int4: a byte b = 16 * (q1 + 8) + (q0 + 8). x * b goes to the sum of the second neuron, x * (b & 15) to a sum of 16
// bits; 16 times that belongs to the first neuron and once that is too much in the second. 13 cycles for two products.
// The 16 bits suffice for 32 inputs of a ReLU (32 * 127 * 15 < 2^16), else for 16.
//
// Requantization: the six products of 24 by 15 bits give P = (sum * m) >> 16; with f = 2^(24 - shift) in a byte,
// (P * f + 128) >> 8 is (sum * m + 2^(shift-1)) >> shift without a loop of shifts.
//
// Every routine is called by assembly alone and saves nothing but Y, so that a whole network saves its registers once.
// r2-r4, r5-r7, r8-r10, r11-r13 the sums; r14 0; r15 f; r16 groups or outputs left; r17 inputs; r22:r20 128 * sum(x);
// r18 r19 r23-r25 scratch; X inputs, Y outputs, Z flash; T set: inputs of either sign. At most 255 inputs and outputs.

#include "dense_groups.h"

#if defined(BROTO_KERNELS_AVR)

#define BROTO_AVR_BIAS(a, b, c)                                                                                        \
    "lpm " a ",Z+\n\tlpm " b ",Z+\n\tlpm " c ",Z+\n\tsub " a ",r20\n\tsbc " b ",r21\n\tsbc " c ",r22\n\t"
#define BROTO_AVR_BIASES                                                                                               \
    BROTO_AVR_BIAS("r2", "r3", "r4")                                                                                   \
    BROTO_AVR_BIAS("r5", "r6", "r7") BROTO_AVR_BIAS("r8", "r9", "r10") BROTO_AVR_BIAS("r11", "r12", "r13")

// r19 times the next weight, added or subtracted. `load` is lpm, or what reads far flash (dense_avr_far.h).
#define BROTO_AVR_PRODUCT(load, add, adc, a, b, c)                                                                     \
    load " r18,Z+\n\tmul r18,r19\n\t" add " " a ",r0\n\t" adc " " b ",r1\n\t" adc " " c ",r14\n\t"
#define BROTO_AVR_INT8_COLUMN(load, add, adc)                                                                          \
    BROTO_AVR_PRODUCT(load, add, adc, "r2", "r3", "r4")                                                                \
    BROTO_AVR_PRODUCT(load, add, adc, "r5", "r6", "r7")                                                                \
    BROTO_AVR_PRODUCT(load, add, adc, "r8", "r9", "r10") BROTO_AVR_PRODUCT(load, add, adc, "r11", "r12", "r13")

#define BROTO_AVR_INT4_PAIR(load, add, adc, a, b, c, low, high)                                                        \
    BROTO_AVR_PRODUCT(load, add, adc, a, b, c)                                                                         \
    "andi r18,15\n\tmul r18,r19\n\t" add " " low ",r0\n\t" adc " " high ",r1\n\t"
#define BROTO_AVR_INT4_COLUMN(load, add, adc)                                                                          \
    BROTO_AVR_INT4_PAIR(load, add, adc, "r5", "r6", "r7", "r20", "r21")                                                \
    BROTO_AVR_INT4_PAIR(load, add, adc, "r11", "r12", "r13", "r22", "r23")

// r24 inputs. Those of a ReLU at 1, those of either sign at 4; on with 9.
// clang-format off
#define BROTO_AVR_POSITIVE(column, bytes)                                                                              \
    "1: ld r19,X+\n\ttst r19\n\tbreq 2f\n\t" column("lpm", "add", "adc") "dec r24\n\tbrne 1b\n\trjmp 9f\n"                    \
    "2: adiw r30," bytes "\n\tdec r24\n\tbrne 1b\n\trjmp 9f\n"
#define BROTO_AVR_SPARSE(column, bytes)                                                                                \
    "4: ld r19,X+\n\ttst r19\n\tbreq 5f\n\tbrmi 6f\n\t" column("lpm", "add", "adc") "dec r24\n\tbrne 4b\n\trjmp 9f\n"        \
    "5: adiw r30," bytes "\n\tdec r24\n\tbrne 4b\n\trjmp 9f\n"                                                         \
    "6: neg r19\n\t" column("lpm", "sub", "sbc") "dec r24\n\tbrne 4b\n"
#define BROTO_AVR_DENSE(column)                                                                                        \
    "4: ld r19,X+\n\tsubi r19,128\n\t" column("lpm", "add", "adc") "dec r24\n\tbrne 4b\n"
// clang-format on

#define BROTO_AVR_FOLD(q0, q1, a0, a1, a2, b0, b1, b2)                                                                 \
    "sub " b0 "," q0 "\n\tsbc " b1 "," q1 "\n\tsbc " b2 ",r14\n\t"                                                     \
    "mul " q0 ",r18\n\tadd " a0 ",r0\n\tadc " a1 ",r1\n\tadc " a2 ",r14\n\t"                                           \
    "mul " q1 ",r18\n\tadd " a1 ",r0\n\tadc " a2 ",r1\n\t"
// A sum of signed products has a sign.
#define BROTO_AVR_FOLD_SIGN(q1, a2, b2) "brtc 3f\n\tsbrs " q1 ",7\n\trjmp 3f\n\tinc " b2 "\n\tsub " a2 ",r18\n3:\n\t"

#define BROTO_AVR_INT8_DOT(either)                                                                                     \
    __asm__ volatile(BROTO_AVR_BIASES "mov r24,r17\n\tbrts 4f\n" BROTO_AVR_POSITIVE(BROTO_AVR_INT8_COLUMN, "4") either \
                     "9: sub r26,r17\n\tsbc r27,r14\n\tret" ::)
#define BROTO_AVR_INT4_DOT(either, sign0, sign1)                                                                       \
    __asm__ volatile(BROTO_AVR_BIASES                                                                                  \
                     "push r20\n\tpush r21\n\tpush r22\n\tmov r25,r17\n"                                               \
                     "8: clr r20\n\tclr r21\n\tclr r22\n\tclr r23\n\tldi r24,32\n\tbrtc 1f\n\tldi r24,16\n"            \
                     "1: cp r25,r24\n\tbrsh 1f\n\tmov r24,r25\n1: sub r25,r24\n\tbrts 4f\n" BROTO_AVR_POSITIVE(        \
                         BROTO_AVR_INT4_COLUMN, "2") either                                                            \
                     "9: ldi r18,16\n\t" BROTO_AVR_FOLD("r20", "r21", "r2", "r3", "r4", "r5", "r6", "r7")              \
                         sign0 BROTO_AVR_FOLD("r22", "r23", "r8", "r9", "r10", "r11", "r12", "r13") sign1              \
                     "tst r25\n\tbreq 1f\n\trjmp 8b\n"                                                                 \
                     "1: pop r22\n\tpop r21\n\tpop r20\n\tsub r26,r17\n\tsbc r27,r14\n\tret" ::)

// (sum * m) >> 16 of a sum of any sign in a, r25, r24; m in r19:r18. With BROTO_AVR_ROUND it is the score, the nearest.
#define BROTO_AVR_ROUND(a) "lsl r24\n\tadc " a ",r14\n\tadc r25,r14\n\t"
#define BROTO_AVR_PRODUCT_HIGH(a, b, c, round)                                                                         \
    "clr r25\n\tmul " a ",r18\n\tmov r24,r1\n\t"                                                                       \
    "mul " a ",r19\n\tadd r24,r0\n\tadc r1,r14\n\tmov " a ",r1\n\t"                                                    \
    "mul " b ",r18\n\tadd r24,r0\n\tadc " a ",r1\n\tadc r25,r14\n\t" round "mul " b ",r19\n\tadd " a                   \
    ",r0\n\tadc r25,r1\n\t"                                                                                            \
    "mul " c ",r18\n\tadd " a ",r0\n\tadc r25,r1\n\tclr r24\n\tadc r24,r14\n\t"                                        \
    "mul " c ",r19\n\tadd r25,r0\n\tadc r24,r1\n\tsbrs " c ",7\n\trjmp 7f\n\tsub r25,r18\n\tsbc r24,r19\n7:\n\t"

#define BROTO_AVR_RELU(a, b, c)                                                                                        \
    "lpm r18,Z+\n\tlpm r19,Z+\n\tclr r25\n\tsbrc " c ",7\n\trjmp 9f\n\t"                                               \
    "mul " a ",r18\n\tmov r24,r1\n\t"                                                                                  \
    "mul " a ",r19\n\tadd r24,r0\n\tadc r1,r14\n\tmov " a ",r1\n\t"                                                    \
    "mul " b ",r18\n\tadd r24,r0\n\tadc " a ",r1\n\tclr r24\n\tadc r24,r14\n\t"                                        \
    "mul " b ",r19\n\tadd " a ",r0\n\tadc r24,r1\n\t"                                                                  \
    "mul " c ",r18\n\tadd " a ",r0\n\tadc r24,r1\n\t"                                                                  \
    "mul " c ",r19\n\tadd r24,r0\n\tadc r1,r14\n\tbrne 8f\n\t"                                                         \
    "mul r24,r15\n\tmov r25,r0\n\ttst r1\n\tbrne 8f\n\t"                                                               \
    "mul " a ",r15\n\tadd r25,r1\n\tbrmi 8f\n\tlsl r0\n\tadc r25,r14\n\tbrpl 9f\n"                                     \
    "8: ldi r25,127\n"                                                                                                 \
    "9: st Y+,r25\n\t"

// The sums move down, so that code for the first of them serves all.
#define BROTO_AVR_NEXT_SUM                                                                                             \
    "mov r2,r5\n\tmov r3,r6\n\tmov r4,r7\n\tmov r5,r8\n\tmov r6,r9\n\tmov r7,r10\n\tmov r8,r11\n\tmov r9,r12\n\t"      \
    "mov r10,r13\n\t"

namespace broto {
namespace runtime {

/// Sets r14 and r22:r20 = 128 * sum(x).
template<int dense>
void avrBegin();
template<>
BROTO_NAKED void avrBegin<0>()
{
    __asm__ volatile("clr r14\n\tmov r24,r17\n\tclr r20\n\tclr r21\n\tbrts 2f\n"
                     "1: ld r18,X+\n\tadd r20,r18\n\tadc r21,r14\n\tdec r24\n\tbrne 1b\n\trjmp 3f\n"
                     "2: ld r18,X+\n\tadd r20,r18\n\tadc r21,r14\n\tsbrc r18,7\n\tdec r21\n\tdec r24\n\tbrne 2b\n"
                     "3: sub r26,r17\n\tsbc r27,r14\n\tmov r22,r21\n\tmov r21,r20\n\tclr r20\n\t"
                     "asr r22\n\tror r21\n\tror r20\n\tret" ::);
}
/// Of x + 128 where inputs have either sign: that sum reaches 65025 and has no sign.
template<>
BROTO_NAKED void avrBegin<1>()
{
    __asm__ volatile("clr r14\n\tmov r24,r17\n\tclr r20\n\tclr r21\n\tldi r19,0\n\tbrtc 1f\n\tldi r19,128\n"
                     "1: ld r18,X+\n\teor r18,r19\n\tadd r20,r18\n\tadc r21,r14\n\tdec r24\n\tbrne 1b\n\t"
                     "sub r26,r17\n\tsbc r27,r14\n\tmov r22,r21\n\tmov r21,r20\n\tclr r20\n\t"
                     "lsr r22\n\tror r21\n\tror r20\n\tret" ::);
}

/// The sums of the next group. Z is left at its multipliers, X at the first input.
template<class Storage, int dense>
void avrDot();
template<>
BROTO_NAKED void avrDot<Int8, 0>()
{
    BROTO_AVR_INT8_DOT(BROTO_AVR_SPARSE(BROTO_AVR_INT8_COLUMN, "4"));
}
template<>
BROTO_NAKED void avrDot<Int8, 1>()
{
    BROTO_AVR_INT8_DOT(BROTO_AVR_DENSE(BROTO_AVR_INT8_COLUMN));
}
template<>
BROTO_NAKED void avrDot<Int4, 0>()
{
    BROTO_AVR_INT4_DOT(BROTO_AVR_SPARSE(BROTO_AVR_INT4_COLUMN, "2"), BROTO_AVR_FOLD_SIGN("r21", "r4", "r7"),
                       BROTO_AVR_FOLD_SIGN("r23", "r10", "r13"));
}
template<>
BROTO_NAKED void avrDot<Int4, 1>()
{
    BROTO_AVR_INT4_DOT(BROTO_AVR_DENSE(BROTO_AVR_INT4_COLUMN), , );
}

/// A layer with ReLU: r25:r24 where its outputs go, r16 groups.
template<class Storage, int dense>
BROTO_NAKED void avrRelu()
{
    __asm__ volatile("push r28\n\tpush r29\n\tmovw r28,r24\n\t%~call %x0\n"
                     "1: %~call %x1\n\t" BROTO_AVR_RELU("r2", "r3", "r4") BROTO_AVR_RELU("r5", "r6", "r7")
                         BROTO_AVR_RELU("r8", "r9", "r10") BROTO_AVR_RELU(
                             "r11", "r12", "r13") "dec r16\n\tbreq 2f\n\trjmp 1b\n"
                                                  "2: clr r1\n\tpop r29\n\tpop r28\n\tret" ::"i"(avrBegin<dense>),
                     "i"(avrDot<Storage, dense>));
}

/// A layer without ReLU, clamped to -127..127: r25:r24 where its outputs go, r16 groups, r15 shift - 17.
template<class Storage, int dense>
BROTO_NAKED void avrLinear()
{
    __asm__ volatile(
        "push r28\n\tpush r29\n\tmovw r28,r24\n\t%~call %x0\n"
        "1: %~call %x1\n\tldi r23,4\n"
        "2: lpm r18,Z+\n\tlpm r19,Z+\n\t" BROTO_AVR_PRODUCT_HIGH(
            "r2", "r3", "r4",
            "") "mov r18,r15\n\ttst r18\n\tbreq 4f\n"
                "3: asr r24\n\tror r25\n\tror r2\n\tdec r18\n\tbrne 3b\n"
                "4: sec\n\tadc r2,r14\n\tadc r25,r14\n\tadc r24,r14\n\tasr r24\n\tror r25\n\tror r2\n\t"
                "mov r18,r2\n\tlsl r18\n\tsbc r18,r18\n\tcp r25,r18\n\tbrne 5f\n\tcp r24,r18\n\tbrne 5f\n\t"
                "ldi r18,128\n\tcpse r2,r18\n\trjmp 6f\n\tinc r2\n\trjmp 6f\n"
                "5: ldi r18,127\n\tsbrc r24,7\n\tldi r18,129\n\tmov r2,r18\n"
                "6: st Y+,r2\n\t" BROTO_AVR_NEXT_SUM "dec r23\n\tbreq 8f\n\trjmp 2b\n"
                "8: dec r16\n\tbreq 9f\n\trjmp 1b\n"
                "9: clr r1\n\tpop r29\n\tpop r28\n\tret" ::"i"(avrBegin<dense>),
        "i"(avrDot<Storage, dense>));
}

/// The largest score: r25:r24 room for it and for how many outputs were left then, which comes back in r24; r16
/// outputs. The sums move down one by one, so that the code stands here once.
template<class Storage, int dense>
BROTO_NAKED void avrClass()
{
    __asm__ volatile(
        "push r28\n\tpush r29\n\tmovw r28,r24\n\t%~call %x0\n\t"
        "st Y,r14\n\tstd Y+1,r14\n\tldi r24,128\n\tstd Y+2,r24\n"
        "1: %~call %x1\n\tldi r23,4\n"
        "2: lpm r18,Z+\n\tlpm r19,Z+\n\t" BROTO_AVR_PRODUCT_HIGH(
            "r2", "r3", "r4",
            BROTO_AVR_ROUND(
                "r2")) "ld r18,Y\n\tldd r19,Y+1\n\tldd r0,Y+2\n\tcp r18,r2\n\tcpc r19,r25\n\tcpc r0,r24\n\tbrge 3f\n\t"
                       "st Y,r2\n\tstd Y+1,r25\n\tstd Y+2,r24\n\tstd Y+3,r16\n"
                       "3: dec r16\n\tbreq 4f\n\t" BROTO_AVR_NEXT_SUM "dec r23\n\tbreq 5f\n\trjmp 2b\n"
                       "5: rjmp 1b\n"
                       "4: ldd r24,Y+3\n\tclr r1\n\tpop r29\n\tpop r28\n\tret" ::"i"(avrBegin<dense>),
        "i"(avrDot<Storage, dense>));
}

/// The sums of one group, as four int32 at r25:r24.
template<class Storage, int dense>
BROTO_NAKED void avrGroup()
{
    __asm__ volatile("push r28\n\tpush r29\n\tmovw r28,r24\n\tclr r14\n\t%~call %x0\n\tldi r23,4\n"
                     "1: st Y+,r2\n\tst Y+,r3\n\tst Y+,r4\n\tlsl r4\n\tsbc r4,r4\n\tst Y+,r4\n\t" BROTO_AVR_NEXT_SUM
                     "dec r23\n\tbrne 1b\n\tclr r1\n\tpop r29\n\tpop r28\n\tret" ::"i"(avrDot<Storage, dense>));
}

// Calls a routine with everything where it expects it. (Not templates: in those, compilers before GCC 8 forget which
// register a variable is for.)
#define BROTO_AVR_CALL ".if %[either]\n\tset\n\t.else\n\tclt\n\t.endif\n\t%~call %x[routine]"
#define BROTO_AVR_SUMS "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12", "r13", "r14"

/// avrRelu, avrLinear and avrClass; what is in r24 then.
BROTO_INLINE uint8_t avrLayer(void (*routine)(), bool either, const uint8_t* layer, uint8_t power, uint16_t inputs,
                              uint8_t count, const int8_t* x, int8_t* y)
{
    register int8_t* place __asm__("r24") = y;
    register uint8_t inputCount __asm__("r17") = static_cast<uint8_t>(inputs);
    register uint8_t left __asm__("r16") = count;
    register uint8_t factor __asm__("r15") = power;
    __asm__ volatile(BROTO_AVR_CALL
                     : "+z"(layer), "+x"(x), "+r"(place), "+r"(inputCount), "+r"(left), "+r"(factor)
                     : [either] "i"(either), [routine] "i"(routine)
                     : BROTO_AVR_SUMS, "r18", "r19", "r20", "r21", "r22", "r23", "memory");
    return static_cast<uint8_t>(reinterpret_cast<uintptr_t>(place));
}

/// A network as one routine without loops: its class.
BROTO_INLINE uint8_t avrStraightLine(void (*routine)(), int8_t* workspace)
{
    register uint8_t result __asm__("r24");
    __asm__ volatile("%~call %x[routine]"
                     : "=r"(result), "+z"(workspace)
                     : [routine] "i"(routine)
                     : BROTO_AVR_SUMS, "r15", "r18", "r19", "r20", "r21", "r22", "r23", "r25", "memory");
    return result;
}

/// avrBegin: 128 * sum(x), which every group of a layer needs.
BROTO_INLINE uint32_t avrSumOfInputs(void (*routine)(), bool either, uint16_t inputs, const int8_t* x)
{
    register uint32_t sum __asm__("r20");
    register uint8_t inputCount __asm__("r17") = static_cast<uint8_t>(inputs);
    __asm__ volatile(BROTO_AVR_CALL
                     : "=r"(sum), "+x"(x), "+r"(inputCount)
                     : [either] "i"(either), [routine] "i"(routine)
                     : "r14", "r18", "r19", "r24", "memory");
    return sum;
}

/// avrGroup: the sums of a group; where its multipliers lie.
BROTO_INLINE const uint8_t* avrSums(void (*routine)(), bool either, const uint8_t* layer, uint8_t inputs,
                                    const int8_t* x, uint32_t sumOfInputs, int32_t* sums)
{
    register int32_t* place __asm__("r24") = sums;
    register uint8_t inputCount __asm__("r17") = inputs;
    register uint32_t begun __asm__("r20") = sumOfInputs;
    __asm__ volatile(BROTO_AVR_CALL
                     : "+z"(layer), "+x"(x), "+r"(place), "+r"(inputCount), "+r"(begun)
                     : [either] "i"(either), [routine] "i"(routine)
                     : BROTO_AVR_SUMS, "r15", "r16", "r18", "r19", "memory");
    return layer;
}

template<class Storage, class Inputs>
struct AvrLayer {
    enum { dense = Inputs::besideDense };

    static BROTO_INLINE void relu(const uint8_t* layer, uint8_t shift, uint16_t inputs, uint16_t outputs,
                                  const int8_t* x, int8_t* y)
    {
        avrLayer(avrRelu<Storage, dense>, Inputs::haveEitherSign, layer, static_cast<uint8_t>(1u << (24 - shift)),
                 inputs, static_cast<uint8_t>((outputs + 3) / 4), x, y);
    }

    static BROTO_INLINE uint16_t largest(const uint8_t* layer, uint16_t inputs, uint16_t outputs, const int8_t* x,
                                         int8_t* work)
    {
        const uint8_t left = avrLayer(avrClass<Storage, dense>, Inputs::haveEitherSign, layer, 0, inputs,
                                      static_cast<uint8_t>(outputs), x, work);
        return static_cast<uint8_t>(outputs - left);
    }

    static BROTO_INLINE uint32_t begin(uint16_t inputs, const int8_t* x)
    {
        return avrSumOfInputs(avrBegin<dense>, Inputs::haveEitherSign, inputs, x);
    }

    static BROTO_ONCE const uint8_t* group(const uint8_t* layer, uint8_t inputs, const int8_t* x, uint32_t sumOfInputs,
                                           int32_t* sums)
    {
        return avrSums(avrGroup<Storage, dense>, Inputs::haveEitherSign, layer, inputs, x, sumOfInputs, sums);
    }

    static BROTO_INLINE void linear(const uint8_t* layer, uint8_t shift, uint16_t inputs, uint16_t outputs,
                                    const int8_t* x, int8_t* y)
    {
        avrLayer(avrLinear<Storage, dense>, Inputs::haveEitherSign, layer, static_cast<uint8_t>(shift - 17), inputs,
                 static_cast<uint8_t>((outputs + 3) / 4), x, y);
    }

    static BROTO_ONCE void scores(const uint8_t* layer, uint16_t inputs, uint16_t outputs, const int8_t* x,
                                  int32_t* result)
    {
        const uint32_t sumOfInputs = begin(inputs, x);
        for (uint16_t first = 0; first < outputs; first = static_cast<uint16_t>(first + 4)) {
            int32_t sums[4];
            layer = group(layer, static_cast<uint8_t>(inputs), x, sumOfInputs, sums);
            for (uint8_t n = 0; n < 4; ++n, layer += 2)
                if (first + n < outputs)
                    *result++ = requantize(sums[n], groupMultiplier(layer), 16);
        }
    }
};

template<class Inputs>
struct DenseLayer<Int8, Inputs> : AvrLayer<Int8, Inputs> {
};
template<class Inputs>
struct DenseLayer<Int4, Inputs> : AvrLayer<Int4, Inputs> {
};
template<class Inputs>
struct DenseLayer<WideInt8, Inputs> : PlainLayer<PlainInt8> {
};
template<class Inputs>
struct DenseLayer<WideInt4, Inputs> : PlainLayer<PlainInt4> {
};

} // namespace runtime
} // namespace broto

#endif

#endif
