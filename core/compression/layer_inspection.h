#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "compression/model_passages.h"
#include "compression/weight_inspection.h"
#include "data/dataset.h"
#include "network/network.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace broto {

/// What passes a place in a model on some rows: its inputs, or the outputs of a layer. Those of the last layer are the
/// logits of a classification, or the scaled target of a regression. Of no rows there is nothing.
struct ActivationInspection {
    float lowest = 0; ///< that was met, in the scaled unit
    float highest = 0;
    ValueBars bars;                  ///< in the scaled unit
    std::vector<std::size_t> counts; ///< how many are the integers -127, -126 ... 127; none of floats and last layers
    /// After ReLU: neurons that were never above 0. Else: those that said the same for every row, of two or more.
    std::vector<std::size_t> dead;
    /// Against the float network on the same rows (see signalToNoise), where there is a comparison.
    std::optional<double> signalToNoise;

    /// The share of values that are this integer; 127 and -127 are where they saturate. 0 where nothing was counted.
    double shareOf(int integer) const;
};

struct LayerInspection {
    std::string_view storage;    ///< "float32", "int4"
    std::size_t weightBytes = 0; ///< as they lie in flash, without a codebook
    double bitsPerWeight = 0;    ///< these bytes shared out among them
    WeightInspection weights;
    ActivationInspection outputs;
    std::optional<SumInspection> sums; ///< of integers
};

/// All that is seen inside a model.
struct ModelInspection {
    std::size_t rows = 0;    ///< that it was asked
    std::size_t refused = 0; ///< those of them that have no answer; they count nowhere
    ActivationInspection inputs;
    std::vector<LayerInspection> layers;
};

inline constexpr int mostInspectedRows = 2000;

/// Looks at a model on at most `mostRows` rows of a part, evenly spread. `network`: the float network that it came
/// from, or null. Where not all layers have the same shapes (neurons were removed, or another network has learned from
/// it) its neurons are others: then only inputs and answers are compared, where there are as many. Fails only when
/// cancelled.
Result<ModelInspection> inspectedModel(const DeployableModel& model, const Network* network, const DataPart& part,
                                       const RunControl& control = {}, int mostRows = mostInspectedRows);

}
