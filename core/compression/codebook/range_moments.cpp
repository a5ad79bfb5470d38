#include "compression/codebook/range_moments.h"

#include <algorithm>

namespace broto {

RangeMoments::RangeMoments(const WeightedValues& ascending)
{
    const std::size_t count = ascending.size();
    std::vector<Moments> single(count);
    for (std::size_t i = 0; i < count; ++i)
        single[i] = {ascending.weights[i], ascending.values[i], 0};
    m_levels.push_back(std::move(single));

    for (std::size_t half = 1; half < count; half *= 2) {
        std::vector<Moments> moments = m_levels[0];
        for (std::size_t middle = half; middle < count; middle += 2 * half) {
            for (std::size_t i = middle - 1; i > middle - half; --i)
                moments[i - 1] = joined(moments[i - 1], moments[i]);
            for (std::size_t i = middle + 1; i < std::min(middle + half, count); ++i)
                moments[i] = joined(moments[i - 1], moments[i]);
        }
        m_levels.push_back(std::move(moments));
    }
}

}
