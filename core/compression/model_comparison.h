#pragma once

#include "common/run_control.h"
#include "compression/deployable_model.h"
#include "network/paired_comparison.h"

namespace broto {

/// A model beside another on the same rows, neither of which was chosen by them.
struct ModelComparison {
    Interval metric;               ///< 95 % interval of the second model's headline metric
    PairedComparison change;       ///< from the first model to the second; its rows are places in `rows`
    std::vector<std::size_t> rows; ///< of the part, that both models answered
    // To each of them
    std::vector<std::int32_t> firstClasses, secondClasses; ///< classification
    std::vector<float> firstValues, secondValues;          ///< regression, in the target's unit
};

/// What both models answer to the rows of a part. Cancelled: of the rows it came to.
ModelComparison compareModels(const DeployableModel& first, const DeployableModel& second, const DataPart& part,
                              const RunControl& control = {});

/// How many times as many bytes the weights of the first model take as those of the second.
double timesSmaller(const DeployableModel& first, const DeployableModel& second);

}
