#pragma once

#include "common/message.h"

#include <string_view>

namespace broto {

/// The sentence for a port that could not be opened, read or written, from the system's error number: missing, busy,
/// forbidden, or whatever the system says.
Message portProblem(std::string_view path, int errorNumber);

/// The other side has gone while the port was open.
Message portGone(std::string_view path);

/// Opened, but it is no serial port.
Message notAPort(std::string_view path);

/// The board took none of the bytes in time.
Message portStuck(std::string_view path);

}
