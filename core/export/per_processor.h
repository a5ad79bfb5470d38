#pragma once

#include "boards/board.h"

namespace broto {

/// What something takes on each processor whose kernels are measured, and with the portable kernels.
struct PerProcessor {
    double avr = 0;
    double cortexM0 = 0;
    double cortexM4 = 0;
    double portable = 0; ///< as on RISC-V
};

constexpr double costOn(const PerProcessor& costs, Processor processor)
{
    switch (processor) {
    case Processor::Avr:
        return costs.avr;
    case Processor::CortexM0:
        return costs.cortexM0;
    case Processor::CortexM4:
        return costs.cortexM4;
    case Processor::RiscV32:
    case Processor::Xtensa:
    case Processor::Generic:
        break;
    }
    return costs.portable;
}

}
