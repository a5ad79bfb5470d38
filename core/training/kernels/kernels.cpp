#include "training/kernels/kernels.h"

#include "platform/processor.h"
#include "training/kernels/avx2.h"
#include "training/kernels/baseline.h"

#include <cassert>

namespace broto {

std::string_view instructionSetName(InstructionSet set)
{
    if (set == InstructionSet::Avx2)
        return "avx2";
#if defined(__SSE2__)
    return "sse2";
#elif defined(__ARM_NEON)
    return "neon";
#else
    return "portable";
#endif
}

bool available(InstructionSet set)
{
#if defined(BROTO_HAS_AVX2_KERNELS)
    static const bool avx2 = processorHasAvx2();
#else
    constexpr bool avx2 = false;
#endif
    return set == InstructionSet::Baseline || avx2;
}

InstructionSet bestInstructionSet()
{
    return available(InstructionSet::Avx2) ? InstructionSet::Avx2 : InstructionSet::Baseline;
}

std::optional<InstructionSet> availableInstructionSet(std::string_view name)
{
    for (const InstructionSet set : {InstructionSet::Avx2, InstructionSet::Baseline})
        if (available(set) && instructionSetName(set) == name)
            return set;
    return std::nullopt;
}

const Kernels& kernelsFor(InstructionSet set)
{
    assert(available(set));
#if defined(BROTO_HAS_AVX2_KERNELS)
    if (set == InstructionSet::Avx2)
        return avx2Kernels();
#endif
    return baselineKernels();
}

}
