#pragma once

#include "compression/learning_start.h"
#include "compression/quantized_network.h"

namespace broto {

/// Whether the scales of weights stay what calibration made them, or are learned with the weights.
enum class Scales { Calibrated, Learned };
inline constexpr Scales allScales[] = {Scales::Calibrated, Scales::Learned};
std::string_view scalesName(Scales scales); ///< "calibrated", "learned"

/// How a network learns to be integers.
struct QatOptions {
    int bits = 8; ///< 2 (ternary) to 8
    Scales scales = Scales::Calibrated;
    RangeMethod activationRange = RangeMethod::MinMax;
    ExtraTraining extra;
    bool operator==(const QatOptions&) const = default;
};

struct QatResult {
    TrainedNetwork run; ///< float weights that round to the integers; the history judges the integers
    QuantizedNetwork network;
};

/// Fewer bits take longer: what is usual for them.
TrainingSettings qatSettings(const QatOptions& options, const TrainingSettings& before);

/// Goes on training a float network as the very integers that it will be. Ranges of activations are calibrated once, on
/// the training rows, and kept: ranges that follow the batches would cut the tails of regressions.
Result<QatResult> trainAsIntegers(const LearningStart& start, const Dataset& data, const QatOptions& options,
                                  const RunControl& control = {}, const EpochObserver& observer = {});

/// The same for any form of integers: `tuning` says which, and begins as the quantized network does.
Result<QatResult> tunedAsIntegers(const LearningStart& start, const Dataset& data, const QuantizedNetwork& quantized,
                                  FineTuning tuning, const TrainingSettings& settings, const RunControl& control,
                                  const EpochObserver& observer);

/// The rows of a part as the board encodes them, whole numbers.
Matrix encodedInputs(const QuantizedInputs& inputs, const DataPart& part, Eigen::Index width);

}
