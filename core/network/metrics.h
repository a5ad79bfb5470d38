#pragma once

#include "data/dataset.h"

#include <span>
#include <string_view>
#include <vector>

namespace broto {

/// How good answers are. For classification the headline is accuracy (a fraction), for regression R2. Of no rows at all
/// there is none: NaN.
struct Metrics {
    double headline = 0;
    double loss = 0; ///< mean cross-entropy, or mean squared error in the scaled target
    // Classification
    std::vector<std::vector<int>> confusion; ///< [true class][answered class]
    // Regression, in the target's unit
    double meanAbsoluteError = 0;
    double rootMeanSquareError = 0;
};

/// "accuracy" or "R2".
std::string_view headlineName(Task task);

/// Of no rows.
Metrics noMetrics();

/// R2: 1 - squared errors / squared distances of the truth from its mean. Where the truth is constant there is nothing
/// to explain: 1 when every answer is exact, else 0.
double explainedShare(double squaredErrors, double squaredDistances);
double squaredDistancesFromMean(std::span<const float> values);

Metrics classificationMetrics(std::span<const std::int32_t> truth, std::span<const std::int32_t> answers, int classes);
Metrics regressionMetrics(std::span<const float> truth, std::span<const float> answers);

}
