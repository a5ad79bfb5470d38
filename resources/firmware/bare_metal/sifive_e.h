// SPDX-License-Identifier: MIT-0
#ifndef BROTO_SIFIVE_E_H
#define BROTO_SIFIVE_E_H

// A small RISC-V core (RV32IMAC) with SiFive's peripherals, as QEMU emulates it.

#include "bare_metal_io.h"

namespace broto {

class Machine {
public:
    enum { clockHz = 16000000, tickHz = 10000000, receiveBuffer = 8 };

    static void begin()
    {
        at(uart + 0x08) = 1;              // sends
        at(uart + 0x0c) = 1;              // receives
        at(uart + 0x10) = 2;              // a byte that has come interrupts
        at(plic + 4 * uartInterrupt) = 1; // its priority
        at(plic + 0x2000) = 1u << uartInterrupt;
        asm volatile("csrs mie, %0" ::"r"(1u << 11 | 1u << 7)); // interrupts only wake: mstatus stays as it is
    }

    static int receive()
    {
        const uint32_t word = at(uart + 0x04);
        return word & 1u << 31 ? -1 : static_cast<int>(word & 0xff);
    }

    static void send(uint8_t byte)
    {
        while (at(uart) & 1u << 31) {
        }
        at(uart) = byte;
    }

    static void sleep()
    {
        at(clint + 0x4004) = 0xffffffffu; // no alarm while the two halves differ
        const uint64_t alarm = now() + tickHz / 16;
        at(clint + 0x4000) = static_cast<uint32_t>(alarm);
        at(clint + 0x4004) = static_cast<uint32_t>(alarm >> 32);
        asm volatile("wfi" ::: "memory");
        at(plic + 0x200004) = at(plic + 0x200004); // seen and done
    }

    static uint32_t ticks() { return at(clint + 0xbff8); }
    static bool isEmulated() { return true; }

private:
    enum { clint = 0x02000000, plic = 0x0c000000, uart = 0x10013000 };
    enum { uartInterrupt = 3 };

    static uint64_t now()
    {
        const uint32_t high = at(clint + 0xbffc), low = at(clint + 0xbff8);
        const uint32_t again = at(clint + 0xbffc);
        return static_cast<uint64_t>(again) << 32 | (again == high ? low : 0);
    }
};

} // namespace broto

#endif
