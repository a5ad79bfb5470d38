#include "compression/codebook/auto_cloud.h"

#include "compression/codebook/range_moments.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace broto {

namespace {

constexpr std::size_t valuesBetweenReports = 1024;

struct Cloud {
    int id = 0;
    std::vector<std::size_t> members;
    double mean = 0;
    double variance = 0;
    double reach = 0; ///< how far from the mean a value may be to lie in the range when it belongs
};

class Clouds {
public:
    Clouds(const WeightedValues& values, double threshold)
        : m_values(values), m_squaredThreshold(threshold * threshold), m_cloudsOf(values.size())
    {
    }

    void pass(std::size_t place)
    {
        std::vector<Cloud*> joinedClouds;
        for (Cloud& cloud : m_clouds) {
            if (std::abs(m_values.values[place] - cloud.mean) <= cloud.reach)
                joinedClouds.push_back(&cloud);
        }
        if (joinedClouds.empty()) {
            m_clouds.push_back({m_nextId++, {}, m_values.values[place], 0, 0});
            joinedClouds.push_back(&m_clouds.back());
        }
        for (Cloud* cloud : joinedClouds)
            add(*cloud, place);
        while (joinedClouds.size() > 1 && mergeOnePair()) {
        }
    }

    std::vector<double> weightedMeans() const
    {
        std::vector<double> means;
        for (const Cloud& cloud : m_clouds) {
            Moments all;
            for (const std::size_t place : cloud.members) {
                const Moments single{m_values.weights[place], m_values.values[place], 0};
                all = all.weight > 0 ? joined(all, single) : single;
            }
            means.push_back(all.mean);
        }
        std::sort(means.begin(), means.end());
        means.erase(std::unique(means.begin(), means.end()), means.end());
        return means;
    }

private:
    using Pair = std::pair<int, int>; ///< the lower id first

    void add(Cloud& cloud, std::size_t place)
    {
        std::vector<int>& holders = m_cloudsOf[place];
        for (const int other : holders)
            ++m_shared[std::minmax(other, cloud.id)];
        holders.push_back(cloud.id);
        cloud.members.push_back(place);
        const auto count = static_cast<double>(cloud.members.size());
        cloud.mean += (m_values.values[place] - cloud.mean) / count;
        const double distance = m_values.values[place] - cloud.mean;
        cloud.variance += (distance * distance - cloud.variance) / count;
        cloud.reach = reachOf(count, cloud.variance);
    }

    /// Of a cloud that holds `count` values. A value d from its mean is d * count / n from the new one, n = count + 1,
    /// and the new variance is (variance * count + that squared) / n; the range is solved for d.
    double reachOf(double count, double variance) const
    {
        const double n = count + 1;
        if (n <= m_squaredThreshold)
            return std::numeric_limits<double>::infinity();
        return n * std::sqrt(m_squaredThreshold * variance / (count * (n - m_squaredThreshold)));
    }

    std::size_t placeOf(int id) const
    {
        const auto cloud = std::lower_bound(m_clouds.begin(), m_clouds.end(), id,
                                            [](const Cloud& c, int wanted) { return c.id < wanted; });
        return static_cast<std::size_t>(cloud - m_clouds.begin());
    }

    bool mergeOnePair()
    {
        for (const auto& [pair, shared] : m_shared) {
            const std::size_t first = placeOf(pair.first), second = placeOf(pair.second);
            const std::size_t firstSize = m_clouds[first].members.size(), secondSize = m_clouds[second].members.size();
            if (2 * shared > std::min(firstSize, secondSize)) {
                if (firstSize >= secondSize)
                    merge(first, second);
                else
                    merge(second, first);
                return true;
            }
        }
        return false;
    }

    void merge(std::size_t larger, std::size_t smaller)
    {
        const Cloud taken = std::move(m_clouds[smaller]);
        for (const std::size_t place : taken.members) {
            std::vector<int>& holders = m_cloudsOf[place];
            std::erase(holders, taken.id);
            if (std::find(holders.begin(), holders.end(), m_clouds[larger].id) == holders.end())
                add(m_clouds[larger], place);
        }
        m_clouds.erase(m_clouds.begin() + static_cast<std::ptrdiff_t>(smaller));
        std::erase_if(m_shared, [&](const auto& entry) {
            return entry.first.first == taken.id || entry.first.second == taken.id;
        });
    }

    const WeightedValues& m_values;
    double m_squaredThreshold;
    int m_nextId = 0;
    std::vector<Cloud> m_clouds;              ///< their ids ascend
    std::vector<std::vector<int>> m_cloudsOf; ///< the ids of the clouds that hold a value
    std::map<Pair, std::size_t> m_shared;     ///< how many values two clouds share
};

}

std::vector<double> autoCloudCentres(const WeightedValues& values, const AutoCloudOptions& options,
                                     const RunControl& control)
{
    assert(isValid(values) && options.threshold > 0);
    if (options.threshold * options.threshold < 2)
        return ascendingDistinct(values).values; // what would become of them, as the header tells
    Clouds clouds(values, options.threshold);
    for (std::size_t place = 0; place < values.size() && !control.stopRequested(); ++place) {
        clouds.pass(place);
        if (place % valuesBetweenReports == 0)
            control.report(static_cast<double>(place), static_cast<double>(values.size()));
    }
    return clouds.weightedMeans();
}

}
