#include "data/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace broto {

namespace {

/// Sums side by side, so that one addition need not wait for the one before.
constexpr std::size_t lanes = 8;
using Lanes = std::array<double, lanes>;

struct PieceSums {
    Lanes count = {};
    Lanes sum = {};
    Lanes min;
    Lanes max;

    PieceSums()
    {
        min.fill(std::numeric_limits<double>::infinity());
        max.fill(-std::numeric_limits<double>::infinity());
    }
    void add(std::size_t lane, double number)
    {
        const bool there = number == number;
        count[lane] += there ? 1.0 : 0.0;
        sum[lane] += there ? number : 0.0;
        min[lane] = number < min[lane] ? number : min[lane];
        max[lane] = number > max[lane] ? number : max[lane];
    }
};

double total(const Lanes& sums)
{
    return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

PieceSums sumsOf(std::span<const double> piece)
{
    PieceSums sums;
    const std::size_t whole = piece.size() / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            sums.add(lane, piece[i + lane]);
    }
    for (std::size_t i = whole; i < piece.size(); ++i)
        sums.add(i - whole, piece[i]);
    return sums;
}

double squaresOf(std::span<const double> piece, double mean)
{
    Lanes squares = {};
    const auto square = [mean](double number) {
        const double distance = number == number ? number - mean : 0.0;
        return distance * distance;
    };
    const std::size_t whole = piece.size() / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            squares[lane] += square(piece[i + lane]);
    }
    for (std::size_t i = whole; i < piece.size(); ++i)
        squares[i - whole] += square(piece[i]);
    return total(squares);
}

}

void StableSum::add(double number)
{
    const double sum = m_sum + number;
    m_lost += std::fabs(m_sum) >= std::fabs(number) ? (m_sum - sum) + number : (number - sum) + m_sum;
    m_sum = sum;
}

void RunningStatistics::add(std::span<const double> numbers)
{
    for (std::size_t i = 0; i < numbers.size(); i += pieceSize)
        addPiece(numbers.subspan(i, std::min(pieceSize, numbers.size() - i)));
}

void RunningStatistics::addPiece(std::span<const double> piece)
{
    const PieceSums sums = sumsOf(piece);
    const double count = total(sums.count);
    if (count == 0)
        return;
    const double min = *std::min_element(sums.min.begin(), sums.min.end());
    const double max = *std::max_element(sums.max.begin(), sums.max.end());
    const double sum = total(sums.sum);
    // Rounding must not put a mean outside of what it is the mean of: a constant has exactly no deviation.
    const double mean = std::clamp(sum / count, min, max);
    const auto before = static_cast<double>(m_count);
    m_min = m_count ? std::min(m_min, min) : min;
    m_max = m_count ? std::max(m_max, max) : max;
    m_sum.add(sum);
    m_squares.add(squaresOf(piece, mean));
    if (m_count) {
        const double distance = mean - m_mean;
        m_squares.add(distance * distance * (before * count / (before + count)));
    }
    m_count += static_cast<std::size_t>(count);
    m_mean = std::clamp(m_sum.value() / static_cast<double>(m_count), m_min, m_max);
}

Statistics RunningStatistics::value() const
{
    const double squares = std::max(m_squares.value(), 0.0);
    return {m_count, m_min, m_max, m_mean, m_count ? std::sqrt(squares / static_cast<double>(m_count)) : 0};
}

Statistics statisticsOf(std::span<const double> numbers)
{
    RunningStatistics statistics;
    statistics.add(numbers);
    return statistics.value();
}

double deviationOf(std::span<const double> numbers, double mean)
{
    std::size_t count = 0;
    StableSum squares;
    for (const double number : numbers) {
        if (std::isnan(number))
            continue;
        ++count;
        squares.add((number - mean) * (number - mean));
    }
    return count ? std::sqrt(squares.value() / static_cast<double>(count)) : 0;
}

}
