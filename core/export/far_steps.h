#pragma once

#include "export/kernel_steps.h"

namespace broto {

/// Counts what a layer in groups takes that lies in the far flash of an AVR (core/runtime/dense_avr_far.h). Its kernel
/// takes layers of any width.
void countFarLayer(StepCounts& counts, const PlannedLayer& layer);

}
