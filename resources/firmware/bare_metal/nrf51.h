// SPDX-License-Identifier: MIT-0
#ifndef BROTO_NRF51_H
#define BROTO_NRF51_H

// The nRF51822 of a micro:bit v1, real or QEMU's "microbit".

#include "bare_metal_io.h"

namespace broto {

class Machine {
public:
    enum { clockHz = 16000000, tickHz = 16000000, receiveBuffer = 6 };

    static void begin()
    {
        asm volatile("cpsid i"); // interrupts only wake
        at(clock + 0x000) = 1;   // the crystal, for an exact baud rate
        while (at(clock + 0x100) == 0) {
        }
        beginTimer();
        beginUart();
        at(0xe000e100) = uartInterrupt | timerInterrupt;
    }

    static int receive()
    {
        if (at(uart + 0x108) == 0)
            return -1;
        at(uart + 0x108) = 0; // before the byte is taken: the next one sets it again
        return static_cast<int>(at(uart + 0x518) & 0xff);
    }

    static void send(uint8_t byte)
    {
        at(uart + 0x11c) = 0;
        at(uart + 0x51c) = byte;
        while (at(uart + 0x11c) == 0) {
        }
    }

    static void sleep()
    {
        at(timer + 0x144) = 0;
        at(timer + 0x544) = ticks() + tickHz / 16;
        at(0xe000e280) = uartInterrupt | timerInterrupt;
        if (at(uart + 0x108) == 0)
            asm volatile("wfi" ::: "memory");
    }

    static uint32_t ticks()
    {
        at(timer + 0x040) = 1;
        return at(timer + 0x540);
    }

    /// An emulator's clock says that it does not run.
    static bool isEmulated() { return (at(clock + 0x40c) & 1u << 16) == 0; }

private:
    enum { clock = 0x40000000, uart = 0x40002000, timer = 0x40008000 };
    enum { uartInterrupt = 1 << 2, timerInterrupt = 1 << 8 };

    static void beginTimer()
    {
        at(timer + 0x504) = 0;       // a timer, not a counter
        at(timer + 0x508) = 3;       // of 32 bits
        at(timer + 0x510) = 0;       // at 16 MHz
        at(timer + 0x304) = 1 << 17; // comparison 1 interrupts
        at(timer + 0x00c) = 1;
        at(timer + 0x000) = 1;
    }

    static void beginUart()
    {
        const uint32_t txPin = 24, rxPin = 25; // to the micro:bit's USB chip
        at(0x50000508) = 1u << txPin;          // high, which is a quiet line
        at(0x50000518) = 1u << txPin;          // an output
        at(uart + 0x50c) = txPin;
        at(uart + 0x514) = rxPin;
        at(uart + 0x524) = 0x01d7e000; // 115,200 baud
        at(uart + 0x500) = 4;
        at(uart + 0x304) = 1 << 2; // a byte that has come interrupts
        at(uart + 0x000) = 1;
        at(uart + 0x008) = 1;
    }
};

} // namespace broto

#endif
