// Compiled for processors with AVX2 and FMA; nothing here may run before that has been asked.
#include "training/kernels/avx2.h"

#include "training/kernels/kernels_body.h"

namespace broto {

const Kernels& avx2Kernels()
{
    return kernels;
}

}
