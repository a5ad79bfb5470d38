#pragma once

#include "import/dense_chain.h"

#include <vector>

namespace broto {

/// What simple arithmetic makes of values: x * factor + offset for each.
class Affine {
public:
    explicit Affine(std::size_t count) : m_factor(count, 1), m_offset(count, 0) {}

    /// Takes a step in; false where it is no simple arithmetic. Its numbers are as many as the values, or one for all.
    bool apply(const ChainStep& step);

    bool onlyAdds() const;
    bool isNothing() const;
    float factor(std::size_t i) const { return m_factor[i]; }
    float offset(std::size_t i) const { return m_offset[i]; }

private:
    void multiply(const std::vector<float>& by);
    void add(const std::vector<float>& by, float sign);

    std::vector<float> m_factor;
    std::vector<float> m_offset;
};

/// The same layer for values to which nothing is done any more, before it or behind it.
void foldBefore(DenseStep& dense, const Affine& before);
void foldBehind(DenseStep& dense, const Affine& behind);

/// Scaling that is the first thing that happens to a row of `count` values. `next` moves behind its steps.
Scale scaleOf(const std::vector<PlacedStep>& steps, std::size_t& next, std::size_t count);

}
