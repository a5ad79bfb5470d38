#pragma once

#include "training/optimizer.h"

namespace broto {

/// Adam (Kingma and Ba, 2015) with its usual constants 0.9, 0.999 and 1e-8:
///     m = 0.9 m + 0.1 g,  v = 0.999 v + 0.001 g^2,
///     parameter -= learning rate * (m / (1 - 0.9^t)) / (sqrt(v / (1 - 0.999^t)) + 1e-8)
/// and before that, for weights but not for biases, the decay of AdamW (Loshchilov and Hutter, 2019):
///     weight -= learning rate * decay * weight
class Adam final : public UpdateRule {
public:
    Adam(const Network& network, double weightDecay);

    void step(Network& network, const std::vector<LayerGradient>& gradient, double learningRate) override;

private:
    /// m and v of one layer.
    struct Moments {
        LayerGradient first;
        LayerGradient second;
    };

    std::vector<Moments> m_moments;
    double m_weightDecay;
    double m_firstPower = 1;  ///< 0.9^t
    double m_secondPower = 1; ///< 0.999^t
};

}
