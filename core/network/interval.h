#pragma once

#include <cstddef>

namespace broto {

/// Where a number lies that is only seen through a sample: in 95 of 100 test sets as large as this one, the interval
/// made of it holds what the model would reach on all rows there could be. Of no rows at all both ends are NaN.
struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

/// Of a share (accuracy, recall ...) seen as `part` of `rows`: Wilson's score interval. Unlike the share and twice its
/// standard error either way, it stays within 0..1 and does not shrink to a point where all rows or none are right.
Interval shareInterval(std::size_t part, std::size_t rows);

/// Of the change of a share between two models on the same rows, (gained - lost) / rows, where `gained` rows are right
/// with the second model alone and `lost` ones with the first alone: Tango's score interval for paired shares. It needs
/// no row on which the models differ (then it is ±z² / (rows + z²)), keeps within -1..1, and errs on the wide side
/// where few rows differ. 0 lies outside where gained and lost differ by more than 1.96 roots of their sum, which is
/// McNemar's test in its plain form; mcNemarProbability() is a little more careful with few such rows (4 to 0 is p =
/// 0.06). Swapping the models swaps and negates the ends to the bit.
Interval shareChangeInterval(std::size_t gained, std::size_t lost, std::size_t rows);

/// What the interval of a change says, of a measure of which more is better.
enum class ChangeVerdict {
    Better,   ///< all of the interval lies above 0, be it by little
    Worse,    ///< all of it lies below 0
    Same,     ///< neither, and all of it lies within the margin: a larger change is ruled out
    Undecided ///< too few rows to tell, or none
};

/// `margin` is the change, either way, that does not matter to who asks. Choose it before looking: 0.01 is one point.
ChangeVerdict changeVerdict(const Interval& change, double margin);

}
