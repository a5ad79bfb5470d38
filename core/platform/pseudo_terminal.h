#pragma once

#include "common/result.h"
#include "platform/file_descriptor.h"

#include <chrono>
#include <cstdint>
#include <span>
#include <string>

namespace broto {

/// The board's end of a serial line that other programs open by its path.
class PseudoTerminal {
public:
    static Result<PseudoTerminal> open();

    const std::string& path() const { return m_path; }

    /// Whether somebody has opened the path since this was last asked. No opening is missed.
    bool wasOpened();
    bool heldOpen() const;
    /// What the one who holds it has set; 0 when that is no common rate.
    int baud() const;

    std::size_t read(std::span<std::uint8_t> bytes);        ///< what there is, possibly nothing
    std::size_t write(std::span<const std::uint8_t> bytes); ///< how much was taken

    /// Returns at the latest when the time is over or a signal has come.
    void waitForOpening(std::chrono::nanoseconds time) const;

    int openings() const { return m_openings.get(); }   ///< for waitForAny: readable after an opening
    int descriptor() const { return m_terminal.get(); } ///< the same: after bytes, and always while nobody holds it

private:
    PseudoTerminal() = default;
    std::string m_path;
    FileDescriptor m_terminal;
    FileDescriptor m_openings;
};

}
