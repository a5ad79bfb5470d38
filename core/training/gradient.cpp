#include "training/gradient.h"

#include "network/activation.h"
#include "network/forward.h"

namespace broto {

double GradientPass::run(const Network& network, Loss loss, const Matrix& inputs, const Truth& truth)
{
    forwardInto(network, inputs, m_outputs);
    const std::size_t layers = network.layers.size();
    m_slopes.resize(layers);
    m_gradient.resize(layers);

    const double total = totalLoss(loss, m_outputs.back(), truth, m_slopes.back());
    for (std::size_t l = layers; l-- > 0;) {
        const DenseLayer& layer = network.layers[l];
        multiplyByDerivative(layer.activation, m_outputs[l], m_slopes[l]);
        LayerGradient& gradient = m_gradient[l];
        gradient.weights.noalias() = m_slopes[l].transpose() * (l == 0 ? inputs : m_outputs[l - 1]);
        gradient.bias.noalias() = m_slopes[l].colwise().sum().transpose();
        if (l > 0)
            m_slopes[l - 1].noalias() = m_slopes[l] * layer.weights;
    }
    return total;
}

}
