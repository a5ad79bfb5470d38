// Start-up of a Cortex-M: the vector table, then memory and floating point made ready for main.

#include <stdint.h>

extern "C" {
extern uint32_t dataInFlash[], dataBegin[], dataEnd[], zeroBegin[], zeroEnd[], stackTop[];
int main();

void startProgram()
{
    const uint32_t* from = dataInFlash;
    for (uint32_t* to = dataBegin; to != dataEnd;)
        *to++ = *from++;
    for (uint32_t* to = zeroBegin; to != zeroEnd;)
        *to++ = 0;
#ifdef __ARM_FP
    volatile uint32_t* const coprocessorAccess = reinterpret_cast<volatile uint32_t*>(0xe000ed88);
    *coprocessorAccess = *coprocessorAccess | 0xfu << 20;
    asm volatile("dsb\nisb");
#endif
    main();
    for (;;) {
    }
}

void stopOnFault()
{
    for (;;) {
    }
}
}

struct VectorTable {
    uint32_t* stack;
    void (*handlers[15])();
};

extern const VectorTable vectors;
__attribute__((section(".vectors"), used))
const VectorTable vectors = {stackTop,
                             {startProgram, stopOnFault, stopOnFault, stopOnFault, stopOnFault, stopOnFault, nullptr,
                              nullptr, nullptr, nullptr, stopOnFault, stopOnFault, nullptr, stopOnFault, stopOnFault}};
