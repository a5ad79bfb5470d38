#include "compression/codebook/affinity_propagation.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace broto {

namespace {

constexpr int roundsUnchanged = 100;
/// The lower of two values that would serve equally well costs a little less; else neither would ever win.
constexpr double tieBreak = 1e-6;

/// What all values tell one another; row i is what concerns the choice of value i, column k the candidate.
class Messages {
public:
    /// The values stand for `count` ones, which count as 1 on the average.
    Messages(const WeightedValues& values, std::size_t count, const AffinityOptions& options)
        : m_count(values.size()),
          m_damping(options.damping),
          m_similarity(m_count * m_count),
          m_responsibility(m_count * m_count),
          m_availability(m_count * m_count)
    {
        const double total = std::accumulate(values.weights.begin(), values.weights.end(), 0.0);
        for (std::size_t i = 0; i < m_count; ++i) {
            const double weight = values.weights[i] / total * static_cast<double>(count);
            for (std::size_t k = 0; k < m_count; ++k) {
                const double distance = values.values[i] - values.values[k];
                m_similarity[i * m_count + k] = -(weight * (distance * distance));
            }
        }
        const double cost = medianOfPairs(values) * options.preference;
        const double step = tieBreak / static_cast<double>(m_count);
        for (std::size_t k = 0; k < m_count; ++k)
            m_similarity[k * m_count + k] = -(cost * (1 + step * static_cast<double>(k)));
    }

    void exchange()
    {
        for (std::size_t i = 0; i < m_count; ++i)
            tellResponsibilities(i);
        tellAvailabilities();
    }

    /// Which values are exemplars at the moment.
    std::vector<std::size_t> exemplars() const
    {
        std::vector<std::size_t> result;
        for (std::size_t k = 0; k < m_count; ++k) {
            if (ownEvidence(k) > 0)
                result.push_back(k);
        }
        return result;
    }

    std::size_t nearestToExemplar() const
    {
        std::size_t best = 0;
        for (std::size_t k = 1; k < m_count; ++k)
            best = ownEvidence(k) > ownEvidence(best) ? k : best;
        return best;
    }

private:
    double ownEvidence(std::size_t k) const
    {
        return m_responsibility[k * m_count + k] + m_availability[k * m_count + k];
    }

    static double medianOfPairs(const WeightedValues& values)
    {
        std::vector<double> squares;
        for (std::size_t i = 0; i < values.size(); ++i) {
            for (std::size_t k = i + 1; k < values.size(); ++k) {
                const double distance = values.values[i] - values.values[k];
                squares.push_back(distance * distance);
            }
        }
        const auto middle = squares.begin() + static_cast<std::ptrdiff_t>(squares.size() / 2);
        std::nth_element(squares.begin(), middle, squares.end());
        return *middle;
    }

    double damped(double before, double now) const { return m_damping * before + (1 - m_damping) * now; }

    void tellResponsibilities(std::size_t i)
    {
        const double* similarity = &m_similarity[i * m_count];
        const double* availability = &m_availability[i * m_count];
        double* responsibility = &m_responsibility[i * m_count];
        double largest = -std::numeric_limits<double>::infinity(), second = largest;
        std::size_t best = 0;
        for (std::size_t k = 0; k < m_count; ++k) {
            const double evidence = similarity[k] + availability[k];
            if (evidence > largest) {
                second = largest;
                largest = evidence;
                best = k;
            } else if (evidence > second) {
                second = evidence;
            }
        }
        for (std::size_t k = 0; k < m_count; ++k)
            responsibility[k] = damped(responsibility[k], similarity[k] - (k == best ? second : largest));
    }

    void tellAvailabilities()
    {
        std::vector<double> supports(m_count); // by all others
        for (std::size_t i = 0; i < m_count; ++i) {
            for (std::size_t k = 0; k < m_count; ++k)
                supports[k] += i == k ? 0 : std::max(m_responsibility[i * m_count + k], 0.0);
        }
        for (std::size_t i = 0; i < m_count; ++i) {
            for (std::size_t k = 0; k < m_count; ++k) {
                double& availability = m_availability[i * m_count + k];
                const double own = std::max(m_responsibility[i * m_count + k], 0.0);
                const double told =
                    i == k ? supports[k] : std::min(m_responsibility[k * m_count + k] + (supports[k] - own), 0.0);
                availability = damped(availability, told);
            }
        }
    }

    std::size_t m_count;
    double m_damping;
    std::vector<double> m_similarity;
    std::vector<double> m_responsibility;
    std::vector<double> m_availability;
};

}

std::vector<double> affinityCentres(const WeightedValues& values, const AffinityOptions& options,
                                    const RunControl& control)
{
    assert(isValid(values) && options.damping >= 0.5 && options.damping < 1 && options.preference > 0);
    const WeightedValues candidates = representatives(ascendingDistinct(values), mostAffinityValues);
    if (candidates.size() < 2)
        return candidates.values;
    Messages messages(candidates, values.size(), options);
    std::vector<std::size_t> exemplars;
    for (int round = 0, unchanged = 0; round < options.mostRounds && unchanged < roundsUnchanged; ++round) {
        if (control.stopRequested())
            break;
        messages.exchange();
        std::vector<std::size_t> now = messages.exemplars();
        unchanged = now == exemplars && !now.empty() ? unchanged + 1 : 0;
        exemplars = std::move(now);
        control.report(round, options.mostRounds);
    }
    if (exemplars.empty())
        exemplars = {messages.nearestToExemplar()};
    std::vector<double> centres;
    for (const std::size_t exemplar : exemplars)
        centres.push_back(candidates.values[exemplar]);
    return centres;
}

}
