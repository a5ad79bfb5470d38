#pragma once

#include "common/run_control.h"
#include "compression/codebook/weighted_values.h"

#include <vector>

namespace broto {

/// The best `most` centres there are: no others leave a smaller weighted sum of squared distances from each value to
/// the centre nearest to it. From low to high; the distinct values themselves where there are no more than `most`.
///
/// k-means in many dimensions has to guess where to start and to hope. On a line the best groups are runs of
/// neighbours: how to cut the first values into so many groups best follows from how to cut fewer of them into one
/// group less, and nothing is left to chance. Equal values are never parted, and the order of the values does not
/// matter.
///
/// Takes about `most` * n * log(n) steps and a few dozen numbers a value, however many groups. Stopped, it cuts what it
/// has not come to into runs of equally many values.
std::vector<double> optimalCentres(const WeightedValues& values, std::size_t most, const RunControl& control = {});

}
