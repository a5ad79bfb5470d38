#pragma once

#include "data/data_choices.h"
#include "data/preprocessing.h"

#include <span>
#include <vector>

namespace broto {

/// What stands for a missing number, by the numbers that are there; NaN: nothing does. A board knows no last value
/// between rows: there the median stands in for it.
float fillOfNumber(const std::vector<double>& values, MissingPolicy policy);

/// Fits the preprocessing on rows in raw units (see Feature): what stands for missing values, then one-hot, then the
/// scaling. `features` come with names, units and categories; their ranges are set here. `policies` has one a feature,
/// or none at all: then missing numbers become the mean and missing categories the most frequent one. A board knows no
/// last value: there the median stands in for it, or the most frequent category. A column without any value in these
/// rows is filled with 0 and scaled to 0.
Preprocessing fitPreprocessing(std::vector<Feature> features, const Matrix& trainingRows, Scaling scaling,
                               std::span<const MissingPolicy> policies = {});

}
