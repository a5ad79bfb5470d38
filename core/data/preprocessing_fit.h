#pragma once

#include "data/data_choices.h"
#include "data/preprocessing.h"

namespace broto {

/// Fits the preprocessing on rows in raw units (see Feature): missing numbers become the mean, missing categories the
/// most frequent one; then one-hot, then the scaling. `features` come with names, units and categories; their ranges
/// are set here. A column without any value in these rows is filled with 0 and scaled to 0.
Preprocessing fitPreprocessing(std::vector<Feature> features, const Matrix& trainingRows, Scaling scaling);

}
