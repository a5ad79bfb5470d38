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

} // namespace runtime
} // namespace broto

#endif
