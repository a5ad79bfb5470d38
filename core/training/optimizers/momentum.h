#pragma once

#include "training/optimizers/update_rule.h"

namespace broto {

/// Gradient descent that keeps rolling (Polyak, 1964): speed = momentum * speed + gradient. It moves by the speed; with
/// a look ahead (Nesterov, 1983, as Sutskever and others write it) by gradient + momentum * speed.
class Momentum final : public UpdateRule {
public:
    enum class Look { Here, Ahead };

    Momentum(const Parameters& parameters, double momentum, Look look)
        : UpdateRule(parameters, 1), m_momentum(static_cast<float>(momentum)), m_look(look)
    {
    }
    void step(Parameters& parameters, const AlignedFloats& gradient, double learningRate) override;

private:
    float m_momentum;
    Look m_look;
};

}
