#include "training/optimizers/adamax.h"

#include <algorithm>
#include <cmath>

namespace broto {

void Adamax::step(Parameters& parameters, const AlignedFloats& gradient, double learningRate)
{
    m_memory.firstPower *= 0.9;
    const auto size = static_cast<float>(learningRate / (1 - m_memory.firstPower));
    AlignedFloats& means = m_memory.arrays[0];
    AlignedFloats& largest = m_memory.arrays[1];
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        means[i] = 0.9f * means[i] + 0.1f * gradient[i];
        largest[i] = std::max(0.999f * largest[i], std::abs(gradient[i]) + 1e-8f);
        parameters.values[i] -= size * means[i] / largest[i];
    }
}

}
