#pragma once

#include "common/matrix.h"

#include <cstdint>
#include <span>
#include <vector>

namespace broto {

/// How a class parts from the others as the threshold falls that its score has to reach. Point by point from (0, 0) to
/// (1, 1); points on a straight line between two others are left out, the first and the last never.
struct RocCurve {
    std::vector<double> falsePositiveRates; ///< share of the other classes' rows that reach the threshold
    std::vector<double> truePositiveRates;  ///< share of the class's rows that reach it
    std::vector<float> thresholds;          ///< the first is infinite: nothing reaches it
    /// Under the curve: how likely a row of the class has a higher score than one of the others, equal scores counting
    /// one half. NaN, and no points, where one of the two has no rows.
    double area = 0;
};

/// One class against the rest. One score and one label a row; scores are numbers.
RocCurve rocCurve(std::span<const float> scores, std::span<const std::int32_t> labels, std::int32_t ofClass);

/// The mean area over the classes that have one, a column of scores each; NaN where none has. For two classes whose
/// scores add up to 1 it is the area of either.
double meanRocArea(const Matrix& scores, std::span<const std::int32_t> labels);

/// softmax of every row: how likely the network holds each class to be.
Matrix classProbabilities(const Matrix& outputs);

}
