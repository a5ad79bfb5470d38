#include "compression/codebook/optimal_kmeans.h"

#include "compression/codebook/range_moments.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace broto {

namespace {

/// Cuts ascending distinct values into groups, layer by layer: layer g has the best g groups of every first few values.
///
/// To keep where every layer cuts would take too much memory. Of 256 layers it keeps where each sixteenth is cut, of 16
/// each fourth; the pieces between two that are kept are then cut in the same way, which takes little time more.
class Cutter {
public:
    Cutter(const WeightedValues& ascending, const RunControl& control)
        : m_moments(ascending), m_control(control), m_now(ascending.size() + 1), m_before(ascending.size() + 1)
    {
    }

    /// The groups of the values from `first` to before `end`, which are at least as many as these.
    void cut(std::size_t first, std::size_t end, std::size_t groups)
    {
        if (groups == 1) {
            addGroup(first, end);
            return;
        }
        const auto stride = static_cast<std::size_t>(std::sqrt(static_cast<double>(groups)));
        const std::vector<Starts> kept = layersKept(first, end, groups, stride);
        if (kept.empty()) {
            cutEvenly(first, end, groups);
            return;
        }
        std::vector<std::size_t> bounds{end - first};
        for (auto starts = kept.rbegin(); starts != kept.rend(); ++starts)
            bounds.push_back((*starts)[bounds.back()]);
        for (std::size_t piece = kept.size(); piece > 0; --piece) {
            const std::size_t before = (kept.size() - piece) * stride;
            cut(first + bounds[piece], first + bounds[piece - 1], std::min(stride, groups - before));
        }
    }

    const std::vector<double>& centres() const { return m_centres; }

private:
    /// For the first so many values: how many of them were there at the layer that was kept before this one.
    using Starts = std::vector<std::uint32_t>;

    /// The best groups of the first values of a run.
    struct Best {
        double squares = 0;
        std::uint32_t cut = 0;   ///< how many values are before the last group
        std::uint32_t start = 0; ///< how many there were at the last layer that was kept
    };

    /// Rounding must not bring a mean out of its group: centres ascend.
    void addGroup(std::size_t first, std::size_t end)
    {
        const double low = m_moments.of(first, first + 1).mean, high = m_moments.of(end - 1, end).mean;
        m_centres.push_back(std::clamp(m_moments.of(first, end).mean, low, high));
    }

    void cutEvenly(std::size_t first, std::size_t end, std::size_t groups)
    {
        const std::size_t count = end - first;
        for (std::size_t group = 0; group < groups; ++group)
            addGroup(first + count * group / groups, first + count * (group + 1) / groups);
    }

    /// Layers stride, 2 * stride ... and the last; none when stopped.
    std::vector<Starts> layersKept(std::size_t first, std::size_t end, std::size_t groups, std::size_t stride)
    {
        const std::size_t count = end - first;
        std::vector<Starts> kept;
        m_first = first;
        for (std::size_t i = 1; i <= count; ++i)
            m_now[i] = {m_moments.squares(first, first + i), 0, 0};
        for (std::size_t layer = 1; layer <= groups; ++layer) {
            if (m_control.stopRequested())
                return {};
            if (layer > 1) {
                std::swap(m_now, m_before);
                const std::size_t least = layer == groups ? count : layer; // of the last layer all values alone matter
                fill(least, count, layer - 1, count);
            }
            if (layer % stride == 0 || layer == groups)
                kept.push_back(keep(count));
            if (count + 1 == m_now.size()) // all values; what comes after is short
                m_control.report(static_cast<double>(layer), static_cast<double>(groups));
        }
        return kept;
    }

    Starts keep(std::size_t count)
    {
        Starts starts(count + 1);
        for (std::size_t i = 0; i <= count; ++i) {
            starts[i] = m_now[i].start;
            m_now[i].start = static_cast<std::uint32_t>(i);
        }
        return starts;
    }

    /// One layer for the first `low` to `high` values, whose last cuts are from leastCut to mostCut: more values never
    /// move a cut down, and neither does a group more.
    void fill(std::size_t low, std::size_t high, std::size_t leastCut, std::size_t mostCut)
    {
        if (low > high)
            return;
        const std::size_t count = low + (high - low) / 2;
        const std::size_t to = std::min(mostCut, count - 1);
        const std::size_t from = std::min(std::max<std::size_t>(leastCut, m_before[count].cut), to);
        Best best{std::numeric_limits<double>::infinity(), static_cast<std::uint32_t>(from), 0};
        for (std::size_t i = from; i <= to; ++i) {
            const double squares = m_before[i].squares + m_moments.squares(m_first + i, m_first + count);
            if (squares < best.squares) {
                best.squares = squares;
                best.cut = static_cast<std::uint32_t>(i);
            }
        }
        best.start = m_before[best.cut].start;
        m_now[count] = best;
        if (count > low)
            fill(low, count - 1, leastCut, best.cut);
        fill(count + 1, high, best.cut, mostCut);
    }

    RangeMoments m_moments;
    const RunControl& m_control;
    std::size_t m_first = 0;
    std::vector<Best> m_now;
    std::vector<Best> m_before;
    std::vector<double> m_centres;
};

}

std::vector<double> optimalCentres(const WeightedValues& values, std::size_t most, const RunControl& control)
{
    assert(isValid(values) && most > 0);
    const WeightedValues ascending = ascendingDistinct(values);
    if (ascending.size() <= most)
        return ascending.values;
    Cutter cutter(ascending, control);
    cutter.cut(0, ascending.size(), most);
    return cutter.centres();
}

}
