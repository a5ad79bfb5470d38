// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_GROUP_INT8_H
#define BROTO_RUNTIME_GROUP_INT8_H

// How a layer of int8 weights lies in flash: one array, group after group of four neurons, each
//
//     BROTO_INT8_BIASES(b0, b1, b2, b3),
//     BROTO_INT8(4, ...),                         for four inputs: the weights of the four neurons for the first input,
//     ...                                         then for the second; the last of a group may have 1 to 3 inputs
//     BROTO_INT8_MULTIPLIERS(shift, m0, m1, m2, m3),
//
// Where there are fewer than four neurons left, the others have no weights and can win against nobody. A layer whose
// inputs may be negative and are hardly ever 0 has BROTO_INT8_DENSE_BIASES, which also take the sums of the weights.
//
// AVR: bytes as they are read, biases of 24 bits, weight + 128. Cortex-M0: a word holds an input's weights of four
// neurons as halfwords w0 + 256 * w1 and w2 + 256 * w3; biases are ready for two sums in one number. Cortex-M4: a word
// holds four inputs' weights of one neuron in the same way; all sums are 256 times as large. Others: plain bytes.

#include "processor.h"

#define BROTO_INT8(inputs, ...) BROTO_INT8_##inputs(__VA_ARGS__)

#if defined(BROTO_KERNELS_CORTEX_M0) || defined(BROTO_KERNELS_CORTEX_M4)

#define BROTO_WORD(w0, w1, w2, w3)                                                                                     \
    ((static_cast<uint32_t>((w1)*256 + (w0)) & 0xffffu) | static_cast<uint32_t>((w3)*256 + (w2)) << 16)
#define BROTO_INT8_3(...) BROTO_INT8_4(__VA_ARGS__, 0, 0, 0, 0)
#define BROTO_INT8_2(...) BROTO_INT8_4(__VA_ARGS__, 0, 0, 0, 0, 0, 0, 0, 0)
#define BROTO_INT8_1(...) BROTO_INT8_4(__VA_ARGS__, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
#define BROTO_INT8_DENSE_BIASES(b0, b1, b2, b3, s0, s1, s2, s3) BROTO_INT8_BIASES(b0, b1, b2, b3)

#else

#define BROTO_BYTE(value, place) static_cast<uint8_t>((value) >> (place)&255)
#define BROTO_24_BITS(value) BROTO_BYTE(value, 0), BROTO_BYTE(value, 8), BROTO_BYTE(static_cast<int32_t>(value), 16)
#define BROTO_16_BITS(value) BROTO_BYTE(value, 0), BROTO_BYTE(value, 8)
#define BROTO_BIASES(b0, b1, b2, b3) BROTO_24_BITS(b0), BROTO_24_BITS(b1), BROTO_24_BITS(b2), BROTO_24_BITS(b3)
#define BROTO_INT8_BIASES(b0, b1, b2, b3) BROTO_BIASES(b0, b1, b2, b3)
#define BROTO_INT8_MULTIPLIERS(shift, m0, m1, m2, m3)                                                                  \
    BROTO_16_BITS(m0), BROTO_16_BITS(m1), BROTO_16_BITS(m2), BROTO_16_BITS(m3)
#define BROTO_INT8_1(a, b, c, d) BROTO_INT8_BYTE(a), BROTO_INT8_BYTE(b), BROTO_INT8_BYTE(c), BROTO_INT8_BYTE(d)
#define BROTO_INT8_2(a, b, c, d, ...) BROTO_INT8_1(a, b, c, d), BROTO_INT8_1(__VA_ARGS__)
#define BROTO_INT8_3(a, b, c, d, ...) BROTO_INT8_1(a, b, c, d), BROTO_INT8_2(__VA_ARGS__)
#define BROTO_INT8_4(a, b, c, d, ...) BROTO_INT8_1(a, b, c, d), BROTO_INT8_3(__VA_ARGS__)

#endif

#if defined(BROTO_KERNELS_AVR)
#define BROTO_INT8_BYTE(w) static_cast<uint8_t>((w) + 128)
#define BROTO_INT8_DENSE_BIASES(b0, b1, b2, b3, s0, s1, s2, s3)                                                        \
    BROTO_BIASES((b0)-128L * (s0), (b1)-128L * (s1), (b2)-128L * (s2), (b3)-128L * (s3))
#elif defined(BROTO_KERNELS_CORTEX_M0)
#define BROTO_INT8_BIASES(b0, b1, b2, b3)                                                                              \
    static_cast<uint32_t>(b0), static_cast<uint32_t>(b0) + 256u * static_cast<uint32_t>(b1),                           \
        static_cast<uint32_t>(b2), static_cast<uint32_t>(b2) + 256u * static_cast<uint32_t>(b3)
#define BROTO_INT8_4(a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3)                                   \
    BROTO_WORD(a0, a1, a2, a3), BROTO_WORD(b0, b1, b2, b3), BROTO_WORD(c0, c1, c2, c3), BROTO_WORD(d0, d1, d2, d3)
#define BROTO_INT8_MULTIPLIERS(shift, m0, m1, m2, m3) (m0) | (m1)*65536u, (m2) | (m3)*65536u
#elif defined(BROTO_KERNELS_CORTEX_M4)
#define BROTO_INT8_BIASES(b0, b1, b2, b3)                                                                              \
    256u * static_cast<uint32_t>(b0), 256u * static_cast<uint32_t>(b1), 256u * static_cast<uint32_t>(b2),              \
        256u * static_cast<uint32_t>(b3)
#define BROTO_INT8_4(a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3)                                   \
    BROTO_WORD(a0, b0, c0, d0), BROTO_WORD(a1, b1, c1, d1), BROTO_WORD(a2, b2, c2, d2), BROTO_WORD(a3, b3, c3, d3)
#define BROTO_INT8_MULTIPLIERS(shift, m0, m1, m2, m3)                                                                  \
    (m0) * (1u << (24 - (shift))), (m1) * (1u << (24 - (shift))), (m2) * (1u << (24 - (shift))),                       \
        (m3) * (1u << (24 - (shift)))
#else
#define BROTO_INT8_BYTE(w) static_cast<uint8_t>(w)
#define BROTO_INT8_DENSE_BIASES(b0, b1, b2, b3, s0, s1, s2, s3) BROTO_BIASES(b0, b1, b2, b3)
#endif

namespace broto {
namespace runtime {

#if defined(BROTO_KERNELS_CORTEX_M0) || defined(BROTO_KERNELS_CORTEX_M4)
typedef uint32_t Int8Unit;
#else
typedef uint8_t Int8Unit;
#endif

} // namespace runtime
} // namespace broto

#endif
