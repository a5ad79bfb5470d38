// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_FAR_H
#define BROTO_RUNTIME_DENSE_FAR_H

// Layers in groups of four neurons that lie in far flash (far_flash.h).

#include "dense_avr_far.h"
#include "dense_groups.h"
#include "far_flash.h"

namespace broto {
namespace runtime {

#if !defined(BROTO_HAS_FAR_FLASH)
typedef Int8 FarInt8;
typedef Int4 FarInt4;
#elif defined(BROTO_KERNELS_PORTABLE)
struct FarInt8 {};
struct FarInt4 {};
template<class Inputs>
struct DenseLayer<FarInt8, Inputs> : PlainLayer<PlainInt8, FarPlace<uint8_t>> {
};
template<class Inputs>
struct DenseLayer<FarInt4, Inputs> : PlainLayer<PlainInt4, FarPlace<uint8_t>> {
};
#endif

} // namespace runtime
} // namespace broto

#endif
