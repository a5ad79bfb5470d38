#pragma once

#include "common/result.h"
#include "compression/deployable_model.h"

#include <cstdint>
#include <vector>

namespace broto {

/// What an exported model takes on an ATmega328P at -Os, alone: the difference to a program that does nothing.
struct AvrMeasurement {
    std::int64_t flashBytes = 0;
    std::int64_t ramBytes = 0; ///< with one row
    double cycles = 0;         ///< for one answer
};

/// Whether the compiler for it is there.
bool canMeasureOnAvr();

/// Compiles the exported header into a small program and runs that on an emulated chip, cycle by cycle. A model with a
/// stream, whose stride has to be 1, needs no row: its cycles are those of the reading that makes a window full, of its
/// features and of the answer.
Result<AvrMeasurement> measureOnAvr(const DeployableModel& model, const std::vector<float>& row = {});

}
