#pragma once

#include "common/result.h"
#include "device/virtual/emulated_board.h"
#include "device/virtual/flash_image.h"
#include "device/virtual/sensor_feed.h"
#include "device/virtual_board.h"
#include "platform/pseudo_terminal.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace broto {

struct RunnerOptions {
    std::string boardId;
    std::optional<std::filesystem::path> image; ///< else one of the board's own
    std::filesystem::path registry;
    std::optional<SensorFeed> sensors; ///< at its analog pins; else nothing is connected to them
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

    BoardRunner(RunnerOptions options, VirtualBoardEntry entry, std::unique_ptr<EmulatedBoard> board, FlashImage image,
                PseudoTerminal terminal);
    bool shouldEnd() const;
    void step();
    void keepFlash(bool lineClosed);

    RunnerOptions m_options;
    VirtualBoardEntry m_entry;
    std::unique_ptr<EmulatedBoard> m_board;
    FlashImage m_image;
    PseudoTerminal m_terminal;
    int m_parent;
    bool m_held = false; ///< somebody has opened the line
    Clock::time_point m_nextKeeping;
};

}
