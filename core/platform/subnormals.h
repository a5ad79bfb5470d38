#pragma once

#include <cstdint>

namespace broto {

/// While it lives, this thread's floating point takes numbers too small for full precision (below 1.2e-38) for 0. What
/// fades for ever, such as the moments of a neuron that no longer learns, would reach them, and they cost processors a
/// hundred times the time of others. Does nothing where the processor has no such mode.
class FlushSubnormals {
public:
    FlushSubnormals();
    ~FlushSubnormals();
    FlushSubnormals(const FlushSubnormals&) = delete;
    FlushSubnormals& operator=(const FlushSubnormals&) = delete;

private:
    std::uint64_t m_before;
};

}
