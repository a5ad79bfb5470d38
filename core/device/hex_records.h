#pragma once

#include "common/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace broto {

/// An Intel HEX file with more bytes from an address on, where it has none.
std::string withBytesAt(std::string_view hexFile, std::uint32_t address, std::string_view bytes);

}
