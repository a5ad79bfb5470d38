#pragma once

#include "common/aligned_floats.h"
#include "common/random.h"
#include "training/kernels/kernels.h"

#include <cstdint>
#include <span>

namespace broto {

/// Passes over a batch of rows: forwards to the loss, and backwards to its derivatives by every parameter.
class Pass {
public:
    virtual ~Pass() = default;

    /// The loss of some rows as the network learns them, and its gradient. `random` draws what falls silent.
    virtual Judgement learn(std::span<const std::uint32_t> rows, Random& random) = 0;

    /// The loss of some rows as the network answers.
    virtual Judgement judge(std::span<const std::uint32_t> rows) = 0;

    /// Of the mean loss, in the order of the parameters.
    virtual AlignedFloats& gradient() = 0;
};

}
