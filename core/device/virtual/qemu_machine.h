#pragma once

#include "common/result.h"
#include "device/virtual/machine_kind.h"
#include "platform/connected_process.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace broto {

/// A machine that QEMU emulates in a process of its own, as fast as it can; nothing listens on the network. Its serial
/// line is cut while it starts and while it is being reset, so that nothing meant for the program gets lost, and the
/// program begins to speak only when the one who has opened the line has set it up, which drops what came before.
class QemuMachine {
public:
    /// `flash` is an Intel HEX file whose bytes lie in flash at every reset.
    static Result<QemuMachine> start(const QemuKind& kind, const std::filesystem::path& flash);

    /// What QEMU itself says is taken in. False: it has ended, as it does when a program has lost its way.
    bool running();
    bool connected() const { return m_state == State::Running; }
    void pressReset();

    Channel& line() { return m_process.first(); }
    int controlDescriptor() { return m_process.second().descriptor(); } ///< for waitForAny

private:
    using Clock = std::chrono::steady_clock;
    enum class State {
        Starting,
        Running,
        Stopping, ///< for a reset: what the program says until it stands still belongs to the time before
        Resetting,
        Settling, ///< at its beginning, standing still
        Resuming
    };

    explicit QemuMachine(ConnectedProcess process) : m_process(std::move(process)) {}
    void command(std::string_view name);
    void take(std::string_view line);
    void dropWhatWasSaid();

    ConnectedProcess m_process;
    State m_state = State::Starting;
    Clock::time_point m_settled; ///< when the one who has opened the line has surely set it up
    bool m_pressedWhileResuming = false;
    std::string m_said; ///< the beginning of QEMU's next line
};

}
