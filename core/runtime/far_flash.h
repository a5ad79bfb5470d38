// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_FAR_FLASH_H
#define BROTO_RUNTIME_FAR_FLASH_H

// Constants of models that are larger than what a pointer of an AVR reaches in its flash, 64 KiB. They are read by ELPM
// with an address of 24 bits, its highest byte in RAMPZ, which AVRs with more flash have. Other processors reach all of
// their flash with the pointers that they have, and know no difference.
//
// Far constants lie in a section of code: every linker script puts those behind all that has to be near (PROGMEM of the
// whole program, its trampolines), in no order that would matter. In .progmem they would move others out of reach, in
// .fini the program would run into them where main returns.

#include "flash.h"

#if defined(__AVR__) && defined(__AVR_HAVE_ELPMX__) && !defined(__AVR_HAVE_RAMPD__)

#define BROTO_HAS_FAR_FLASH
#define BROTO_FAR_FLASH __attribute__((section(".text.broto_far_flash")))

/// Where a far array begins. A pointer would lose the highest byte.
#define BROTO_FAR(array)                                                                                               \
    (__extension__({                                                                                                   \
        uint32_t address;                                                                                              \
        __asm__("ldi %A0,lo8(%1)\n\tldi %B0,hi8(%1)\n\tldi %C0,hh8(%1)\n\tclr %D0" : "=d"(address) : "p"(&(array)));   \
        broto::runtime::farPlace(array, address);                                                                      \
    }))

namespace broto {
namespace runtime {

/// As far as kernels go by pointers, a pointer.
template<typename T>
struct FarPlace {
    uint32_t address;

    FarPlace operator+(uint16_t count) const
    {
        const FarPlace place = {address + static_cast<uint32_t>(count) * sizeof(T)};
        return place;
    }
    FarPlace& operator+=(uint16_t count)
    {
        address += static_cast<uint32_t>(count) * sizeof(T);
        return *this;
    }
    FarPlace operator++(int)
    {
        const FarPlace before = *this;
        address += sizeof(T);
        return before;
    }
};

template<typename T, size_t count>
inline FarPlace<T> farPlace(const T (&)[count], uint32_t address)
{
    const FarPlace<T> place = {address};
    return place;
}

inline uint8_t fromFlash(FarPlace<uint8_t> place) { return pgm_read_byte_far(place.address); }
inline int8_t fromFlash(FarPlace<int8_t> place) { return static_cast<int8_t>(pgm_read_byte_far(place.address)); }
inline float fromFlash(FarPlace<float> place) { return pgm_read_float_far(place.address); }

} // namespace runtime
} // namespace broto

#else

#define BROTO_FAR_FLASH BROTO_FLASH
#define BROTO_FAR(array) (array)

namespace broto {
namespace runtime {

template<typename T>
using FarPlace = const T*;

} // namespace runtime
} // namespace broto

#endif

#endif
