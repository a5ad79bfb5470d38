#pragma once

#include "common/matrix.h"
#include "data/dataset.h"

#include <cstdint>
#include <span>
#include <vector>

namespace broto {

/// What the outputs of a network should have been: one label a row, or one value a row in the scaled target.
struct Truth {
    std::vector<std::int32_t> labels;
    std::vector<float> values;
};

enum class Loss { CrossEntropy, SquaredError };
Loss lossFor(Task task);

Truth truthOf(const Target& target, const DataPart& part);

/// Sum over the rows of -log softmax(outputs)[label], or of (output - value)^2. One label or value a row.
double totalLoss(Loss loss, const Matrix& outputs, const Truth& truth);

/// The same; and `gradient` becomes the derivative of the mean loss by every output.
double totalLoss(Loss loss, const Matrix& outputs, const Truth& truth, Matrix& gradient);

/// The column of the largest output of a row; the first one wins.
std::int32_t largestOutput(const Matrix& outputs, Eigen::Index row);

}
