#include "compression/magnitude_range.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace broto {

namespace {

constexpr int activationSteps = 127;
constexpr double percentile = 0.999;

std::uint64_t totalOf(std::span<const std::uint64_t> counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

double percentileRange(const MagnitudeHistogram& magnitudes)
{
    const double wanted = percentile * static_cast<double>(totalOf(magnitudes.counts()));
    double reached = 0;
    std::size_t bin = 0;
    while (bin + 1 < magnitudes.counts().size()) {
        reached += static_cast<double>(magnitudes.counts()[bin]);
        if (reached >= wanted)
            break;
        ++bin;
    }
    return magnitudes.upperEdge(bin);
}

/// Of rounding to the steps of a range, and of cutting off what lies beyond it.
double squaredError(const MagnitudeHistogram& magnitudes, double range)
{
    const double step = range / activationSteps;
    double error = 0;
    for (std::size_t bin = 0; bin < magnitudes.counts().size(); ++bin) {
        const double count = static_cast<double>(magnitudes.counts()[bin]), value = magnitudes.middle(bin);
        const double beyond = std::max(0.0, value - range);
        error += count * (beyond > 0 ? beyond * beyond : step * step / 12);
    }
    return error;
}

double leastSquaresRange(const MagnitudeHistogram& magnitudes)
{
    double best = magnitudes.largest(), leastError = squaredError(magnitudes, best);
    for (std::size_t bin = activationSteps; bin < magnitudes.counts().size(); bin += 8) {
        const double range = magnitudes.upperEdge(bin);
        if (const double error = squaredError(magnitudes, range); error < leastError) {
            leastError = error;
            best = range;
        }
    }
    return best;
}

/// How much is lost when the first `bins` bins, the last of them with all that lies beyond it, are told by as many
/// steps as an activation has: the relative entropy of both distributions.
double lostInformation(std::span<const std::uint64_t> counts, std::size_t bins)
{
    std::vector<double> whole(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(bins));
    const double all = static_cast<double>(totalOf(counts));
    whole.back() += static_cast<double>(totalOf(counts.subspan(bins)));
    double lost = 0, kept = 0;
    std::vector<double> told(bins);
    for (std::size_t step = 0; step < activationSteps; ++step) {
        const std::size_t begin = step * bins / activationSteps, end = (step + 1) * bins / activationSteps;
        double sum = 0, filled = 0;
        for (std::size_t bin = begin; bin < end; ++bin) {
            sum += static_cast<double>(counts[bin]); // without what lies beyond
            filled += whole[bin] > 0;
        }
        for (std::size_t bin = begin; bin < end; ++bin)
            told[bin] = whole[bin] > 0 ? sum / filled : 0;
        kept += sum;
    }
    for (std::size_t bin = 0; bin < bins; ++bin)
        if (whole[bin] > 0)
            lost += whole[bin] / all * std::log(whole[bin] / all / std::max(told[bin] / kept, 1e-12));
    return lost;
}

double entropyRange(const MagnitudeHistogram& magnitudes)
{
    const std::span<const std::uint64_t> counts = magnitudes.counts();
    std::size_t best = counts.size();
    double least = lostInformation(counts, best);
    for (std::size_t bins = activationSteps + 1; bins < counts.size(); bins += 8) {
        if (totalOf(counts.first(bins)) == 0)
            continue;
        if (const double lost = lostInformation(counts, bins); lost < least) {
            least = lost;
            best = bins;
        }
    }
    return magnitudes.upperEdge(best - 1);
}

double errorAt(std::span<const float> weights, std::span<const double> importance, double step, int levels)
{
    double error = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double level = std::clamp<double>(std::round(weights[i] / step), -levels, levels);
        const double difference = weights[i] - level * step;
        error += importance[i] * difference * difference;
    }
    return error;
}

}

void MagnitudeHistogram::add(double magnitude)
{
    const double place = magnitude / m_largest * binCount;
    const auto bin = std::min<std::size_t>(static_cast<std::size_t>(place), binCount - 1);
    ++m_counts[bin];
}

double chosenRange(const MagnitudeHistogram& magnitudes, RangeMethod method)
{
    if (!(magnitudes.largest() > 0) || totalOf(magnitudes.counts()) == 0)
        return 0;
    switch (method) {
    case RangeMethod::Percentile:
        return percentileRange(magnitudes);
    case RangeMethod::MeanSquare:
        return leastSquaresRange(magnitudes);
    case RangeMethod::Entropy:
        return entropyRange(magnitudes);
    case RangeMethod::MinMax:
        break;
    }
    return magnitudes.largest();
}

double leastErrorScale(std::span<const float> weights, std::span<const double> importance, int step, int levels)
{
    double largest = 0;
    for (const float weight : weights)
        largest = std::max(largest, std::abs(static_cast<double>(weight)));
    if (!(largest > 0))
        return 0;
    constexpr int candidates = 100;
    double best = largest / levels, leastError = errorAt(weights, importance, best, levels);
    // Ternary weights often do best where only the largest half of the range is told apart.
    for (int candidate = 20; candidate < candidates; ++candidate) {
        const double width = largest / levels * candidate / candidates;
        if (const double error = errorAt(weights, importance, width, levels); error < leastError) {
            leastError = error;
            best = width;
        }
    }
    return best / step;
}

}
