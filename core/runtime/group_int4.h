// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_GROUP_INT4_H
#define BROTO_RUNTIME_GROUP_INT4_H

// How a layer of int4 weights lies in flash: as in group_int8.h, with BROTO_INT4_BIASES, and BROTO_INT4(8, ...) for
// eight inputs of four neurons, the last of a group for 1 to 8. A q from -7 to 7 stands for the weight 16 * q.
//
// AVR: a byte holds q + 8 of two neurons, the second one's higher. Cortex-M0: a word holds q + 8 of four neurons, a
// byte each, for two inputs, the second one's higher. Cortex-M4: a word holds q + 8 of one neuron for eight inputs,
// byte i for inputs i and i + 4, and sums are 16 times as large. Others: as AVR, with q in two's complement.

#include "group_int8.h"

#define BROTO_INT4(inputs, ...) BROTO_INT4_##inputs(__VA_ARGS__)

#if defined(BROTO_KERNELS_CORTEX_M4)
#define BROTO_INT4_BIASES(b0, b1, b2, b3)                                                                              \
    16u * static_cast<uint32_t>(b0), 16u * static_cast<uint32_t>(b1), 16u * static_cast<uint32_t>(b2),                 \
        16u * static_cast<uint32_t>(b3)
#define BROTO_INT4_DENSE_BIASES(b0, b1, b2, b3, s0, s1, s2, s3) BROTO_INT4_BIASES(b0, b1, b2, b3)
#define BROTO_INT4_MULTIPLIERS(shift, m0, m1, m2, m3) BROTO_INT8_MULTIPLIERS((shift)-4, m0, m1, m2, m3)
#else
#define BROTO_INT4_BIASES(b0, b1, b2, b3) BROTO_INT8_BIASES(b0, b1, b2, b3)
#define BROTO_INT4_DENSE_BIASES(b0, b1, b2, b3, s0, s1, s2, s3) BROTO_INT8_DENSE_BIASES(b0, b1, b2, b3, s0, s1, s2, s3)
#define BROTO_INT4_MULTIPLIERS(shift, m0, m1, m2, m3) BROTO_INT8_MULTIPLIERS(shift, m0, m1, m2, m3)
#endif

#if defined(BROTO_KERNELS_CORTEX_M0) || defined(BROTO_KERNELS_CORTEX_M4)

#define BROTO_NIBBLES(low, high, place) static_cast<uint32_t>((low) + 8 + 16 * ((high) + 8)) << (place)
#define BROTO_INT4_7(...) BROTO_INT4_8(__VA_ARGS__, 0, 0, 0, 0)
#define BROTO_INT4_6(...) BROTO_INT4_7(__VA_ARGS__, 0, 0, 0, 0)
#define BROTO_INT4_5(...) BROTO_INT4_6(__VA_ARGS__, 0, 0, 0, 0)
#define BROTO_INT4_3(...) BROTO_INT4_4(__VA_ARGS__, 0, 0, 0, 0)
#define BROTO_INT4_2(...) BROTO_INT4_3(__VA_ARGS__, 0, 0, 0, 0)
#define BROTO_INT4_1(...) BROTO_INT4_2(__VA_ARGS__, 0, 0, 0, 0)
#if defined(BROTO_KERNELS_CORTEX_M0)
#define BROTO_INT4_PAIR(a0, a1, a2, a3, b0, b1, b2, b3)                                                                \
    BROTO_NIBBLES(a0, b0, 0) | BROTO_NIBBLES(a1, b1, 8) | BROTO_NIBBLES(a2, b2, 16) | BROTO_NIBBLES(a3, b3, 24)
#define BROTO_INT4_4(a0, a1, a2, a3, b0, b1, b2, b3, ...)                                                              \
    BROTO_INT4_PAIR(a0, a1, a2, a3, b0, b1, b2, b3), BROTO_INT4_PAIR(__VA_ARGS__)
#define BROTO_INT4_8(a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3, ...)                              \
    BROTO_INT4_4(a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3), BROTO_INT4_4(__VA_ARGS__)
#else
#define BROTO_INT4_4(...) BROTO_INT4_5(__VA_ARGS__, 0, 0, 0, 0)
#define BROTO_INT4_EIGHT(a, b, c, d, e, f, g, h)                                                                       \
    BROTO_NIBBLES(a, e, 0) | BROTO_NIBBLES(b, f, 8) | BROTO_NIBBLES(c, g, 16) | BROTO_NIBBLES(d, h, 24)
#define BROTO_INT4_8(a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3, e0, e1, e2, e3, f0, f1, f2, f3,   \
                     g0, g1, g2, g3, h0, h1, h2, h3)                                                                   \
    BROTO_INT4_EIGHT(a0, b0, c0, d0, e0, f0, g0, h0), BROTO_INT4_EIGHT(a1, b1, c1, d1, e1, f1, g1, h1),                \
        BROTO_INT4_EIGHT(a2, b2, c2, d2, e2, f2, g2, h2), BROTO_INT4_EIGHT(a3, b3, c3, d3, e3, f3, g3, h3)
#endif

#else

#if defined(BROTO_KERNELS_AVR)
#define BROTO_INT4_BYTE(low, high) static_cast<uint8_t>((low) + 8 + 16 * ((high) + 8))
#else
#define BROTO_INT4_BYTE(low, high) static_cast<uint8_t>(((low)&15) + 16 * ((high)&15))
#endif
#define BROTO_INT4_1(a, b, c, d) BROTO_INT4_BYTE(a, b), BROTO_INT4_BYTE(c, d)
#define BROTO_INT4_2(a, b, c, d, ...) BROTO_INT4_1(a, b, c, d), BROTO_INT4_1(__VA_ARGS__)
#define BROTO_INT4_3(a, b, c, d, ...) BROTO_INT4_1(a, b, c, d), BROTO_INT4_2(__VA_ARGS__)
#define BROTO_INT4_4(a, b, c, d, ...) BROTO_INT4_1(a, b, c, d), BROTO_INT4_3(__VA_ARGS__)
#define BROTO_INT4_5(a, b, c, d, ...) BROTO_INT4_1(a, b, c, d), BROTO_INT4_4(__VA_ARGS__)
#define BROTO_INT4_6(a, b, c, d, ...) BROTO_INT4_1(a, b, c, d), BROTO_INT4_5(__VA_ARGS__)
#define BROTO_INT4_7(a, b, c, d, ...) BROTO_INT4_1(a, b, c, d), BROTO_INT4_6(__VA_ARGS__)
#define BROTO_INT4_8(a, b, c, d, ...) BROTO_INT4_1(a, b, c, d), BROTO_INT4_7(__VA_ARGS__)

#endif

namespace broto {
namespace runtime {

typedef Int8Unit Int4Unit;

} // namespace runtime
} // namespace broto

#endif
