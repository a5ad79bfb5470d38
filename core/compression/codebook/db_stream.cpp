#include "compression/codebook/db_stream.h"

#include "compression/codebook/range_moments.h"
#include "network/exponential.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>
#include <utility>

namespace broto {

namespace {

constexpr std::size_t valuesBetweenLooks = 1024;

/// By repeated squaring: the standard library's power is not the same everywhere.
double power(double base, std::size_t exponent)
{
    double result = 1;
    for (; exponent > 0; exponent /= 2, base *= base)
        result *= exponent % 2 == 1 ? base : 1;
    return result;
}

/// A weight that fades with every value that passes.
struct FadingWeight {
    double amount = 0;
    std::size_t time = 0; ///< how many values had passed

    double at(std::size_t now, double keptPerValue) const { return amount * power(keptPerValue, now - time); }
    void add(double more, std::size_t now, double keptPerValue) { *this = {at(now, keptPerValue) + more, now}; }
};

struct MicroCluster {
    int id = 0;
    double centre = 0;
    FadingWeight weight;
};

class MicroClusters {
public:
    MicroClusters(double radius, const DbStreamOptions& options) : m_radius(radius), m_options(options) {}

    void pass(double value, double weight)
    {
        ++m_time;
        const auto [first, end] = within(value);
        if (first == end) {
            m_clusters.insert(first, {m_nextId++, value, {weight, m_time}});
        } else {
            for (auto cluster = first; cluster != end; ++cluster) {
                cluster->weight.add(weight, m_time, m_options.keptPerValue);
                for (auto other = cluster + 1; other != end; ++other)
                    m_shared[std::minmax(cluster->id, other->id)].add(weight, m_time, m_options.keptPerValue);
            }
            pull(first, end, value);
        }
        if (m_options.keptPerValue < 1 && m_time % static_cast<std::size_t>(m_options.valuesBetweenCleanings) == 0)
            dropFaded();
    }

    std::vector<double> centres() const
    {
        std::vector<double> result;
        Moments cluster;
        const MicroCluster* before = nullptr;
        for (const MicroCluster* micro : heavyOnes()) {
            const Moments moments{weightOf(*micro), micro->centre, 0};
            if (before && !hangTogether(*before, *micro)) {
                result.push_back(cluster.mean);
                cluster = {};
            }
            cluster = cluster.weight > 0 ? joined(cluster, moments) : moments;
            before = micro;
        }
        if (before)
            result.push_back(cluster.mean);
        return result;
    }

private:
    using Clusters = std::vector<MicroCluster>;

    /// Those nearer to a value than the radius.
    std::pair<Clusters::iterator, Clusters::iterator> within(double value)
    {
        const auto first = std::partition_point(m_clusters.begin(), m_clusters.end(), [&](const MicroCluster& cluster) {
            return cluster.centre <= value - m_radius;
        });
        const auto end = std::partition_point(
            first, m_clusters.end(), [&](const MicroCluster& cluster) { return cluster.centre < value + m_radius; });
        return {first, end};
    }

    void pull(Clusters::iterator first, Clusters::iterator end, double value)
    {
        std::vector<double> moved;
        for (auto cluster = first; cluster != end; ++cluster) {
            const double distance = value - cluster->centre;
            const auto thirds = static_cast<float>(3 * distance / m_radius); // a bell whose deviation is a third
            const double centre = cluster->centre + distance * static_cast<double>(exponential(-thirds * thirds / 2));
            if (!moved.empty() && centre - moved.back() < m_radius)
                return; // they would fall into one
            moved.push_back(centre);
        }
        for (std::size_t i = 0; i < moved.size(); ++i)
            first[static_cast<std::ptrdiff_t>(i)].centre = moved[i];
    }

    double weightOf(const MicroCluster& cluster) const { return cluster.weight.at(m_time, m_options.keptPerValue); }

    void dropFaded()
    {
        const auto between = static_cast<std::size_t>(m_options.valuesBetweenCleanings);
        const double least = power(m_options.keptPerValue, between);
        std::erase_if(m_clusters, [&](const MicroCluster& cluster) { return weightOf(cluster) < least; });
        std::erase_if(m_shared, [&](const auto& entry) {
            return entry.second.at(m_time, m_options.keptPerValue) < least * m_options.intersection;
        });
    }

    /// All of them where none is heavy.
    std::vector<const MicroCluster*> heavyOnes() const
    {
        double total = 0;
        for (const MicroCluster& cluster : m_clusters)
            total += weightOf(cluster);
        std::vector<const MicroCluster*> all, heavy;
        for (const MicroCluster& cluster : m_clusters) {
            all.push_back(&cluster);
            if (weightOf(cluster) >= m_options.minimumShare * total)
                heavy.push_back(&cluster);
        }
        return heavy.empty() ? all : heavy;
    }

    bool hangTogether(const MicroCluster& a, const MicroCluster& b) const
    {
        const auto shared = m_shared.find(std::minmax(a.id, b.id));
        return shared != m_shared.end() && shared->second.at(m_time, m_options.keptPerValue) >=
                                               m_options.intersection * (weightOf(a) + weightOf(b)) / 2;
    }

    double m_radius;
    DbStreamOptions m_options;
    std::size_t m_time = 0;
    int m_nextId = 0;
    Clusters m_clusters; ///< their centres ascend
    std::map<std::pair<int, int>, FadingWeight> m_shared;
};

}

std::vector<double> dbStreamCentres(const WeightedValues& values, const DbStreamOptions& options,
                                    const RunControl& control)
{
    assert(isValid(values) && options.radius > 0 && options.keptPerValue > 0 && options.keptPerValue <= 1);
    assert(options.valuesBetweenCleanings > 0);
    const double deviation = deviationOf(values);
    if (!(deviation > 0))
        return ascendingDistinct(values).values;
    const auto count = static_cast<double>(values.size());
    const double average = std::accumulate(values.weights.begin(), values.weights.end(), 0.0) / count;
    MicroClusters clusters(options.radius * deviation, options);
    for (std::size_t i = 0; i < values.size() && !control.stopRequested(); ++i) {
        clusters.pass(values.values[i], values.weights[i] / average);
        if (i % valuesBetweenLooks == 0)
            control.report(static_cast<double>(i), count);
    }
    return clusters.centres();
}

}
