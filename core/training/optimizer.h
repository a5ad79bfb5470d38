#pragma once

#include "network/network.h"
#include "training/gradient.h"
#include "training/trainer.h"

#include <memory>
#include <vector>

namespace broto {

/// One way of turning a gradient into a better network, with what it remembers from step to step.
class UpdateRule {
public:
    virtual ~UpdateRule() = default;

    /// `gradient` has one entry a layer; `network` is the one the rule was made for, or as large.
    virtual void step(Network& network, const std::vector<LayerGradient>& gradient, double learningRate) = 0;
};

/// How strongly weights are pulled towards 0: less the more rows speak for them, and never enough to hold them there.
/// Few rows are easily learned by heart, and smaller weights make smoother answers.
double weightDecayFor(std::size_t trainingRows);

/// `weightDecay` applies to Adam; plain gradient descent follows the gradient and nothing else.
std::unique_ptr<UpdateRule> makeUpdateRule(Optimizer optimizer, const Network& network, double weightDecay);

}
