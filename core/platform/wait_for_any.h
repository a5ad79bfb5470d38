#pragma once

#include <chrono>
#include <span>

namespace broto {

/// Returns as soon as one of the descriptors has something to read or has ended, at the latest when the time is over or
/// a signal has come. Negative ones are passed over.
void waitForAny(std::span<const int> descriptors, std::chrono::nanoseconds time);

}
