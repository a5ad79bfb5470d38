#pragma once

#include "common/matrix.h"
#include "common/run_control.h"
#include "compression/deployable_model.h"

#include <cstdint>
#include <vector>

namespace broto {

/// What passes a place in a model, row by row: its inputs, or the outputs of a layer.
struct Passage {
    std::vector<std::int32_t> integers; ///< none in float
    Matrix values;                      ///< what they stand for, in the scaled unit
};

/// The sums of an integer layer before anything is cut off. Every |sum| stays below 2^23.
struct SumInspection {
    std::int32_t largest = 0;         ///< |sum| on these rows
    std::int32_t largestPossible = 0; ///< |bias| + 127 * sum|weight|
    /// Of a hidden layer: the share of sums that came to more than 127 and so lost something. Below -127 likewise;
    /// below 0 before a ReLU nothing is lost.
    double cutAbove = 0;
    double cutBelow = 0;

    double usedRoom() const;     ///< largest / 2^23
    double possibleRoom() const; ///< largestPossible / 2^23
};

/// Some rows on their way through a model.
struct ModelPassages {
    std::vector<Eigen::Index> answered; ///< the rows that were not refused
    std::vector<Passage> passages;      ///< of those: the inputs, then the outputs of each layer
    std::vector<SumInspection> sums;    ///< one a layer; none in float
};

/// Passes some rows of `raw`, by number, through a model. Integers are those of the board; floats are computed as those
/// of a network, which are a float32 model's but for the last digits. When stopped, of the rows it came to.
ModelPassages passagesOf(const DeployableModel& model, const Matrix& raw, const std::vector<Eigen::Index>& chosen,
                         const RunControl& control = {});

}
