#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "device/ports.h"
#include "platform/process.h"

#include <filesystem>
#include <string_view>

namespace broto {

/// What a running virtual board says of itself: one JSON file a board in `virtualBoardRegistry()`, removed when it ends.
struct VirtualBoardEntry {
    std::string boardId;
    std::string name;      ///< "Virtual Arduino Uno"
    std::string port;      ///< its pseudo-terminal
    std::string image;     ///< file that holds its flash
    int processId = 0;
};

std::filesystem::path virtualBoardRegistry();            ///< the folder to watch
std::vector<VirtualBoardEntry> registeredVirtualBoards(); ///< those whose process lives; stale files are removed
Result<void> registerVirtualBoard(const VirtualBoardEntry& entry);
void unregisterVirtualBoard(const VirtualBoardEntry& entry);

/// Where a virtual board keeps its flash between starts, unless told otherwise.
std::filesystem::path virtualBoardImage(std::string_view boardId);

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
