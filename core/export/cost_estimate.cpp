#include "export/cost_estimate.h"

#include "compression/activation_rules.h"
#include "compression/packed_weights.h"
#include "export/stream_cost.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace broto {

namespace {

/// What compilers for AVR take in one object, and what its plain pointers into flash reach beside the code: the limits
/// of the exported header.
constexpr std::int64_t largestAvrArray = 32767;
constexpr std::int64_t largestAvrModel = 60 * 1024;

struct CodeBytes {
    int always; ///< encoding a row, a network without hidden layers
    int hidden; ///< the kernel of hidden layers
    int scores; ///< multipliers and comparison of a classification
    int layer;  ///< the call of each layer
    int table;  ///< looking activations up; in a float network the mathematical library
};

struct Cycles {
    int multiplication;
    int hiddenNeuron;
    int outputNeuron;
    int layer;
    int feature; ///< from raw units to an activation
    int smooth;  ///< looking up one activation; in a float network one tanh
};

struct ProcessorCost {
    Processor processor;
    int inputBytes; ///< of one encoding, as the processor lays it out
    CodeBytes code;
    Cycles cycles;
};

// Layers that do not lie in groups; an ATmega328P was measured at -Os.
constexpr ProcessorCost integerCosts[] = {
    {Processor::Avr, 18, {1040, 270, 220, 120, 105}, {80, 240, 250, 175, 500, 22}},
    {Processor::CortexM0, 20, {475, 175, 70, 35, 44}, {26, 68, 60, 60, 120, 12}},
    {Processor::CortexM4, 20, {450, 150, 46, 40, 44}, {14, 40, 36, 30, 70, 9}},
    {Processor::RiscV32, 20, {610, 218, 50, 38, 50}, {15, 45, 40, 30, 75, 10}},
    {Processor::Xtensa, 20, {610, 218, 50, 38, 50}, {13, 40, 36, 30, 70, 10}},
    {Processor::Generic, 20, {450, 150, 46, 40, 44}, {14, 40, 36, 30, 70, 9}},
};

// Most code of a float network with exponentials is the mathematical library. The FPUs of Cortex-M4 and Xtensa know
// single precision; tanh, exp and log are computed in double.
constexpr ProcessorCost floatCosts[] = {
    {Processor::Avr, 21, {1615, 255, 13, 39, 900}, {226, 380, 150, 0, 600, 2840}},
    {Processor::CortexM0, 24, {3240, 40, 40, 32, 10000}, {170, 60, 50, 60, 250, 6000}},
    {Processor::CortexM4, 24, {444, 40, 40, 36, 4300}, {14, 30, 26, 30, 40, 3000}},
    {Processor::RiscV32, 24, {3600, 45, 45, 36, 11000}, {150, 60, 50, 40, 220, 6000}},
    {Processor::Xtensa, 24, {500, 45, 45, 36, 4800}, {14, 30, 26, 30, 40, 3500}},
    {Processor::Generic, 24, {444, 40, 40, 36, 4300}, {14, 30, 26, 30, 40, 3000}},
};

const ProcessorCost& costOf(Processor processor, Arithmetic arithmetic)
{
    const auto& costs = arithmetic == Arithmetic::Int8 ? integerCosts : floatCosts;
    const auto found = std::find_if(std::begin(costs), std::end(costs),
                                    [processor](const ProcessorCost& cost) { return cost.processor == processor; });
    return found != std::end(costs) ? *found : costs[std::size(integerCosts) - 1];
}

/// Layers that lie in groups of four neurons (core/runtime/group_int8.h). On AVR and Cortex-M these are the cycles, or
/// instructions, of the assembly.
struct GroupCost {
    Processor processor;
    int call;                ///< a layer
    int input;               ///< once a layer and input
    int group;               ///< four neurons
    double denseInput;       ///< a group and input
    double positiveInput;    ///< behind a ReLU, where half the inputs are 0
    int relu, linear, score; ///< a neuron, by what becomes of its sum
    struct Int4 {
        int group;
        double denseInput, positiveInput;
    } int4;
    int groupBytes; ///< biases and multipliers of a group
    int padding;    ///< inputs are padded to a multiple of it
    struct Code {
        int common, relu, linear, scores, int4;
    } code;
};

constexpr GroupCost groupCosts[] = {
    {Processor::Avr, 60, 8, 66, 38, 24.5, 32, 112, 440, {160, 32, 21.5}, 20, 1, {260, 390, 160, 330, 90}},
    {Processor::CortexM0, 60, 0, 32, 15.3, 10.4, 12, 40, 45, {90, 19, 13}, 24, 4, {240, 230, 150, 170, 60}},
    {Processor::CortexM4, 45, 3, 26, 4, 4, 0, 24, 26, {40, 4.75, 4.75}, 32, 4, {60, 130, 170, 170, 250}},
    {Processor::RiscV32, 30, 0, 40, 16, 16, 22, 22, 24, {40, 19, 19}, 20, 1, {0, 330, 0, 330, 60}},
    {Processor::Xtensa, 30, 0, 40, 16, 16, 22, 22, 24, {40, 19, 19}, 20, 1, {0, 330, 0, 330, 60}},
    {Processor::Generic, 30, 0, 40, 14, 14, 22, 22, 24, {40, 17, 17}, 20, 1, {0, 300, 0, 300, 60}},
};

const GroupCost& groupCostOf(Processor processor)
{
    const auto found = std::find_if(std::begin(groupCosts), std::end(groupCosts),
                                    [processor](const GroupCost& cost) { return cost.processor == processor; });
    return found != std::end(groupCosts) ? *found : groupCosts[std::size(groupCosts) - 1];
}

int paddedTo(int step, int count)
{
    return (count + step - 1) / step * step;
}

/// What a storage takes beside int8. An ATmega328P was measured (-Os); the loops of the others differ in much the same
/// way.
struct StorageCost {
    Storage storage;
    int indexBits;         ///< of a codebook; else 0
    double multiplication; ///< of a weight, to that of an int8; of a sparse one, of those that are not 0
    double skipped;        ///< of a weight that is not there
    int together;          ///< neurons that are computed at once, whether there are as many or not
    int layerCycles;       ///< more than a layer of int8
    int code;              ///< more bytes than the kernel for int8
};

constexpr StorageCost storageCosts[] = {
    {Storage::Int8, 0, 1, 0, 1, 0, 0},
    {Storage::Int4, 0, 0.92, 0, 2, 1000, 480},
    {Storage::Ternary, 0, 0.76, 0, 4, 900, 440},
    {Storage::Codebook, 2, 1.41, 0, 4, 1000, 590},
    {Storage::Codebook, 4, 1.54, 0, 2, 1000, 650},
    {Storage::Codebook, 8, 1.40, 0, 1, 1000, 340},
    {Storage::Sparse, 0, 1.29, 0.156, 1, 1000, 250},
};

const StorageCost& costOf(const IntegerLayer& layer)
{
    const int bits = indexBits(layer.codebook.size());
    return *std::find_if(std::begin(storageCosts), std::end(storageCosts), [&](const StorageCost& cost) {
        return cost.storage == layer.storage && cost.indexBits == bits;
    });
}

/// Multiplications of int8 weights that take as long as those of a layer.
double multiplicationsOf(const IntegerLayer& layer)
{
    const StorageCost& cost = costOf(layer);
    const int neurons = (layer.outputs + cost.together - 1) / cost.together * cost.together;
    const auto all = static_cast<double>(neurons) * layer.inputs;
    if (layer.storage != Storage::Sparse)
        return cost.multiplication * all;
    const auto zeros = static_cast<double>(std::count(layer.weights.begin(), layer.weights.end(), 0));
    return cost.multiplication * (all - zeros) + cost.skipped * zeros;
}

/// A regression has one output and answers with its sum.
bool isClassification(const NetworkShape& shape)
{
    return shape.back().outputs > 1;
}

/// A layer of integers: of a model, or, where there is none yet, int8 in a design.
struct IntegerWork {
    const NetworkShape& shape;
    std::vector<const IntegerLayer*> layers; ///< empty: a design

