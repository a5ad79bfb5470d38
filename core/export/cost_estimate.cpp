#include "export/cost_estimate.h"

#include "compression/activation_rules.h"
#include "compression/packed_weights.h"

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

constexpr ProcessorCost integerCosts[] = {
    {Processor::Avr, 18, {1040, 270, 220, 120, 105}, {80, 240, 250, 175, 600, 58}},
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

std::int64_t parameterBytes(const NetworkShape& shape, Arithmetic arithmetic)
{
    if (arithmetic == Arithmetic::Float32)
        return 4 * parameterCount(shape);
    std::int64_t bytes = multiplicationCount(shape);
    for (std::size_t l = 0; l < shape.size(); ++l) {
        const bool multiplied = l + 1 < shape.size() || isClassification(shape);
        bytes += std::int64_t{shape[l].outputs} * (multiplied ? 4 + 2 : 4);
        bytes += needsTable(shape[l].activation) ? tableEntries : 0;
    }
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

bool usesTableOrLibrary(const LayerShape& layer, Arithmetic arithmetic)
{
    return arithmetic == Arithmetic::Int8 ? needsTable(layer.activation) : floatWork(layer.activation).exponentials > 0;
}

double activationCycles(Activation activation, Arithmetic arithmetic, const Cycles& cycles)
{
    if (arithmetic == Arithmetic::Int8)
        return needsTable(activation) ? cycles.smooth : 0;
    const ActivationWork work = floatWork(activation);
    return work.multiplications * cycles.multiplication + work.exponentials * cycles.smooth;
}

std::int64_t codeBytes(const NetworkShape& shape, Arithmetic arithmetic, const ProcessorCost& cost)
{
    std::int64_t bytes = cost.code.always + std::int64_t{cost.code.layer} * static_cast<std::int64_t>(shape.size());
    bytes += shape.size() > 1 ? cost.code.hidden : 0;
    bytes += isClassification(shape) ? cost.code.scores : 0;
    const bool table = std::any_of(shape.begin(), shape.end(), [arithmetic](const LayerShape& layer) {
        return usesTableOrLibrary(layer, arithmetic);
    });
    return bytes + (table ? cost.code.table : 0);
}

/// Layers read one buffer and write the other in turn.
std::int64_t bufferedActivations(const NetworkShape& shape)
{
    int buffers[2] = {0, 0};
    for (std::size_t l = 0; l < shape.size(); ++l)
        buffers[l % 2] = std::max(buffers[l % 2], shape[l].inputs);
    return std::int64_t{buffers[0]} + buffers[1];
}

double cyclesFor(const NetworkShape& shape, int features, Arithmetic arithmetic, const Cycles& cycles)
{
    double sum = static_cast<double>(cycles.feature) * features + static_cast<double>(cycles.layer) * shape.size();
    sum += static_cast<double>(cycles.multiplication) * static_cast<double>(multiplicationCount(shape));
    for (std::size_t l = 0; l < shape.size(); ++l) {
        const int neuron = l + 1 < shape.size() ? cycles.hiddenNeuron : cycles.outputNeuron;
        sum += (neuron + activationCycles(shape[l].activation, arithmetic, cycles)) * shape[l].outputs;
    }
    return sum;
}

// Features of windows. An ATmega328P was measured (window of 64 and 32 readings, -Os); what one feature of a channel
// takes a reading beyond the moments, which are found once a channel.

constexpr std::int64_t ringBytes = 12; ///< as an AVR lays a StreamRing out
constexpr std::int64_t streamFeatureBytes = 6;
constexpr int momentCycles = 912;
constexpr int featureCycles[runtime::streamFeatureKinds] = {0, 0, 124, 124, 243, 341, 330, 390, 497, 383, 864, 865, 50};
constexpr int featureCodeBytes[runtime::streamFeatureKinds] = {40,  0,   246, 246, 350, 146, 136,
                                                               364, 244, 360, 682, 688, 2374};
constexpr int streamCodeBytes = 1630;      ///< ring, moments, and the soft arithmetic that they need
constexpr double spectrumCycles = 1634;    ///< a reading
constexpr double spectrumStepCycles = 292; ///< a reading and a doubling

/// Cycles and code of the processor's single-precision arithmetic to those of the AVR's.
struct StreamScale {
    Processor processor;
    double cycles;
    double code;
};

constexpr StreamScale streamScaleOf[] = {{Processor::Avr, 1, 1},           {Processor::CortexM0, 0.55, 0.8},
                                         {Processor::CortexM4, 0.15, 0.5}, {Processor::RiscV32, 0.5, 1.1},
                                         {Processor::Xtensa, 0.15, 0.6},   {Processor::Generic, 0.15, 0.5}};

const StreamScale& scaleFor(Processor processor)
{
    const auto found = std::find_if(std::begin(streamScaleOf), std::end(streamScaleOf),
                                    [processor](const StreamScale& scale) { return scale.processor == processor; });
    return found != std::end(streamScaleOf) ? *found : streamScaleOf[std::size(streamScaleOf) - 1];
}

double windowCycles(const Stream& stream)
{
    double aReading = 0;
    std::vector<bool> moments(stream.channels.size()), spectra(stream.channels.size());
    for (const WindowFeature& feature : stream.features) {
        const auto channel = static_cast<std::size_t>(feature.channel);
        aReading += moments[channel] ? 0 : momentCycles;
        moments[channel] = true;
        if (feature.kind != runtime::bandPowerFeature) {
            aReading += featureCycles[feature.kind];
            continue;
        }
        aReading += spectra[channel] ? 0 : spectrumCycles + spectrumStepCycles * std::log2(stream.length);
        spectra[channel] = true;
    }
    return aReading * stream.length;
}

std::int64_t windowCodeBytes(const Stream& stream)
{
    unsigned kinds = 0;
    for (const WindowFeature& feature : stream.features)
        kinds |= 1u << feature.kind;
    std::int64_t bytes = streamCodeBytes;
    for (int kind = 0; kind < runtime::streamFeatureKinds; ++kind)
        bytes += kinds >> kind & 1 ? featureCodeBytes[kind] : 0;
    return bytes;
}

void addStream(CostEstimate& estimate, const Stream& stream, const Board& board)
{
    const StreamScale& scale = scaleFor(board.processor);
    const auto features = static_cast<std::int64_t>(stream.features.size());
    estimate.flashBytes += static_cast<std::int64_t>(scale.code * static_cast<double>(windowCodeBytes(stream))) +
                           streamConstantBytes(stream);
    estimate.ramBytes += streamRamBytes(stream) - 4 * features; // the row is counted already
    estimate.cycles += scale.cycles * windowCycles(stream);
}

bool withinLimits(const NetworkShape& shape, Arithmetic arithmetic, const Board& board)
{
    if (board.processor != Processor::Avr)
        return true;
    const std::int64_t weightSize = arithmetic == Arithmetic::Int8 ? 1 : 4;
    return parameterBytes(shape, arithmetic) <= largestAvrModel &&
           std::all_of(shape.begin(), shape.end(), [weightSize](const LayerShape& layer) {
               return std::int64_t{layer.inputs} * layer.outputs * weightSize <= largestAvrArray;
           });
}

/// What follows from bytes and cycles.
void finish(CostEstimate& estimate, const Board& board)
{
    estimate.microseconds = estimate.cycles / board.clockHz * 1e6;
    estimate.microjoules = board.volts * board.activeMilliamperes * estimate.microseconds * 1e-3;
    estimate.fits = estimate.flashBytes <= board.flashBytes && estimate.ramBytes <= board.ramBytes;
}

}

std::int64_t streamRamBytes(const Stream& stream)
{
    const auto length = static_cast<std::int64_t>(stream.length);
    const std::int64_t readings = length * static_cast<std::int64_t>(stream.channels.size());
    return 4 * (readings + static_cast<std::int64_t>(stream.features.size())) + spectrumBytes(stream) + ringBytes;
}

std::int64_t spectrumBytes(const Stream& stream)
{
    return hasBandPowers(stream) ? 4 * static_cast<std::int64_t>(stream.length) : 0;
}

std::int64_t encodingBytes(int features, Arithmetic arithmetic, const Board& board)
{
    return std::int64_t{costOf(board.processor, arithmetic).inputBytes} * features;
}

std::int64_t streamConstantBytes(const Stream& stream)
{
    const std::int64_t cosines = hasBandPowers(stream) ? 4 * (stream.length / 4 + 1) : 0;
    return streamFeatureBytes * static_cast<std::int64_t>(stream.features.size()) + cosines;
}

CostEstimate estimateCost(const NetworkShape& shape, int features, Arithmetic arithmetic, const Board& board)
{
    if (shape.empty())
        return {};
    const ProcessorCost& cost = costOf(board.processor, arithmetic);
    const std::int64_t activationBytes = arithmetic == Arithmetic::Int8 ? 1 : 4;

    CostEstimate estimate;
    estimate.flashBytes = parameterBytes(shape, arithmetic) + encodingBytes(features, arithmetic, board) +
                          codeBytes(shape, arithmetic, cost);
    estimate.ramBytes =
        bufferedActivations(shape) * activationBytes + 4 * (std::int64_t{features} + shape.back().outputs);
    estimate.cycles = cyclesFor(shape, features, arithmetic, cost.cycles);
    finish(estimate, board);
    estimate.fits = estimate.fits && withinLimits(shape, arithmetic, board);
    return estimate;
}

namespace {

/// What the storages of a model's weights change about a model of int8 weights.
void addStorages(CostEstimate& estimate, const DeployableModel& model, const Board& board)
{
    const ProcessorCost& cost = costOf(board.processor, Arithmetic::Int8);
    const NetworkShape shape = shapeOf(model);
    const ProcessorCost& avr = costOf(Processor::Avr, Arithmetic::Int8);
    double multiplications = 0, layerCycles = 0;
    std::vector<const StorageCost*> kernels;
    for (const ModelLayer& any : model.layers) {
        const auto& layer = std::get<IntegerLayer>(any);
        const StorageCost& storage = costOf(layer);
        multiplications += multiplicationsOf(layer);
        layerCycles += storage.layerCycles;
        if (std::find(kernels.begin(), kernels.end(), &storage) == kernels.end())
            kernels.push_back(&storage);
    }
    const double code = static_cast<double>(cost.code.always) / avr.code.always; // to that of an AVR
    const double time = static_cast<double>(cost.cycles.multiplication) / avr.cycles.multiplication;
    for (const StorageCost* kernel : kernels)
        estimate.flashBytes += static_cast<std::int64_t>(code * kernel->code);
    estimate.flashBytes += weightBytes(model) - parameterBytes(shape, Arithmetic::Int8);
    estimate.cycles += time * layerCycles +
                       cost.cycles.multiplication * (multiplications - static_cast<double>(multiplicationCount(shape)));
}

bool fitsAvr(const DeployableModel& model, const Board& board)
{
    if (board.processor != Processor::Avr)
        return true;
    return weightBytes(model) <= largestAvrModel &&
           std::all_of(model.layers.begin(), model.layers.end(), [](const ModelLayer& any) {
               const auto* layer = std::get_if<IntegerLayer>(&any);
               return static_cast<std::int64_t>(layer ? packedSize(*layer)
                                                      : sizeof(float) * std::get<Float32Layer>(any).weights.size()) <=
                      largestAvrArray;
           });
}

}

CostEstimate estimateCost(const DeployableModel& model, const Board& board)
{
    CostEstimate estimate = estimateCost(shapeOf(model), model.features(), model.arithmetic, board);
    if (model.arithmetic == Arithmetic::Int8)
        addStorages(estimate, model, board);
    if (model.preprocessing.stream)
        addStream(estimate, *model.preprocessing.stream, board);
    finish(estimate, board);
    estimate.fits = estimate.fits && fitsAvr(model, board);
    return estimate;
}

}
