#include "network/row_resampling.h"

#include "common/random.h"
#include "network/metrics.h"
#include "network/student.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <vector>

namespace broto {

namespace {

constexpr std::size_t draws = 2000;
constexpr std::size_t fewestRows = 5;
constexpr std::size_t mostGroups = 4096;
constexpr std::uint64_t seed = 95;

/// All that R2 needs to know of some rows. The truth is taken from its mean over all rows: squares of far values would
/// leave no digits for their distances.
struct RowSums {
    double rows = 0;
    double truth = 0;
    double truthSquares = 0;
    double firstSquaredErrors = 0;
    double secondSquaredErrors = 0;

    void operator+=(const RowSums& other)
    {
        rows += other.rows;
        truth += other.truth;
        truthSquares += other.truthSquares;
        firstSquaredErrors += other.firstSquaredErrors;
        secondSquaredErrors += other.secondSquaredErrors;
    }
};

double squaredError(float truth, float answer)
{
    const double error = static_cast<double>(answer) - static_cast<double>(truth);
    return error * error;
}

/// By chance rather than by number: rows that lie a fixed way apart may be alike, or balance each other.
std::vector<std::uint32_t> groupOrder(std::size_t rows)
{
    std::vector<std::uint32_t> order(rows);
    std::iota(order.begin(), order.end(), 0U);
    if (rows > mostGroups)
        Random(seed).shuffle(std::span(order));
    return order;
}

std::vector<RowSums> groupSums(std::span<const float> truth, std::span<const float> first,
                               std::span<const float> second)
{
    assert(truth.size() == first.size() && truth.size() == second.size());
    std::vector<RowSums> groups(std::min(truth.size(), mostGroups));
    const double mean = std::accumulate(truth.begin(), truth.end(), 0.0) / static_cast<double>(truth.size());
    std::size_t group = 0;
    for (const std::uint32_t row : groupOrder(truth.size())) {
        const double distance = static_cast<double>(truth[row]) - mean;
        groups[group] += {1, distance, distance * distance, squaredError(truth[row], first[row]),
                          squaredError(truth[row], second[row])};
        group = group + 1 < mostGroups ? group + 1 : 0;
    }
    return groups;
}

double squaredDistances(const RowSums& sums)
{
    const double squares = sums.truthSquares - sums.truth * sums.truth / sums.rows;
    // A draw of one row over and over leaves a rounding error where there should be nothing.
    return squares > 1e-12 * sums.truthSquares ? squares : 0;
}

double explainedByFirst(const RowSums& sums)
{
    return explainedShare(sums.firstSquaredErrors, squaredDistances(sums));
}

double explainedChange(const RowSums& sums)
{
    return explainedShare(sums.secondSquaredErrors, squaredDistances(sums)) - explainedByFirst(sums);
}

/// How many of the sorted draws lie outside the interval on either side.
std::size_t drawsOutside(std::size_t groups)
{
    const auto count = static_cast<double>(groups);
    const double bound = studentBound(static_cast<int>(groups) - 1) * std::sqrt(count / (count - 1));
    const double tail = std::erfc(bound / std::numbers::sqrt2) / 2;
    const auto rank = static_cast<std::size_t>(tail * static_cast<double>(draws + 1));
    return rank > 0 ? rank - 1 : 0;
}

Interval bootstrapInterval(const std::vector<RowSums>& groups, double (*measure)(const RowSums&))
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr Interval none{nan, nan};
    if (groups.size() < fewestRows)
        return none;
    Random random(seed);
    std::vector<double> values(draws);
    for (double& value : values) {
        RowSums sums;
        for (std::size_t i = 0; i < groups.size(); ++i)
            sums += groups[random.below(static_cast<std::uint32_t>(groups.size()))];
        value = measure(sums);
        if (!std::isfinite(value)) // of answers that are infinite, or of a target that is the same in all rows drawn
            return none;
    }
    std::sort(values.begin(), values.end());
    const std::size_t outside = drawsOutside(groups.size());
    return {values[outside], values[draws - 1 - outside]};
}

/// The sum with every sign as it falls.
double flippedSum(std::span<const double> values, Random& random)
{
    double sum = 0;
    std::uint32_t coins = 0;
    for (std::size_t i = 0; i < values.size(); ++i, coins >>= 1) {
        if (i % 32 == 0)
            coins = random.next();
        sum += (coins & 1) != 0 ? values[i] : -values[i];
    }
    return sum;
}

}

Interval explainedShareInterval(std::span<const float> truth, std::span<const float> answers)
{
    return bootstrapInterval(groupSums(truth, answers, answers), explainedByFirst);
}

Interval explainedShareChangeInterval(std::span<const float> truth, std::span<const float> first,
                                      std::span<const float> second)
{
    return bootstrapInterval(groupSums(truth, first, second), explainedChange);
}

double signFlipProbability(std::span<const float> truth, std::span<const float> first, std::span<const float> second)
{
    std::vector<double> differences;
    for (const RowSums& sums : groupSums(truth, first, second))
        differences.push_back(sums.secondSquaredErrors - sums.firstSquaredErrors);
    // The order of summation must not decide whether a draw that mirrors what is seen counts.
    const double seen = std::abs(std::accumulate(differences.begin(), differences.end(), 0.0)) * (1 - 1e-9);
    if (!std::isfinite(seen))
        return 1; // an answer is infinite: nothing can be told
    Random random(seed);
    std::size_t asFar = 1;
    for (std::size_t draw = 0; draw < draws; ++draw)
        asFar += std::abs(flippedSum(differences, random)) >= seen;
    return static_cast<double>(asFar) / static_cast<double>(draws + 1);
}

}
