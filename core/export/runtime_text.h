#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace broto {

/// The named headers of core/runtime and all that they include, each once and after what it needs, ready to be pasted
/// into one file: without the lines that include each other, with the guards that let several exported headers stand
/// in one program. `without` is left out.
std::string pastedRuntime(std::span<const std::string_view> headers, std::string_view without = {});

/// Tells the runtime of one version of the program from that of another.
std::uint32_t runtimeFingerprint();

}
