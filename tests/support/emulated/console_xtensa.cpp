#include "console.h"

#include <stdint.h>

namespace {

enum Operation { endProgram = 1, writeBytes = 4 };
enum { standardOutput = 1 };

/// The call of Xtensa's own simulator, which QEMU understands.
void simulatorCall(Operation operation, uintptr_t first, uintptr_t second, uintptr_t third)
{
    register uintptr_t a2 asm("a2") = static_cast<uintptr_t>(operation);
    register uintptr_t a3 asm("a3") = first;
    register uintptr_t a4 asm("a4") = second;
    register uintptr_t a5 asm("a5") = third;
    asm volatile("simcall" : "+r"(a2), "+r"(a3) : "r"(a4), "r"(a5) : "memory");
}

}

void writeText(const char* text)
{
    uintptr_t length = 0;
    while (text[length])
        ++length;
    simulatorCall(writeBytes, standardOutput, reinterpret_cast<uintptr_t>(text), length);
}

void finish()
{
    simulatorCall(endProgram, 0, 0, 0);
    for (;;) {
    }
}
