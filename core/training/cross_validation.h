#pragma once

#include "data/dataset.h"
#include "training/trainer.h"

#include <functional>
#include <vector>

namespace broto {

/// What one fold has come to: trained on the others, tested with it.
struct FoldResult {
    Metrics training;
    Metrics validation;
    Metrics test;
    int bestEpoch = 0;
};

/// How good a way of training is when every row has been a test row once: less a matter of luck than one split.
struct CrossValidation {
    std::vector<FoldResult> folds;
    double mean = 0;      ///< of the test headlines
    double deviation = 0; ///< of the test headlines, as a sample (divided by their number - 1); 0 for one fold
};

/// Called after each fold on the calling thread, with its number from 0.
using FoldObserver = std::function<void(int fold, const FoldResult&)>;

/// Trains and tests `choices.split.folds` times, one after the other, each time from the same seed; the split's method
/// and fold are not looked at. Progress is that of the fold under way. Stop keeps the folds that are done, if there is
/// one; cancel ("common.cancelled") and what makes a data set or a training fail are errors.
Result<CrossValidation> crossValidate(const Table& table, DataChoices choices, const NetworkDesign& design,
                                      const TrainingSettings& settings, const RunControl& control = {},
                                      const FoldObserver& observer = {});

}
