#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "device/ports.h"
#include "platform/process.h"

#include <filesystem>
#include <string_view>

namespace broto {

/// What a running virtual board says of itself: one JSON file a board in `virtualBoardRegistry()`, removed when it
/// ends.
struct VirtualBoardEntry {
    std::string boardId;
    std::string name;  ///< "Virtual Arduino Uno"
    std::string port;  ///< its pseudo-terminal
    std::string image; ///< file that holds its flash
    std::string drive; ///< folder that takes programs, as the drive of a micro:bit does; empty: it has none
    int processId = 0;
};

std::filesystem::path virtualBoardRegistry(); ///< the folder to watch
/// Those whose process lives. The files of the others are removed.
std::vector<VirtualBoardEntry> registeredVirtualBoards(const std::filesystem::path& folder = virtualBoardRegistry());
Result<void> registerVirtualBoard(const VirtualBoardEntry& entry,
                                  const std::filesystem::path& folder = virtualBoardRegistry());
void unregisterVirtualBoard(const VirtualBoardEntry& entry,
                            const std::filesystem::path& folder = virtualBoardRegistry());

/// A folder that a virtual board may make for what it needs while it runs. It goes with the board's entry.
std::filesystem::path virtualBoardFolder(const VirtualBoardEntry& entry,
                                         const std::filesystem::path& registry = virtualBoardRegistry());

/// Where a virtual board keeps its flash between starts, unless told otherwise. Boards of one kind that run at the same
/// time each have their own: the first one that is started takes number 1, the next number 2.
std::filesystem::path virtualBoardImage(std::string_view boardId, int number = 1);

/// A broto-virtual-board program started by this one, ended with it.
class VirtualBoard {
public:
    /// Starts and waits until its port is there.
    static Result<VirtualBoard> start(std::string_view boardId);

    const Port& port() const { return m_port; }
    int processId() const { return m_process.id(); }
    bool running() { return m_process.running(); }

private:
    VirtualBoard(ChildProcess process, Port port) : m_process(std::move(process)), m_port(std::move(port)) {}
    ChildProcess m_process;
    Port m_port;
};

}
