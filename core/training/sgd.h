#pragma once

#include "training/optimizer.h"

namespace broto {

/// Plain gradient descent: parameter -= learning rate * gradient.
class Sgd final : public UpdateRule {
public:
    void step(Network& network, const std::vector<LayerGradient>& gradient, double learningRate) override;
};

}
