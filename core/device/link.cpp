#include "device/link.h"

#include "device/serial_ports.h"
#include "platform/serial_terminal.h"

#include <filesystem>
#include <system_error>

namespace broto {

namespace {

class TerminalLink : public Link {
public:
    explicit TerminalLink(SerialTerminal terminal) : m_terminal(std::move(terminal)) {}

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        return m_terminal.read(bytes, timeLimit);
    }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        return m_terminal.write(bytes, timeLimit);
    }

private:
    SerialTerminal m_terminal;
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
        return terminal.error();
    return std::unique_ptr<Link>(new TerminalLink(std::move(*terminal)));
}

}
