#pragma once

#include "training/optimizers/update_rule.h"

namespace broto {

/// Adam (Kingma and Ba, 2015) with its usual constants 0.9, 0.999 and 1e-8:
///     m = 0.9 m + 0.1 g,  v = 0.999 v + 0.001 g^2,
///     parameter -= learning rate * (m / (1 - 0.9^t)) / (sqrt(v / (1 - 0.999^t)) + 1e-8)
/// and before that, for weights but not for biases, the decay of AdamW (Loshchilov and Hutter, 2019):
///     weight -= learning rate * decay * weight
class Adam final : public UpdateRule {
public:
    /// Without `weightDecay` (0) it is plain Adam.
    Adam(const Parameters& parameters, double weightDecay, const Kernels& kernels)
        : UpdateRule(parameters, 2), m_weightDecay(weightDecay), m_kernels(kernels)
    {
    }
    void step(Parameters& parameters, const AlignedFloats& gradient, double learningRate) override;

private:
    double m_weightDecay;
    const Kernels& m_kernels;
};

}
