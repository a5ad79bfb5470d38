#pragma once

#include "common/message.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace broto {

/// A part of the compiler is not installed; names the packages that bring it.
Message missingCompiler(std::string_view part);
Message missingCompiler(std::string_view part, std::string_view package);

/// The sentence for a person when a compiler or linker has failed: its first error, or what it stands for.
Message compilerFailure(std::string_view output, std::string_view boardName);

/// The sum of the named sections in the listing of `avr-size -A`. Nothing if there are none.
std::optional<std::int64_t> sectionBytes(std::string_view listing, std::initializer_list<std::string_view> sections);

/// The address of a symbol in the listing of `avr-nm`.
std::optional<std::uint64_t> symbolAddress(std::string_view listing, std::string_view symbol);

}
