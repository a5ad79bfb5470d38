// SPDX-License-Identifier: MIT-0
#ifndef BROTO_LX106_H
#define BROTO_LX106_H

// The core of an ESP8266 (Xtensa lx106) on QEMU's "kc705-nommu", which has another serial port than that chip.

#include "bare_metal_io.h"

namespace broto {

class Machine {
public:
    enum { clockHz = 40000000, tickHz = 40000000, receiveBuffer = 16 };

    static void begin()
    {
        at(lineControl) = 0x83; // the divisor comes
        at(data) = 1;
        at(interrupts) = 0;
        at(lineControl) = 3; // 8 data bits, no parity, 1 stop bit
        at(fifoControl) = 7;
        at(interrupts) = 1; // a byte that has come interrupts
    }

    static int receive() { return at(lineStatus) & 1 ? static_cast<int>(at(data) & 0xff) : -1; }

    static void send(uint8_t byte)
    {
        while ((at(lineStatus) & 0x20) == 0) {
        }
        at(data) = byte;
    }

    /// The interrupt that ends the wait is taken, and its handler forbids interrupts again. One that comes before the
    /// wait has to wait for it, or nothing would end it.
    static void sleep()
    {
        const uint32_t alarm = ticks() + tickHz / 16, wanted = uartInterrupt | alarmInterrupt;
        uint32_t ignored;
        asm volatile("rsil %0, 1\n\t"
                     "wsr.ccompare0 %1\n\t" // which takes back the last alarm, too
                     "wsr.intenable %2\n\t"
                     "rsync\n\t"
                     "waiti 0"
                     : "=&a"(ignored)
                     : "a"(alarm), "a"(wanted)
                     : "memory");
    }

    static uint32_t ticks()
    {
        uint32_t count;
        asm volatile("rsr.ccount %0" : "=a"(count)::"memory");
        return count;
    }
    static bool isEmulated() { return true; }

private:
    enum : uint32_t { // a 16550, its registers four bytes apart
        data = 0x9d050020,
        interrupts = data + 4,
        fifoControl = data + 8,
        lineControl = data + 12,
        lineStatus = data + 20
    };
    enum { uartInterrupt = 1 << 0, alarmInterrupt = 1 << 6 };
};

} // namespace broto

#endif
