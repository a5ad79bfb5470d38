#include "training/sgd.h"

namespace broto {

void Sgd::step(Network& network, const std::vector<LayerGradient>& gradient, double learningRate)
{
    const float rate = static_cast<float>(learningRate);
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        network.layers[l].weights -= rate * gradient[l].weights;
        network.layers[l].bias -= rate * gradient[l].bias;
    }
}

}
