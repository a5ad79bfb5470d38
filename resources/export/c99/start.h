#ifndef BROTO_C_START_H
#define BROTO_C_START_H

// Where a model's constants live and how they are read. On AVR they stay in program memory and need their own
// instructions to be read; everywhere else a const is already in flash.

#include <stdbool.h>
#include <stdint.h>

#ifdef __AVR__
#include <avr/pgmspace.h>
#define BROTO_FLASH PROGMEM
#define BROTO_IS(type, place) __builtin_types_compatible_p(__typeof__(*(place)), type)
#define BROTO_READ(type, place, read, otherwise)                                                                       \
    __builtin_choose_expr(BROTO_IS(type, place), (type)read(place), otherwise)
#define broto_fromFlash(place)                                                                                         \
    BROTO_READ(int8_t, place, pgm_read_byte,                                                                           \
    BROTO_READ(uint8_t, place, pgm_read_byte,                                                                          \
    BROTO_READ(int16_t, place, pgm_read_word,                                                                          \
    BROTO_READ(int32_t, place, pgm_read_dword,                                                                         \
    BROTO_READ(float, place, pgm_read_float,                                                                           \
    (const char*)pgm_read_ptr(place))))))
#else
#define BROTO_FLASH
#define broto_fromFlash(place) (*(place))
#endif

#if defined(__GNUC__)
#define BROTO_ONCE __attribute__((noinline, unused))
#else
#define BROTO_ONCE
#endif

#endif
