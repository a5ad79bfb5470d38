#pragma once

#include "common/matrix.h"
#include "data/dataset.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace broto {

/// What the outputs of a network should have been: one label a row, or one value a row in the scaled target.
struct Truth {
    std::vector<std::int32_t> labels;
    std::vector<float> values;
};

Truth truthOf(const Target& target, const DataPart& part);

/// What training makes small. losses/ has a file for each but the cross-entropy, which is in the training's kernels.
enum class Loss { CrossEntropy, BinaryCrossEntropy, SquaredError, AbsoluteError, Huber };
inline constexpr Loss allLosses[] = {Loss::CrossEntropy, Loss::BinaryCrossEntropy, Loss::SquaredError,
                                     Loss::AbsoluteError, Loss::Huber};

/// "cross-entropy", "squared-error" ...: the words of the command line and the project file.
std::string_view lossName(Loss loss);

/// When nobody says.
Loss lossFor(Task task);

/// What answers are compared by, whatever a network was trained with: the sum over the rows of
/// -log softmax(outputs)[label], or of (output - value)^2.
double totalLoss(Task task, const Matrix& outputs, const Truth& truth);

/// The column of the largest output of a row; the first one wins.
std::int32_t largestOutput(const Matrix& outputs, Eigen::Index row);

}
