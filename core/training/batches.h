#pragma once

#include "common/random.h"
#include "network/loss.h"

#include <cstdint>
#include <span>
#include <vector>

namespace broto {

/// Some training rows side by side.
struct Batch {
    Matrix inputs;
    Truth truth;
};

/// Cuts the training rows into batches, in a new random order every epoch. The last batch of an epoch may be shorter.
class Batches {
public:
    /// Both must outlive it. `size` >= 1.
    Batches(const Matrix& inputs, const Truth& truth, int size);

    std::size_t count() const { return (m_order.size() + m_size - 1) / m_size; }
    void shuffle(Random& random) { random.shuffle(std::span(m_order)); }

    /// Gathers the batch of that index into `batch`.
    void take(std::size_t index, Batch& batch) const;

private:
    const Matrix& m_inputs;
    const Truth& m_truth;
    std::vector<std::uint32_t> m_order;
    std::size_t m_size;
};

}
