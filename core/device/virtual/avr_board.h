#pragma once

#include "device/virtual/avr_machine.h"
#include "device/virtual/emulated_board.h"
#include "device/virtual/sensor_feed.h"

#include <chrono>
#include <deque>
#include <optional>

namespace broto {

/// An AVR board in real time: its machine is run for as many cycles as time has passed, and its line has the speed that
/// both sides have set.
class AvrBoard : public EmulatedBoard {
public:
    AvrBoard(std::unique_ptr<AvrMachine> machine, std::optional<SensorFeed> sensors);

    std::size_t flashSize() const override { return m_machine->flashSize(); }
    std::string_view flash() const override { return m_machine->flash(); }
    void setFlash(std::string_view bytes) override { m_machine->setFlash(bytes); }
    void pressReset() override;
    void step(PseudoTerminal& line, bool held) override;

private:
    using Clock = std::chrono::steady_clock;

    std::uint64_t cyclesIn(std::chrono::nanoseconds time) const;
    void runMachine(bool held);
    bool waitsForUploader(bool held) const;
    void followClock(const PseudoTerminal& line);
    void takeBytes(PseudoTerminal& line);
    void giveBytes(PseudoTerminal& line);
    bool lineIsGarbled(const PseudoTerminal& line) const;

    std::unique_ptr<AvrMachine> m_machine;
    std::deque<std::uint8_t> m_toHost;
    Clock::time_point m_epoch;         ///< a moment and
    std::uint64_t m_epochCycles = 0;   ///< the machine's age at it
    std::uint64_t m_trafficCycles = 0; ///< the machine's age at the last byte either way
    Clock::time_point m_lastTraffic;
    Clock::time_point m_lastHeld;
    bool m_uploading = false; ///< the bootloader has answered since the last reset, and still runs
};

}
