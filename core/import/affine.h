#pragma once

#include "import/dense_chain.h"

#include <optional>
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
    /// The number that all values are multiplied by, where that is all and it is above 0.
    std::optional<float> commonFactor() const;
    /// A constant takes the place of a value.
    void add(std::size_t i, float constant) { m_offset[i] += constant; }
    float factor(std::size_t i) const { return m_factor[i]; }
    float offset(std::size_t i) const { return m_offset[i]; }

private:
    void multiply(const std::vector<float>& by);
    void add(const std::vector<float>& by, float sign);

    std::vector<float> m_factor;
    std::vector<float> m_offset;
};

/// The same layer for values to which nothing is done any more, before it or behind it. Its integers stay as far as
/// they can stand for it.
void foldBefore(DenseStep& dense, const Affine& before);
void foldBehind(DenseStep& dense, const Affine& behind);

/// Scaling that is the first thing that happens to a row. A value that is multiplied by 0 is 0 behind `scale`; which
/// constant it really is, `constants` adds.
struct RowScale {
    Scale scale;
    Affine constants;
};

/// Of a row of `count` values. `next` moves behind its steps.
RowScale scaleOf(const std::vector<PlacedStep>& steps, std::size_t& next, std::size_t count);

}
