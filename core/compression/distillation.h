#pragma once

#include "training/fine_tuning.h"

namespace broto {

/// How a small network learns from a large one.
struct DistillationOptions {
    NetworkDesign teacher = {{{64}, {32}}};
    NetworkDesign student;
    double temperature = 2; ///< classification: the higher, the more of what the teacher finds unlikely is learned
    double share = 0.9;     ///< of the teacher in what is learned; the truth has the rest
    bool operator==(const DistillationOptions&) const = default;
};

/// Above the share 1 there is no truth left, and temperatures are positive.
Result<void> checkDistillation(const DistillationOptions& options);

struct Distilled {
    TrainedNetwork teacher;
    TrainedNetwork student;
};

/// Trains a teacher, then a student from its own seed on what the teacher answers to the training rows, and on the
/// truth. `observer` sees the student.
Result<Distilled> distil(const Dataset& data, const DistillationOptions& options, const TrainingSettings& settings,
                         const RunControl& control = {}, const EpochObserver& observer = {});

}
