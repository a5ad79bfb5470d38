#pragma once

#include "training/optimizers/update_rule.h"

namespace broto {

/// Adamax (Kingma and Ba, 2015): like Adam, but measured by the largest gradient of late instead of their squares:
///     m = 0.9 m + 0.1 g,  u = max(0.999 u, |g| + 1e-8),  parameter -= learning rate / (1 - 0.9^t) * m / u
class Adamax final : public UpdateRule {
public:
    explicit Adamax(const Parameters& parameters) : UpdateRule(parameters, 2) {}
    void step(Parameters& parameters, const AlignedFloats& gradient, double learningRate) override;
};

}
