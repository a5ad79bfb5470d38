#pragma once

#include "compression/quantization_options.h"

#include <cstdint>
#include <span>
#include <vector>

namespace broto {

/// How often sizes of numbers occur, from 0 to a largest one, in bins of equal width.
class MagnitudeHistogram {
public:
    explicit MagnitudeHistogram(double largest) : m_largest(largest), m_counts(binCount) {}

    void add(double magnitude);

    double largest() const { return m_largest; }
    std::span<const std::uint64_t> counts() const { return m_counts; }
    double upperEdge(std::size_t bin) const { return m_largest * static_cast<double>(bin + 1) / binCount; }
    double middle(std::size_t bin) const { return m_largest * (static_cast<double>(bin) + 0.5) / binCount; }

    static constexpr int binCount = 2048;

private:
    double m_largest;
    std::vector<std::uint64_t> m_counts;
};

/// Which of the sizes shall become 127, the largest activation. Larger ones are cut off. 0 where there are none but 0.
double chosenRange(const MagnitudeHistogram& magnitudes, RangeMethod method);

/// The scale of a neuron's weights by the least squared error on a grid of `levels` steps each way, a step being `step`
/// of them. `importance`: how much each weight's error counts.
double leastErrorScale(std::span<const float> weights, std::span<const double> importance, int step, int levels);

}
