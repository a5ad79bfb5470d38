#pragma once

#include "training/optimizers/update_rule.h"

namespace broto {

/// Plain gradient descent: parameter -= learning rate * gradient.
class Sgd final : public UpdateRule {
public:
    explicit Sgd(const Parameters& parameters) : UpdateRule(parameters, 0) {}
    void step(Parameters& parameters, const AlignedFloats& gradient, double learningRate) override;
};

}
