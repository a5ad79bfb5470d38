/* What compilers call of their own accord, and what newlib's mathematics report errors to. */

#include <stddef.h>

void* memcpy(void* restrict to, const void* restrict from, size_t bytes)
{
    char* target = to;
    for (const char* source = from; bytes > 0; --bytes)
        *target++ = *source++;
    return to;
}

void* memset(void* to, int value, size_t bytes)
{
    for (char* target = to; bytes > 0; --bytes)
        *target++ = (char)value;
    return to;
}

int* __errno(void)
{
    static int lastError;
    return &lastError;
}
