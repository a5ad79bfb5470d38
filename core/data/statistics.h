#pragma once

#include <cstddef>
#include <span>

namespace broto {

/// Adds numbers with the rounding error carried along (Neumaier), so that the order of magnitude does not matter.
class StableSum {
public:
    void add(double number);
    double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

/// What is known of some numbers. NaN counts as missing.
struct Statistics {
    std::size_t count = 0; ///< of the numbers that are there
    double min = 0;
    double max = 0;
    double mean = 0;
    double deviation = 0; ///< root of the mean square distance from the mean, of the whole population
};

Statistics statisticsOf(std::span<const double> numbers);

/// The same of numbers that come in pieces. Pieces of a multiple of `pieceSize` give the same bits as all at once.
class RunningStatistics {
public:
    static constexpr std::size_t pieceSize = 256;

    void add(std::span<const double> numbers);
    Statistics value() const;

private:
    void addPiece(std::span<const double> piece);

    std::size_t m_count = 0;
    double m_min = 0;
    double m_max = 0;
    double m_mean = 0;
    StableSum m_sum;
    StableSum m_squares; ///< of the distances from the mean
};

/// Root of the mean square distance from the mean, of the whole population; 0 without numbers. `mean` is theirs.
double deviationOf(std::span<const double> numbers, double mean);

}
