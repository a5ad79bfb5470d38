#pragma once

#include "common/result.h"
#include "platform/file_descriptor.h"

#include <chrono>
#include <cstdint>
#include <span>
#include <string>

namespace broto {

/// A terminal used as a serial line: raw, 8N1, no flow control. Made for pseudo-terminals, which serial port libraries
/// refuse. One at a time among programs that lock theirs (flock). Not TIOCEXCL: on a pseudo-terminal that outlives its
/// holder, and a killed program would leave the port busy for ever.
class SerialTerminal {
public:
    static Result<SerialTerminal> open(const std::string& path, int baud);

    /// At least one byte, or 0 when the time is over. An error: the other side has gone.
    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit);
    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit);

private:
    SerialTerminal(std::string path, FileDescriptor terminal) : m_path(std::move(path)), m_terminal(std::move(terminal))
    {
    }
    std::string m_path;
    FileDescriptor m_terminal;
};

}
