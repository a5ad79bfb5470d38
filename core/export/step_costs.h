#pragma once

#include "export/kernel_code.h"
#include "export/kernel_steps.h"

namespace broto {

/// What steps of a network of integers take on a processor.
struct StepWork {
    double cycles = 0;
    double instructions = 0; ///< of a Cortex-M; its cycles are made of them
};
StepWork workOf(const StepCounts& steps, Processor processor);

/// Cycles more where every score of a classification is asked for, not the class alone.
double scoreCycles(int classes, Processor processor);

/// Bytes of code that a network of integers brings into a program.
std::int64_t codeBytes(const NetworkPlan& plan, Processor processor);

}
