#pragma once

#include "common/result.h"
#include "device/virtual/machine_kind.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

struct avr_t;
struct avr_irq_t;

namespace broto {

/// An emulated AVR with its bootloader and a serial line, cycle by cycle, without any clock: the caller decides when
/// how much of its time passes.
class AvrMachine {
public:
    /// `kind` stays where it is.
    static Result<std::unique_ptr<AvrMachine>> make(const AvrKind& kind);
    AvrMachine(const AvrMachine&) = delete;
    AvrMachine& operator=(const AvrMachine&) = delete;
    ~AvrMachine();

    std::uint32_t clockHz() const { return m_kind.clockHz; }
    std::size_t flashSize() const;
    std::string_view flash() const;
    void setFlash(std::string_view bytes); ///< flashSize() of them; the bootloader is put in again

    void powerOn();    ///< the sketch starts at once
    void pressReset(); ///< the bootloader listens for an upload first

    /// Lets `cycles` of the clock pass, or fewer if the machine halts: asleep for good, or fallen out of its program.
    void run(std::uint64_t cycles);
    bool halted() const { return m_halted; }                  ///< until the next reset
    bool inBootloader() const;                                ///< not in the sketch
    std::uint64_t elapsedCycles() const { return m_elapsed; } ///< since it was made

    void send(std::uint8_t byte) { m_toMachine.push_back(byte); } ///< arrives at the speed of the line
    std::size_t waitingToArrive() const { return m_toMachine.size(); }
    std::vector<std::uint8_t> takeSent(); ///< what it has sent
    double baud() const;                  ///< what its UART is set to

    /// What lies at an analog pin (A0 is 0) while it is being read, in millivolts. The supply and so the largest
    /// reading is at `supplyMillivolts`.
    static constexpr std::uint32_t supplyMillivolts = 5000;
    void connectPins(std::function<std::uint32_t(int pin)> millivolts) { m_pinMillivolts = std::move(millivolts); }

private:
    AvrMachine(const AvrKind& kind, avr_t* avr);
    void restart();
    void connectUart();
    void connectConverter();
    void feedConverter(std::uint32_t source);
    void feedUart();
    std::uint32_t cyclesPerByte() const;

    const AvrKind& m_kind;
    avr_t* m_avr;
    avr_irq_t* m_uartInput = nullptr;
    std::deque<std::uint8_t> m_toMachine;
    std::vector<std::uint8_t> m_fromMachine;
    std::function<std::uint32_t(int pin)> m_pinMillivolts; ///< empty: nothing is connected
    std::uint64_t m_elapsed = 0;
    std::uint64_t m_nextArrival = 0;
    bool m_uartReady = false;
    bool m_halted = false;
};

}
