#pragma once

#include "common/result.h"
#include "platform/pseudo_terminal.h"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace broto {

/// A board as a BoardRunner drives it: a machine, and how its time passes. One thread.
class EmulatedBoard {
public:
    virtual ~EmulatedBoard() = default;

    virtual std::size_t flashSize() const = 0;
    virtual std::string_view flash() const = 0;
    virtual void setFlash(std::string_view bytes) = 0; ///< flashSize() of them, once, before anything else

    /// Where a program for the board may be copied to, as to the drive of a real one. Empty: it has no such place.
    virtual std::filesystem::path drive() const { return {}; }

    virtual void pressReset() = 0;

    /// Lets a little time pass: moves bytes to and from the line, which somebody holds open or not, and waits.
    virtual void step(PseudoTerminal& line, bool held) = 0;
};

}
