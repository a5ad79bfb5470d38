#include "training/optimizer.h"

#include "training/adam.h"
#include "training/sgd.h"

#include <algorithm>

namespace broto {

std::string_view optimizerName(Optimizer optimizer)
{
    switch (optimizer) {
    case Optimizer::Sgd:
        return "sgd";
    case Optimizer::Adam:
        return "adam";
    }
    return {};
}

double weightDecayFor(std::size_t trainingRows)
{
    // Mean test scores with and without: iris 95.7 and 95.2 % (300 splits); over 10 splits digits 96.3 and 95.7,
    // wine 96.7 and 97.0, breast cancer 97.0 and 97.0 %. With thousands of rows R2 changed by 0.0001.
    constexpr double strength = 64, most = 0.5;
    return std::min(most, strength / static_cast<double>(trainingRows));
}

std::unique_ptr<UpdateRule> makeUpdateRule(Optimizer optimizer, const Network& network, double weightDecay)
{
    switch (optimizer) {
    case Optimizer::Sgd:
        return std::make_unique<Sgd>();
    case Optimizer::Adam:
        return std::make_unique<Adam>(network, weightDecay);
    }
    return nullptr;
}

}
