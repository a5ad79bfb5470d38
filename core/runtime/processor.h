// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_PROCESSOR_H
#define BROTO_RUNTIME_PROCESSOR_H

// Which kernels this processor gets. All of them give the same bits; how the weights of a layer lie in flash is what
// each likes best, and the same text becomes all of them (group_int8.h, group_int4.h).

#include "flash.h"

#if !defined(__OPTIMIZE__)
#define BROTO_KERNELS_PORTABLE // a compiler that optimizes nothing does not know that a routine is a constant
#elif defined(__AVR_HAVE_MUL__) && defined(__AVR_HAVE_MOVW__) && defined(__AVR_HAVE_LPMX__) && !defined(__AVR_TINY__)
#define BROTO_KERNELS_AVR
#elif defined(__GNUC__) && defined(__thumb__) && defined(__ARM_ARCH_PROFILE) && !defined(__ARMEB__)
#if __ARM_ARCH_PROFILE != 'M'
#define BROTO_KERNELS_PORTABLE
#elif defined(__ARM_FEATURE_DSP) && defined(__thumb2__)
#define BROTO_KERNELS_CORTEX_M4
#else
#define BROTO_KERNELS_CORTEX_M0
#endif
#else
#define BROTO_KERNELS_PORTABLE
#endif

#if defined(__GNUC__)
#define BROTO_INLINE inline __attribute__((always_inline))
/// Nothing but its assembly: called by assembly only, with a convention of its own.
#define BROTO_NAKED __attribute__((naked, noinline)) inline
#else
#define BROTO_INLINE inline
#endif

// Room for so many activations: kernels read and write four at a time. Cortex-M4 keeps two bytes for each, and reads
// them as words.
#if defined(BROTO_KERNELS_CORTEX_M4)
#define BROTO_ACTIVATIONS(count) (((count) + 7) / 8 * 16)
#else
#define BROTO_ACTIVATIONS(count) (((count) + 3) / 4 * 4)
#endif
#if defined(__arm__)
#define BROTO_WORDS alignas(4)
#else
#define BROTO_WORDS
#endif

#endif
