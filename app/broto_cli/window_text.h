#pragma once

#include "data/stream.h"
#include "session.h"

#include <optional>
#include <string>

namespace broto {

/// {"length", "stride", "readingsPerSecond", "channels", "features"}; null where every row stands for itself.
Json windowsJson(const std::optional<Stream>& stream);

/// "Windows of 64 readings of 3 columns, a new one every 16 readings, told by 15 features; 50 readings a second."
std::string windowsText(const Stream& stream);

}
