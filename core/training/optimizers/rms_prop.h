#pragma once

#include "training/optimizers/update_rule.h"

namespace broto {

/// RMSprop (Tieleman and Hinton, 2012) with its usual constants: v = 0.99 v + 0.01 g^2,
/// parameter -= learning rate * g / (sqrt(v) + 1e-8).
class RmsProp final : public UpdateRule {
public:
    explicit RmsProp(const Parameters& parameters) : UpdateRule(parameters, 1) {}
    void step(Parameters& parameters, const AlignedFloats& gradient, double learningRate) override;
};

}
