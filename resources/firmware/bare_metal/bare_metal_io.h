// SPDX-License-Identifier: MIT-0
#ifndef BROTO_BARE_METAL_IO_H
#define BROTO_BARE_METAL_IO_H

// What board_server.h needs of a board, made of what a machine has. Machine is
//     enum { clockHz, tickHz, receiveBuffer };
//     static void begin();       // serial line at 115,200 baud, and the counter
//     static int receive();      // the next byte, -1 when there is none
//     static void send(uint8_t byte);
//     static void sleep();       // until a byte has come, or for 64 ms at most
//     static uint32_t ticks();   // counts up for ever, tickHz a second
//     static bool isEmulated();
//
// On a real chip ticks are the processor's cycles. An emulator knows no cycles, but its time passes by a fixed step
// with every instruction, so there the instructions are told.

#include <stdint.h>

namespace broto {

/// Reads and writes a register of a peripheral.
inline volatile uint32_t& at(uint32_t address)
{
    return *reinterpret_cast<volatile uint32_t*>(address);
}

template<typename Machine>
class BareMetalIo {
public:
    enum { receiveBuffer = Machine::receiveBuffer };

    /// boardName is a text in flash.
    explicit BareMetalIo(const char* boardName)
        : m_boardName(boardName), m_cost(0), m_started(0), m_lastTicks(0), m_rest(0), m_milliseconds(0)
    {
    }

    /// Finds out what measuring itself costs, to leave it out.
    void begin()
    {
        Machine::begin();
        startTicks();
        m_cost = Machine::ticks() - m_started;
    }

    int read()
    {
        const int byte = Machine::receive();
        if (byte < 0)
            Machine::sleep();
        return byte;
    }
    void write(uint8_t byte) { Machine::send(byte); }

    uint32_t milliseconds()
    {
        const uint32_t now = Machine::ticks();
        const uint32_t passed = m_rest + (now - m_lastTicks);
        m_lastTicks = now;
        m_milliseconds += passed / ticksAMillisecond;
        m_rest = passed % ticksAMillisecond;
        return m_milliseconds;
    }

    void startTicks() { m_started = Machine::ticks(); }
    uint32_t ticks()
    {
        const uint32_t passed = Machine::ticks() - m_started - m_cost;
        return Machine::isEmulated() ? instructions(passed) : passed;
    }
    uint8_t tickUnit() const
    {
        return Machine::isEmulated() ? runtime::ticksAreInstructionsFlag : runtime::ticksAreCyclesFlag;
    }

    const char* boardName() const { return m_boardName; }
    uint32_t clockHz() const { return Machine::clockHz; }

private:
    enum {
        ticksAMillisecond = static_cast<uint32_t>(Machine::tickHz) / 1000,
        nanosecondsAnInstruction = 1024 // what broto-virtual-board asks the emulator for
    };

    static uint32_t instructions(uint32_t ticks)
    {
        const uint32_t halfNanosecondsATick = 2000000000u / static_cast<uint32_t>(Machine::tickHz);
        const uint64_t halves = static_cast<uint64_t>(ticks) * halfNanosecondsATick;
        return static_cast<uint32_t>((halves + nanosecondsAnInstruction) / (2 * nanosecondsAnInstruction));
    }

    const char* m_boardName;
    uint32_t m_cost;
    uint32_t m_started;
    uint32_t m_lastTicks;
    uint32_t m_rest; ///< ticks of a millisecond that has begun
    uint32_t m_milliseconds;
};

} // namespace broto

#endif
