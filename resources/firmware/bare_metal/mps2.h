// SPDX-License-Identifier: MIT-0
#ifndef BROTO_MPS2_H
#define BROTO_MPS2_H

// Arm's MPS2 board with a Cortex-M3 (AN385) or a Cortex-M4 (AN386), as QEMU emulates it.

#include "bare_metal_io.h"

namespace broto {

class Machine {
public:
    enum { clockHz = 25000000, tickHz = 25000000, receiveBuffer = 63 };

    static void begin()
    {
        asm volatile("cpsid i"); // interrupts only wake
        at(counter + 0x08) = 0xffffffffu;
        at(counter + 0x04) = 0xffffffffu;
        at(counter + 0x00) = 1;
        at(uart + 0x10) = clockHz / 115200;
        at(uart + 0x08) = 1 | 2 | 8; // sends, receives, interrupts when a byte has come
        at(0xe000e100) = uartInterrupt | alarmInterrupt;
    }

    static int receive() { return at(uart + 0x04) & 2 ? static_cast<int>(at(uart) & 0xff) : -1; }

    static void send(uint8_t byte)
    {
        while (at(uart + 0x04) & 1) {
        }
        at(uart) = byte;
    }

    static void sleep()
    {
        at(alarm + 0x00) = 0;
        at(alarm + 0x0c) = 1;
        at(alarm + 0x04) = tickHz / 16;
        at(alarm + 0x00) = 1 | 8;
        at(uart + 0x0c) = 2;
        at(0xe000e280) = uartInterrupt | alarmInterrupt;
        if ((at(uart + 0x04) & 2) == 0)
            asm volatile("wfi" ::: "memory");
    }

    static uint32_t ticks() { return ~at(counter + 0x04); } // it counts down
    static bool isEmulated() { return true; }

private:
    enum { counter = 0x40000000, alarm = 0x40001000, uart = 0x40004000 };
    enum { uartInterrupt = 1 << 0, alarmInterrupt = 1 << 9 };
};

} // namespace broto

#endif
