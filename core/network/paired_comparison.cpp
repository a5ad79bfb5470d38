#include "network/paired_comparison.h"

#include "network/metrics.h"
#include "network/row_resampling.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr double unknownDifference = std::numeric_limits<double>::quiet_NaN();

double shareOf(std::size_t part, std::size_t rows)
{
    return rows > 0 ? static_cast<double>(part) / static_cast<double>(rows) : unknownDifference;
}

void addRow(PairedComparison& comparison, std::size_t row, bool firstIsRight, bool secondIsRight, bool same)
{
    if (firstIsRight && secondIsRight)
        ++comparison.bothRight;
    else if (firstIsRight)
        comparison.becameWrong.push_back(row);
    else if (secondIsRight)
        comparison.becameRight.push_back(row);
    else {
        ++comparison.bothWrong;
        if (!same)
            comparison.wrongInAnotherWay.push_back(row);
    }
}

void addDifferences(PairedComparison& comparison, std::span<const float> first, std::span<const float> second,
                    double limit)
{
    const auto difference = [&](std::size_t row) {
        return std::abs(static_cast<double>(second[row]) - static_cast<double>(first[row]));
    };
    std::size_t agreeing = 0;
    double sum = 0, largest = 0;
    for (std::size_t row = 0; row < first.size(); ++row) {
        agreeing += difference(row) <= limit;
        sum += difference(row);
        largest = std::max(largest, difference(row));
        if (difference(row) > 0)
            comparison.differentRows.push_back(row);
    }
    std::stable_sort(comparison.differentRows.begin(), comparison.differentRows.end(),
                     [&](std::size_t a, std::size_t b) { return difference(a) > difference(b); });
    comparison.agreement = shareOf(agreeing, first.size());
    comparison.meanDifference = first.empty() ? unknownDifference : sum / static_cast<double>(first.size());
    comparison.largestDifference = first.empty() ? unknownDifference : largest;
}

}

PairedComparison classificationComparison(std::span<const std::int32_t> truth, std::span<const std::int32_t> first,
                                          std::span<const std::int32_t> second)
{
    assert(truth.size() == first.size() && truth.size() == second.size());
    PairedComparison comparison;
    comparison.task = Task::Classification;
    comparison.rows = truth.size();
    std::size_t agreeing = 0;
    for (std::size_t row = 0; row < truth.size(); ++row) {
        const bool same = first[row] == second[row];
        agreeing += same;
        addRow(comparison, row, first[row] == truth[row], second[row] == truth[row], same);
    }
    const std::size_t gained = comparison.becameRight.size(), lost = comparison.becameWrong.size();
    comparison.change =
        truth.empty() ? unknownDifference
                      : (static_cast<double>(gained) - static_cast<double>(lost)) / static_cast<double>(truth.size());
    comparison.changeInterval = shareChangeInterval(gained, lost, truth.size());
    comparison.probability = mcNemarProbability(gained, lost);
    comparison.agreement = shareOf(agreeing, truth.size());
    return comparison;
}

PairedComparison regressionComparison(std::span<const float> truth, std::span<const float> first,
                                      std::span<const float> second, double agreeingShare)
{
    assert(truth.size() == first.size() && truth.size() == second.size());
    PairedComparison comparison;
    comparison.task = Task::Regression;
    comparison.rows = truth.size();
    comparison.change = regressionMetrics(truth, second).headline - regressionMetrics(truth, first).headline;
    comparison.changeInterval = explainedShareChangeInterval(truth, first, second);
    comparison.probability = signFlipProbability(truth, first, second);
    const double deviation = std::sqrt(squaredDistancesFromMean(truth) / static_cast<double>(truth.size()));
    addDifferences(comparison, first, second, agreeingShare * deviation);
    return comparison;
}

double mcNemarProbability(std::size_t gained, std::size_t lost)
{
    // Twice the binomial probabilities of fewer than the smaller count, and once that of the count itself. The terms,
    // ratio by ratio from 1, are 2^throws too large; that is taken off by and by where they would leave the range.
    // Multiplication and division alone, so that the bits are the same everywhere.
    constexpr int step = 512;
    const std::size_t throws = gained + lost, smaller = std::min(gained, lost);
    double term = 1, below = 0;
    std::int64_t halvings = static_cast<std::int64_t>(throws);
    for (std::size_t i = 0; i < smaller; ++i) {
        below += term;
        term *= static_cast<double>(throws - i) / static_cast<double>(i + 1);
        if (term > 0x1p512) {
            term = std::ldexp(term, -step);
            below = std::ldexp(below, -step);
            halvings -= step;
        }
    }
    const auto shift = static_cast<int>(std::min<std::int64_t>(halvings, std::numeric_limits<std::int16_t>::max()));
    return std::min(1.0, std::ldexp(2 * below + term, -shift));
}

}
