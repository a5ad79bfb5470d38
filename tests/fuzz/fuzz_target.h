#pragma once

#include <cstddef>
#include <cstdint>

/// A door to the outside, given any bytes. It ends the program when something is wrong: with a signal, an abort, or the
/// report of a sanitizer. libFuzzer calls it with bytes that it makes up, `replay` with those that were kept.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
