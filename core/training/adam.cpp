#include "training/adam.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

constexpr double firstDecay = 0.9;
constexpr double secondDecay = 0.999;
constexpr float stabiliser = 1e-8f;

/// Far too small to move a parameter. The moments of a neuron that no longer learns fade for ever; without an end they
/// reach the subnormal numbers, which cost processors a hundred times the time of others.
constexpr float negligible = 1e-30f;

struct Step {
    float size;       ///< learning rate / (1 - 0.9^t)
    float rootFactor; ///< 1 / sqrt(1 - 0.999^t)
};

void update(float* parameter, const float* gradient, float* first, float* second, Eigen::Index count, Step step)
{
    constexpr float keepFirst = static_cast<float>(firstDecay), addFirst = static_cast<float>(1 - firstDecay);
    constexpr float keepSecond = static_cast<float>(secondDecay), addSecond = static_cast<float>(1 - secondDecay);
    for (Eigen::Index i = 0; i < count; ++i) {
        const float slope = gradient[i];
        const float m = keepFirst * first[i] + addFirst * slope;
        const float v = keepSecond * second[i] + addSecond * (slope * slope);
        parameter[i] -= step.size * m / (std::sqrt(v) * step.rootFactor + stabiliser);
        first[i] = std::abs(m) < negligible ? 0.0f : m;
        second[i] = v < negligible ? 0.0f : v;
    }
}

}

Adam::Adam(const Network& network, double weightDecay) : m_weightDecay(weightDecay)
{
    m_moments.reserve(network.layers.size());
    for (const DenseLayer& layer : network.layers) {
        const LayerGradient zero{Matrix::Zero(layer.weights.rows(), layer.weights.cols()),
                                 Vector::Zero(layer.bias.size())};
        m_moments.push_back({zero, zero});
    }
}

void Adam::step(Network& network, const std::vector<LayerGradient>& gradient, double learningRate)
{
    m_firstPower *= firstDecay;
    m_secondPower *= secondDecay;
    const Step step{static_cast<float>(learningRate / (1 - m_firstPower)),
                    static_cast<float>(1 / std::sqrt(1 - m_secondPower))};
    const float kept = static_cast<float>(std::max(0.0, 1 - learningRate * m_weightDecay));
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        DenseLayer& layer = network.layers[l];
        Moments& moments = m_moments[l];
        layer.weights *= kept;
        update(layer.weights.data(), gradient[l].weights.data(), moments.first.weights.data(),
               moments.second.weights.data(), layer.weights.size(), step);
        update(layer.bias.data(), gradient[l].bias.data(), moments.first.bias.data(), moments.second.bias.data(),
               layer.bias.size(), step);
    }
}

}
