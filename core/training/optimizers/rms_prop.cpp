#include "training/optimizers/rms_prop.h"

#include <cmath>

namespace broto {

void RmsProp::step(Parameters& parameters, const AlignedFloats& gradient, double learningRate)
{
    constexpr float kept = 0.99f, added = 0.01f, stabiliser = 1e-8f;
    const auto rate = static_cast<float>(learningRate);
    AlignedFloats& squares = m_memory.arrays[0];
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        squares[i] = kept * squares[i] + added * (gradient[i] * gradient[i]);
        parameters.values[i] -= rate * gradient[i] / (std::sqrt(squares[i]) + stabiliser);
    }
}

}
