#include "training/optimizer.h"

#include "training/adam.h"
#include "training/sgd.h"

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

std::unique_ptr<UpdateRule> makeUpdateRule(Optimizer optimizer, const Network& network)
{
    switch (optimizer) {
    case Optimizer::Sgd:
        return std::make_unique<Sgd>();
    case Optimizer::Adam:
        return std::make_unique<Adam>(network);
    }
    return nullptr;
}

}
