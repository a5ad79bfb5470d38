#include "device/link.h"

#include "device/board_problem.h"
#include "device/serial_ports.h"
#include "platform/serial_terminal.h"

#include <filesystem>
#include <system_error>

namespace broto {

namespace {

class TerminalLink : public Link {
public:
    TerminalLink(SerialTerminal terminal, const Port& port) : m_terminal(std::move(terminal)), m_port(port) {}

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        auto read = m_terminal.read(bytes, timeLimit);
        return read ? read : boardProblem(m_port, read.error());
    }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        const auto written = m_terminal.write(bytes, timeLimit);
        return written ? written : boardProblem(m_port, written.error());
    }

private:
    SerialTerminal m_terminal;
    Port m_port;
};

/// libserialport knows only the ports that the kernel lists as hardware.
bool isPseudoTerminal(const Port& port)
{
    std::error_code ignored;
    const std::filesystem::path real = std::filesystem::weakly_canonical(port.path, ignored);
    return port.isVirtual || real.parent_path() == "/dev/pts";
}

}

Result<std::unique_ptr<Link>> openLink(const Port& port, int baud)
{
    if (!isPseudoTerminal(port))
        return openRealPort(port.path, baud);
    Result<SerialTerminal> terminal = SerialTerminal::open(port.path, baud);
    if (!terminal)
        return boardProblem(port, terminal.error());
    return std::unique_ptr<Link>(new TerminalLink(std::move(*terminal), port));
}

}
