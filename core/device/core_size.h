#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace broto {

/// How many bytes the newest version of an Arduino core ("esp32:esp32") takes to download, with all tools that it needs
/// and on the computer where they are largest, as a package index tells. Nothing: the index does not know it.
std::optional<std::int64_t> coreDownloadBytes(std::string_view packageIndex, std::string_view core);

}