    bool isHidden(std::size_t l) const { return l + 1 < shape.size(); }
    const IntegerLayer* layer(std::size_t l) const { return layers.empty() ? nullptr : layers[l]; }
    Storage storage(std::size_t l) const { return layers.empty() ? Storage::Int8 : layers[l]->storage; }
    bool liesInGroups(std::size_t l) const
    {
        return layers.empty() ? isHidden(l) || isClassification(shape) : broto::liesInGroups(*layers[l]);
    }
    bool followsRelu(std::size_t l) const { return l > 0 && shape[l - 1].activation == Activation::Relu; }
};

std::int64_t layerBytes(const IntegerWork& work, std::size_t l, const GroupCost& cost)
{
    const LayerShape& shape = work.shape[l];
    const std::int64_t table = needsTable(shape.activation) && work.isHidden(l) ? tableEntries : 0;
    if (!work.liesInGroups(l)) {
        const bool multiplied = work.isHidden(l) || isClassification(work.shape);
        const std::int64_t weights = work.layer(l) ? static_cast<std::int64_t>(packedSize(*work.layer(l)))
                                                   : std::int64_t{shape.inputs} * shape.outputs;
        return weights + std::int64_t{shape.outputs} * (multiplied ? 4 + 2 : 4) + table;
    }
    const bool int4 = work.storage(l) == Storage::Int4;
    const int together = int4 && cost.processor == Processor::CortexM4 ? 8 : cost.padding;
    const int weights = paddedTo(together, shape.inputs) * (int4 ? 2 : 4);
    return std::int64_t{(shape.outputs + 3) / 4} * (cost.groupBytes + weights) + table;
}

/// Layers with the same codebook share it.
std::int64_t codebookBytes(const IntegerWork& work)
{
    std::vector<std::vector<std::int8_t>> codebooks;
    std::int64_t bytes = 0;
    for (const IntegerLayer* layer : work.layers)
        if (std::find(codebooks.begin(), codebooks.end(), layer->codebook) == codebooks.end()) {
            codebooks.push_back(layer->codebook);
            bytes += static_cast<std::int64_t>(layer->codebook.size());
        }
    return bytes;
}

std::int64_t parameterBytes(const IntegerWork& work, const GroupCost& cost)
{
    std::int64_t bytes = codebookBytes(work);
    for (std::size_t l = 0; l < work.shape.size(); ++l)
        bytes += layerBytes(work, l, cost);
    return bytes;
}

double groupCycles(const IntegerWork& work, std::size_t l, const GroupCost& cost)
{
    const LayerShape& shape = work.shape[l];
    const bool int4 = work.storage(l) == Storage::Int4, positive = work.followsRelu(l);
    const double perInput = int4 ? (positive ? cost.int4.positiveInput : cost.int4.denseInput)
                                 : (positive ? cost.positiveInput : cost.denseInput);
    const int neuron = !work.isHidden(l) ? cost.score : shape.activation == Activation::Relu ? cost.relu : cost.linear;
    return cost.call + cost.input * shape.inputs +
           (shape.outputs + 3) / 4 * ((int4 ? cost.int4.group : cost.group) + perInput * shape.inputs) +
           static_cast<double>(neuron) * shape.outputs;
}

double plainCycles(const IntegerWork& work, std::size_t l, const Cycles& cycles)
{
    const LayerShape& shape = work.shape[l];
    const double storages = static_cast<double>(cycles.multiplication) / integerCosts[0].cycles.multiplication;
    const double extra = work.layer(l) ? storages * costOf(*work.layer(l)).layerCycles : 0;
    const double products =
        work.layer(l) ? multiplicationsOf(*work.layer(l)) : static_cast<double>(shape.inputs) * shape.outputs;
    return cycles.layer + extra + cycles.multiplication * products +
           static_cast<double>(work.isHidden(l) ? cycles.hiddenNeuron : cycles.outputNeuron) * shape.outputs;
}

double cyclesFor(const IntegerWork& work, int features, const ProcessorCost& cost, const GroupCost& groups)
{
    double sum = static_cast<double>(cost.cycles.feature) * features;
    for (std::size_t l = 0; l < work.shape.size(); ++l) {
        sum += work.liesInGroups(l) ? groupCycles(work, l, groups) : plainCycles(work, l, cost.cycles);
        if (work.isHidden(l) && needsTable(work.shape[l].activation))
            sum += static_cast<double>(cost.cycles.smooth) * work.shape[l].outputs;
    }
    return sum;
}

/// Kernels stand in flash once, each storage's and each end's that a network has.
std::int64_t codeBytes(const IntegerWork& work, const ProcessorCost& cost, const GroupCost& groups)
{
    const double scale = static_cast<double>(cost.code.always) / integerCosts[0].code.always; // to that of an AVR
    std::vector<const StorageCost*> kernels;
    bool relu[2] = {}, linear[2] = {}, scores[2] = {}, plainHidden = false, plainScores = false, table = false;
    for (std::size_t l = 0; l < work.shape.size(); ++l) {
        const bool hidden = work.isHidden(l), int4 = work.storage(l) == Storage::Int4;
        table = table || (hidden && needsTable(work.shape[l].activation));
        if (work.liesInGroups(l)) {
            (hidden ? work.shape[l].activation == Activation::Relu ? relu : linear : scores)[int4] = true;
            continue;
        }
        plainHidden = plainHidden || hidden;
        plainScores = plainScores || (!hidden && isClassification(work.shape));
        const StorageCost* kernel = work.layer(l) ? &costOf(*work.layer(l)) : &storageCosts[0];
        if (std::find(kernels.begin(), kernels.end(), kernel) == kernels.end())
            kernels.push_back(kernel);
    }
    std::int64_t bytes =
        cost.code.always + std::int64_t{cost.code.layer} * static_cast<std::int64_t>(work.shape.size());
    bytes +=
        (plainHidden ? cost.code.hidden : 0) + (plainScores ? cost.code.scores : 0) + (table ? cost.code.table : 0);
    for (const StorageCost* kernel : kernels)
        bytes += static_cast<std::int64_t>(scale * kernel->code);
    for (const int int4 : {0, 1})
        if (relu[int4] || linear[int4] || scores[int4])
            bytes += groups.code.common + (int4 ? groups.code.int4 : 0) + (relu[int4] ? groups.code.relu : 0) +
                     (linear[int4] ? groups.code.linear : 0) + (scores[int4] ? groups.code.scores : 0);
    return bytes;
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

double activationCycles(Activation activation, const Cycles& cycles)
{
    const ActivationWork work = floatWork(activation);
    return work.multiplications * cycles.multiplication + work.exponentials * cycles.smooth;
}

std::int64_t floatCodeBytes(const NetworkShape& shape, const ProcessorCost& cost)
{
    std::int64_t bytes = cost.code.always + std::int64_t{cost.code.layer} * static_cast<std::int64_t>(shape.size());
    bytes += shape.size() > 1 ? cost.code.hidden : 0;
    bytes += isClassification(shape) ? cost.code.scores : 0;
    const bool library = std::any_of(shape.begin(), shape.end(), [](const LayerShape& layer) {
        return floatWork(layer.activation).exponentials > 0;
    });
    return bytes + (library ? cost.code.table : 0);
}

/// Layers read one buffer and write the other in turn. Integers have room for whole groups, and for choosing a class.
std::int64_t bufferBytes(const NetworkShape& shape, Arithmetic arithmetic, Processor processor)
{
    int buffers[2] = {0, 0};
    for (std::size_t l = 0; l < shape.size(); ++l)
        buffers[l % 2] = std::max(buffers[l % 2], shape[l].inputs);
    const auto bytes = [arithmetic, processor](int count) {
        if (arithmetic == Arithmetic::Float32)
            return 4 * std::max(count, 1);
        const int padded = std::max(8, paddedTo(4, count));
        return processor == Processor::CortexM4 ? 2 * paddedTo(8, padded) : padded;
    };
    return bytes(buffers[0]) + bytes(buffers[1]);
}

double floatCyclesFor(const NetworkShape& shape, int features, const Cycles& cycles)
{
    double sum = static_cast<double>(cycles.feature) * features + static_cast<double>(cycles.layer) * shape.size();
    sum += static_cast<double>(cycles.multiplication) * static_cast<double>(multiplicationCount(shape));
    for (std::size_t l = 0; l < shape.size(); ++l) {
        const int neuron = l + 1 < shape.size() ? cycles.hiddenNeuron : cycles.outputNeuron;
        sum += (neuron + activationCycles(shape[l].activation, cycles)) * shape[l].outputs;
    }
    return sum;
}

bool withinLimits(const NetworkShape& shape, Arithmetic arithmetic, std::int64_t parameters, const Board& board)
{
    if (board.processor != Processor::Avr)
        return true;
    // Hidden layers in groups are divided among arrays.
    const auto fits = [&shape, arithmetic](const LayerShape& layer) {
        const bool divided = arithmetic == Arithmetic::Int8 && &layer != &shape.back();
        return divided ||
               std::int64_t{layer.inputs} * layer.outputs * (arithmetic == Arithmetic::Int8 ? 1 : 4) <= largestAvrArray;
    };
    return parameters <= largestAvrModel && std::all_of(shape.begin(), shape.end(), fits);
}

/// What follows from bytes and cycles.
void finish(CostEstimate& estimate, const Board& board)
{
    estimate.microseconds = estimate.cycles / board.clockHz * 1e6;
    estimate.microjoules = board.volts * board.activeMilliamperes * estimate.microseconds * 1e-3;
    estimate.fits = estimate.flashBytes <= board.flashBytes && estimate.ramBytes <= board.ramBytes;
}

CostEstimate estimateIntegers(const IntegerWork& work, int features, const Board& board)
{
    const ProcessorCost& cost = costOf(board.processor, Arithmetic::Int8);
    const GroupCost& groups = groupCostOf(board.processor);
    CostEstimate estimate;
    const std::int64_t parameters = parameterBytes(work, groups);
    estimate.flashBytes = parameters + std::int64_t{cost.inputBytes} * features + codeBytes(work, cost, groups);
    estimate.cycles = cyclesFor(work, features, cost, groups);
    estimate.fits = withinLimits(work.shape, Arithmetic::Int8, parameters, board);
    return estimate;
}

CostEstimate estimateFloats(const NetworkShape& shape, int features, const Board& board)
{
    const ProcessorCost& cost = costOf(board.processor, Arithmetic::Float32);
    CostEstimate estimate;
    const std::int64_t parameters = 4 * parameterCount(shape);
    estimate.flashBytes = parameters + std::int64_t{cost.inputBytes} * features + floatCodeBytes(shape, cost);
    estimate.cycles = floatCyclesFor(shape, features, cost.cycles);
    estimate.fits = withinLimits(shape, Arithmetic::Float32, parameters, board);
    return estimate;
}

/// With a row and its raw outputs, and, of windows, what they take.
CostEstimate whole(CostEstimate estimate, const NetworkShape& shape, int features, Arithmetic arithmetic,
                   const std::optional<Stream>& stream, const Board& board)
{
    const bool withinLimits = estimate.fits;
    estimate.ramBytes =
        bufferBytes(shape, arithmetic, board.processor) + 4 * (std::int64_t{features} + shape.back().outputs);
    if (stream)
        addStreamCost(estimate, *stream, board);
    finish(estimate, board);
    estimate.fits = estimate.fits && withinLimits;
    return estimate;
}

}

std::int64_t encodingBytes(int features, Arithmetic arithmetic, const Board& board)
{
    return std::int64_t{costOf(board.processor, arithmetic).inputBytes} * features;
}

CostEstimate estimateCost(const NetworkShape& shape, int features, Arithmetic arithmetic, const Board& board)
{
    if (shape.empty())
        return {};
    const CostEstimate estimate = arithmetic == Arithmetic::Int8 ? estimateIntegers({shape, {}}, features, board)
                                                                 : estimateFloats(shape, features, board);
    return whole(estimate, shape, features, arithmetic, {}, board);
}

CostEstimate estimateCost(const DeployableModel& model, const Board& board)
{
    const NetworkShape shape = shapeOf(model);
    CostEstimate estimate;
    if (model.arithmetic == Arithmetic::Int8) {
        IntegerWork work{shape, {}};
        for (const ModelLayer& layer : model.layers)
            work.layers.push_back(&std::get<IntegerLayer>(layer));
        estimate = estimateIntegers(work, model.features(), board);
    } else {
        estimate = estimateFloats(shape, model.features(), board);
    }
    return whole(estimate, shape, model.features(), model.arithmetic, model.preprocessing.stream, board);
}

}
