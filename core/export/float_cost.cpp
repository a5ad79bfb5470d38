#include "export/float_cost.h"

#include <algorithm>
#include <iterator>

namespace broto {

namespace {

struct FloatCode {
    int always;  ///< encoding a row, a network without hidden layers
    int hidden;  ///< more with hidden layers
    int scores;  ///< comparison of a classification
    int layer;   ///< the call of each layer
    int library; ///< of mathematics
};

struct FloatCycles {
    int multiplication;
    int hiddenNeuron;
    int outputNeuron;
    int layer;
    int feature; ///< from raw units to an input
    int smooth;  ///< one tanh
};

struct FloatCost {
    Processor processor;
    FloatCode code;
    FloatCycles cycles;
};

// Most code of a float network with exponentials is the mathematical library. The FPUs of Cortex-M4 and Xtensa know
// single precision; tanh, exp and log are computed in double.
constexpr FloatCost floatCosts[] = {
    {Processor::Avr, {1615, 255, 13, 39, 900}, {226, 380, 150, 0, 600, 2840}},
    {Processor::CortexM0, {3240, 40, 40, 32, 10000}, {170, 60, 50, 60, 250, 6000}},
    {Processor::CortexM4, {444, 40, 40, 36, 4300}, {14, 30, 26, 30, 40, 3000}},
    {Processor::RiscV32, {3600, 45, 45, 36, 11000}, {150, 60, 50, 40, 220, 6000}},
    {Processor::Xtensa, {500, 45, 45, 36, 4800}, {14, 30, 26, 30, 40, 3500}},
    {Processor::Generic, {444, 40, 40, 36, 4300}, {14, 30, 26, 30, 40, 3000}},
};

const FloatCost& costOf(Processor processor)
{
    return *std::find_if(std::begin(floatCosts), std::end(floatCosts),
                         [processor](const FloatCost& cost) { return cost.processor == processor; });
}

/// What an activation takes of a float network.
struct ActivationWork {
    int multiplications;
    double exponentials; ///< to one tanh
};

ActivationWork floatWork(Activation activation)
{
    switch (activation) {
    case Activation::LeakyRelu:
        return {2, 0};
    case Activation::HardSigmoid:
        return {3, 0};
    case Activation::HardSwish:
        return {4, 0};
    case Activation::Elu:
        return {1, 0.5}; // only where a sum is negative
    case Activation::Tanh:
        return {0, 1};
    case Activation::Sigmoid:
    case Activation::Swish:
        return {1, 1.03};
    case Activation::Softplus:
        return {1, 1.68};
    case Activation::Linear:
    case Activation::Relu:
        break;
    }
    return {0, 0};
}

double activationCycles(Activation activation, const FloatCycles& cycles)
{
    const ActivationWork work = floatWork(activation);
    return work.multiplications * cycles.multiplication + work.exponentials * cycles.smooth;
}

}

std::int64_t floatCodeBytes(const NetworkShape& shape, Processor processor)
{
    const FloatCode& code = costOf(processor).code;
    std::int64_t bytes = code.always + std::int64_t{code.layer} * static_cast<std::int64_t>(shape.size());
    bytes += shape.size() > 1 ? code.hidden : 0;
    bytes += shape.back().outputs > 1 ? code.scores : 0;
    const bool library = std::any_of(shape.begin(), shape.end(), [](const LayerShape& layer) {
        return floatWork(layer.activation).exponentials > 0;
    });
    return bytes + (library ? code.library : 0);
}

double floatCycles(const NetworkShape& shape, int features, Processor processor)
{
    const FloatCycles& cycles = costOf(processor).cycles;
    double sum = static_cast<double>(cycles.feature) * features + static_cast<double>(cycles.layer) * shape.size();
    sum += static_cast<double>(cycles.multiplication) * static_cast<double>(multiplicationCount(shape));
    for (std::size_t l = 0; l < shape.size(); ++l) {
        const int neuron = l + 1 < shape.size() ? cycles.hiddenNeuron : cycles.outputNeuron;
        sum += (neuron + activationCycles(shape[l].activation, cycles)) * shape[l].outputs;
    }
    return sum;
}

}
