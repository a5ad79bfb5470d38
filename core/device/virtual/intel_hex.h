#pragma once

#include "common/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace broto {

/// The flash that an Intel HEX file describes: `flashBytes` from `flashAddress` on, 0xff where the file says nothing.
/// Fails by line where the file is damaged, of another kind, or holds data for another place.
Result<std::string> flashOfHex(std::string_view hex, std::uint32_t flashAddress, std::uint32_t flashBytes);

/// The other way round. What is 0xff is left out.
std::string hexOfFlash(std::string_view flash, std::uint32_t flashAddress);

}
