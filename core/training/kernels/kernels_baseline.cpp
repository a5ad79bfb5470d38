// For every processor of the family that the program is built for: SSE2 on x86-64, NEON on 64-bit ARM.
#include "training/kernels/baseline.h"

#include "training/kernels/kernels_body.h"

namespace broto {

const Kernels& baselineKernels()
{
    return kernels;
}

}
