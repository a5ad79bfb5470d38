#include "estimated_cost.h"

namespace broto {

namespace {

constexpr std::int64_t room328p = 26'000, room2560 = 50'000; ///< for weights, the row's values and all code

bool isCortex(const Board& board)
{
    return board.processor == Processor::CortexM0 || board.processor == Processor::CortexM4;
}

}

double Comparison::estimatedWork() const
{
    return estimated.instructions > 0 ? estimated.instructions : estimated.cycles;
}

double Comparison::flashDifference() const
{
    return static_cast<double>(estimated.flashBytes) / static_cast<double>(measured.flashBytes) - 1;
}

double Comparison::workDifference() const
{
    return estimatedWork() / measured.work - 1;
}

bool isDesign(const DeployableModel& model)
{
    return model.arithmetic == Arithmetic::Float32 || storageText(model) == "int8";
}

Comparison comparedDesign(const MeasuredCost& measured, const RandomNetwork& network, Chip chip)
{
    const DeployableModel& model = network.model;
    return {measured, estimateCost(shapeOf(model), model.features(), model.arithmetic, boardOf(chip))};
}

Comparison comparedModel(const MeasuredCost& measured, const RandomNetwork& network, Chip chip)
{
    return {measured, estimateCost(network.model, boardOf(chip))};
}

std::optional<Chip> chipFor(const DeployableModel& model, Chip wanted)
{
    if (isCortex(boardOf(wanted)))
        return wanted;
    const std::int64_t bytes =
        weightBytes(model) + std::int64_t{4} * static_cast<std::int64_t>(rowsAsked) * model.features();
    return bytes <= room328p   ? std::optional(Chip::Atmega328p)
           : bytes <= room2560 ? std::optional(Chip::Atmega2560)
                               : std::nullopt;
}

RandomNetwork randomNetwork(std::uint64_t seed, std::string_view storage)
{
    if (storage == "float32")
        return randomFloatNetwork(seed);
    return randomIntegerNetwork(seed, storage == "ternary" ? 2 : storage == "int4" ? 4 : 8);
}

RandomNetwork firstClassification(std::string_view storage, std::uint64_t seed)
{
    for (;; ++seed)
        if (RandomNetwork network = randomNetwork(seed, storage);
            network.model.decoding.target.task == Task::Classification && network.model.features() > 1)
            return network;
}

std::string shapeText(const DeployableModel& model)
{
    const NetworkShape shape = shapeOf(model);
    std::string sizes = std::to_string(shape.front().inputs), activations;
    for (const LayerShape& layer : shape) {
        sizes += '-' + std::to_string(layer.outputs);
        if (&layer != &shape.back())
            activations += ' ' + std::string(activationName(layer.activation));
    }
    return sizes + activations;
}

}
