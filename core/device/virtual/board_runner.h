#pragma once

#include "common/result.h"
#include "device/virtual/avr_machine.h"
#include "device/virtual/flash_image.h"
#include "device/virtual_board.h"
#include "platform/pseudo_terminal.h"

#include <chrono>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace broto {

struct RunnerOptions {
    std::string boardId;
    std::optional<std::filesystem::path> image; ///< else one of the board's own
    std::filesystem::path registry;
    bool endWithParent = false;
};

/// A virtual board in real time: its serial line is a pseudo-terminal, opening which resets it, and its flash is kept
/// in a file. Registered from start to end. One thread.
class BoardRunner {
public:
    static Result<std::unique_ptr<BoardRunner>> start(RunnerOptions options);
    ~BoardRunner();

    const VirtualBoardEntry& entry() const { return m_entry; }

    /// Until the process is asked to end (platform/termination.h). Fails when the flash cannot be kept.
    Result<void> run();

private:
    using Clock = std::chrono::steady_clock;

    BoardRunner(RunnerOptions options, const MachineKind& kind, std::unique_ptr<AvrMachine> machine, FlashImage image,
                PseudoTerminal terminal);
    bool shouldEnd() const;
    void step();
    void restart();
    void runMachine();
    bool waitsForUploader() const;
    void followClock();
    void takeBytes();
    void giveBytes();
    bool lineIsGarbled() const;
    void keepFlash(bool lineClosed);

    RunnerOptions m_options;
    const MachineKind& m_kind;
    std::unique_ptr<AvrMachine> m_machine;
    FlashImage m_image;
    PseudoTerminal m_terminal;
    VirtualBoardEntry m_entry;
    int m_parent;
    std::deque<std::uint8_t> m_toHost;
    Clock::time_point m_epoch;         ///< a moment and
    std::uint64_t m_epochCycles = 0;   ///< the machine's age at it
    std::uint64_t m_trafficCycles = 0; ///< the machine's age at the last byte either way
    Clock::time_point m_lastTraffic;
    bool m_uploading = false; ///< the bootloader has answered since the last reset, and still runs
    bool m_held = false;      ///< somebody has opened the line
    Clock::time_point m_lastHeld;
    Clock::time_point m_nextKeeping;
};

}
