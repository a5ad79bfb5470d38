#include "console.h"

#include <stdint.h>

namespace {

enum Operation { writeZeroEnded = 0x04, reportException = 0x18 };
enum { applicationExit = 0x20026 };

#ifdef __riscv

void semihosting(Operation operation, uintptr_t argument)
{
    register uintptr_t a0 asm("a0") = static_cast<uintptr_t>(operation);
    register uintptr_t a1 asm("a1") = argument;
    // The two shifts around the breakpoint tell the emulator that this is a call; they must not be compressed.
    asm volatile(".option push\n"
                 ".option norvc\n"
                 "slli x0, x0, 0x1f\n"
                 "ebreak\n"
                 "srai x0, x0, 7\n"
                 ".option pop\n"
                 : "+r"(a0)
                 : "r"(a1)
                 : "memory");
}

#else

void semihosting(Operation operation, uintptr_t argument)
{
    register uintptr_t r0 asm("r0") = static_cast<uintptr_t>(operation);
    register uintptr_t r1 asm("r1") = argument;
    asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
}

#endif

}

void writeText(const char* text)
{
    semihosting(writeZeroEnded, reinterpret_cast<uintptr_t>(text));
}

void finish()
{
    semihosting(reportException, applicationExit);
    for (;;) {
    }
}
