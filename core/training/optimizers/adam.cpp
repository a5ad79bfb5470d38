#include "training/optimizers/adam.h"

#include <algorithm>
#include <cmath>

namespace broto {

void Adam::step(Parameters& parameters, const AlignedFloats& gradient, double learningRate)
{
    m_memory.firstPower *= 0.9;
    m_memory.secondPower *= 0.999;
    const auto stepOver = [&](std::size_t begin, std::size_t end, double kept) {
        AdamStep step;
        step.parameters = parameters.values.data() + begin;
        step.gradient = gradient.data() + begin;
        step.first = m_memory.arrays[0].data() + begin;
        step.second = m_memory.arrays[1].data() + begin;
        step.count = end - begin;
        step.size = static_cast<float>(learningRate / (1 - m_memory.firstPower));
        step.rootFactor = static_cast<float>(1 / std::sqrt(1 - m_memory.secondPower));
        step.kept = static_cast<float>(kept);
        m_kernels.adam(step);
    };
    stepOver(0, parameters.weightCount, std::max(0.0, 1 - learningRate * m_weightDecay));
    stepOver(parameters.weightCount, gradient.size(), 1);
}

}
