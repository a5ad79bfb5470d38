#pragma once

#include "network/interval.h"

#include <cstddef>
#include <span>

namespace broto {

/// Whether a change holds beyond the luck of one training: mean of the changes of several, each from a seed of its own
/// that decides first weights, order of rows and, if it splits too, the test rows.
///
/// The interval is that of the luck that the seeds stand for. Where all repetitions have the same test rows it says
/// nothing about other rows: that is what PairedComparison::changeInterval is for.
struct RepeatedComparison {
    std::size_t repetitions = 0;
    double mean = 0;      ///< of no repetitions NaN
    double deviation = 0; ///< from one repetition to another (of a sample: n - 1); of fewer than two NaN
    Interval interval;    ///< 95 % of the mean, by Student's distribution; of fewer than two NaN
};

/// `changes` are numbers, one a repetition: the headline of the second model minus that of the first, both from the
/// same seed and on the same rows.
RepeatedComparison repeatedComparison(std::span<const double> changes);

}
