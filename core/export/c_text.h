#pragma once

#include <span>
#include <string>
#include <string_view>

namespace broto {

/// Headers of core/runtime, with what they include, as C99. The arithmetic stays the text that C++ compiles, so there
/// is one source of it; what changes is how it is said. Namespaces become the prefix broto_ of every name, structs are
/// written with `struct`, static_cast<T>(x) becomes (T)(x), and functions are static. Of functions with one name the
/// later ones have the struct that they take in theirs: encodeRow_FloatFeature. Templates are left out. flash.h is
/// left out as well: resources/export/c99/start.h is its C.
std::string runtimeAsC(std::span<const std::string_view> headers);

/// C++ that keeps to the common forms, as C; for tests.
std::string asC(std::string_view cpp);

}
