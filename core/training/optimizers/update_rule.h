#pragma once

#include "training/kernels/kernels.h"
#include "training/parameters.h"
#include "training/training_settings.h"

#include <memory>
#include <vector>

namespace broto {

/// One way of turning a gradient into better parameters, with what it remembers from step to step.
class UpdateRule {
public:
    /// All that has to be kept to go on later: arrays as long as the parameters, and powers of decay constants.
    struct Memory {
        std::vector<AlignedFloats> arrays;
        double firstPower = 1;
        double secondPower = 1;
    };

    virtual ~UpdateRule() = default;

    /// `gradient` is that of the mean loss, in the order of the parameters.
    virtual void step(Parameters& parameters, const AlignedFloats& gradient, double learningRate) = 0;

    const Memory& memory() const { return m_memory; }
    void restore(Memory memory) { m_memory = std::move(memory); }

protected:
    UpdateRule(const Parameters& parameters, std::size_t arrays)
    {
        m_memory.arrays.assign(arrays, AlignedFloats(parameters.values.size()));
    }

    Memory m_memory;
};

/// `weightDecay` is AdamW's.
std::unique_ptr<UpdateRule> makeUpdateRule(const TrainingSettings& settings, double weightDecay,
                                           const Parameters& parameters, const Kernels& kernels);

}
