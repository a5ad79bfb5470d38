// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_FLASH_H
#define BROTO_RUNTIME_FLASH_H

// Where a model's constants live and how they are read. On AVR they stay in program memory and need their own
// instructions to be read; everywhere else a const is already in flash.

#include <stddef.h>
#include <stdint.h>

#ifdef __AVR__
#include <avr/pgmspace.h>
#define BROTO_FLASH PROGMEM
#else
#define BROTO_FLASH
#endif

// Shared by all calls: the code of a kernel stands in flash once.
#if defined(__GNUC__)
#define BROTO_ONCE __attribute__((noinline))
#else
#define BROTO_ONCE
#endif

namespace broto {
namespace runtime {

#ifdef __AVR__
inline int8_t fromFlash(const int8_t* place) { return static_cast<int8_t>(pgm_read_byte(place)); }
inline uint8_t fromFlash(const uint8_t* place) { return pgm_read_byte(place); }
inline uint16_t fromFlash(const uint16_t* place) { return pgm_read_word(place); }
inline int16_t fromFlash(const int16_t* place) { return static_cast<int16_t>(pgm_read_word(place)); }
inline int32_t fromFlash(const int32_t* place) { return static_cast<int32_t>(pgm_read_dword(place)); }
inline float fromFlash(const float* place) { return pgm_read_float(place); }
inline char fromFlash(const char* place) { return static_cast<char>(pgm_read_byte(place)); }
inline const char* fromFlash(const char* const* place) { return static_cast<const char*>(pgm_read_ptr(place)); }
#else
template<typename T>
inline T fromFlash(const T* place)
{
    return *place;
}
#endif

/// The signed number that eight bits of flash stand for.
///
/// On large processors by arithmetic: g++ 12 at -O3 for x86 with VNNI looks through the cast of an unsigned byte to a
/// signed one, multiplies it by vpdpbusd as the unsigned one that it was, and gets wrong sums. Arithmetic on int it
/// leaves as it is. Small processors have no such instruction, and the cast is the shorter code.
#if defined(__x86_64__) || defined(__i386__) || defined(__aarch64__)
inline int16_t signedByte(uint8_t bits)
{
    return static_cast<int16_t>(static_cast<int>(bits ^ 0x80) - 0x80);
}
#else
inline int8_t signedByte(uint8_t bits)
{
    return static_cast<int8_t>(bits);
}
#endif

/// Two numbers of four bits in a byte, each 16 times as large.
inline int16_t lowHalf(uint8_t both)
{
    return signedByte(static_cast<uint8_t>(both << 4));
}
inline int16_t highHalf(uint8_t both)
{
    return signedByte(both & 0xf0);
}

} // namespace runtime
} // namespace broto

#endif
