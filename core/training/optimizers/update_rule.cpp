#include "training/optimizers/update_rule.h"

#include "training/optimizers/adam.h"
#include "training/optimizers/adamax.h"
#include "training/optimizers/momentum.h"
#include "training/optimizers/rms_prop.h"
#include "training/optimizers/sgd.h"

namespace broto {

std::unique_ptr<UpdateRule> makeUpdateRule(const TrainingSettings& settings, double weightDecay,
                                           const Parameters& parameters, const Kernels& kernels)
{
    switch (settings.optimizer) {
    case Optimizer::Sgd:
        return std::make_unique<Sgd>(parameters);
    case Optimizer::Momentum:
        return std::make_unique<Momentum>(parameters, settings.momentum, Momentum::Look::Here);
    case Optimizer::Nesterov:
        return std::make_unique<Momentum>(parameters, settings.momentum, Momentum::Look::Ahead);
    case Optimizer::RmsProp:
        return std::make_unique<RmsProp>(parameters);
    case Optimizer::Adam:
        return std::make_unique<Adam>(parameters, 0, kernels);
    case Optimizer::AdamW:
        return std::make_unique<Adam>(parameters, weightDecay, kernels);
    case Optimizer::Adamax:
        return std::make_unique<Adamax>(parameters);
    }
    return nullptr;
}

}
