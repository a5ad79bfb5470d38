#pragma once

#include "boards/board.h"
#include "network/network.h"

#include <cstdint>

namespace broto {

/// Code and cycles of a float32 model. On an AVR and without an FPU its products are calls of the compiler's library.
std::int64_t floatCodeBytes(const NetworkShape& shape, Processor processor);
double floatCycles(const NetworkShape& shape, int features, Processor processor);

}
