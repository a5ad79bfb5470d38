#include "training/optimizers/sgd.h"

namespace broto {

void Sgd::step(Parameters& parameters, const AlignedFloats& gradient, double learningRate)
{
    const auto rate = static_cast<float>(learningRate);
    for (std::size_t i = 0; i < gradient.size(); ++i)
        parameters.values[i] -= rate * gradient[i];
}

}
