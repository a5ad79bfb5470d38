#pragma once

#include <cstdint>

namespace broto {

/// Bytes that this program can still take without the machine beginning to swap or refusing: what the system says is
/// available, within the limits set for the process.
std::uint64_t availableMemory();

}
