#pragma once

#include "training/trainer.h"

#include <span>
#include <vector>

namespace broto {

/// Whether a validation part judged these epochs.
bool judgedOnValidation(std::span<const EpochRecord> records);

/// The loss by which epochs are judged: that of validation where there is one, else of training.
std::vector<double> judgedLosses(std::span<const EpochRecord> records);

/// What shows two curves whole. Never empty.
struct LossRange {
    double epochs = 2;
    double least = 0;
    double most = 1;
};
LossRange rangeOf(std::span<const double> first, std::span<const double> second);

}
