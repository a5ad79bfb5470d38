#include "training/optimizers/momentum.h"

namespace broto {

void Momentum::step(Parameters& parameters, const AlignedFloats& gradient, double learningRate)
{
    const auto rate = static_cast<float>(learningRate);
    AlignedFloats& speed = m_memory.arrays[0];
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        const float moved = m_momentum * speed[i] + gradient[i];
        speed[i] = moved;
        parameters.values[i] -= rate * (m_look == Look::Ahead ? gradient[i] + m_momentum * moved : moved);
    }
}

}
