#pragma once

#include "training/kernels/kernels.h"

namespace broto {

const Kernels& baselineKernels();

}
