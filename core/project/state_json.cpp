#include "project/state_json.h"

#include "training/state_layout.h"

namespace broto {

namespace {

std::string arrayName(const std::string& folder, const std::string& what)
{
    return folder + "/state/" + what + ".npy";
}

std::string memoryName(const std::string& folder, std::size_t index)
{
    return arrayName(folder, "memory-" + std::to_string(index + 1));
}

/// A training goes on behind its last epoch, by all that it has gone through since the first.
bool isWhole(const std::vector<EpochRecord>& history)
{
    for (std::size_t i = 0; i < history.size(); ++i)
        if (history[i].epoch != static_cast<int>(i) + 1)
            return false;
    return !history.empty();
}

}

Json stateJson(const TrainedNetwork& trained, const std::string& folder, std::vector<ArchiveEntry>& arrays)
{
    const std::optional<StateLayout> layout = StateLayout::of(trained);
    if (!layout || !layout->fits(trained.state.get()))
        return nullptr;
    const TrainingState& state = *trained.state;
    const auto add = [&](const std::string& name, const std::vector<float>& numbers) {
        arrays.push_back({name, npyBytes(numbers.data(), {numbers.size()})});
    };
    add(arrayName(folder, "parameters"), layout->packedParameters(state.parameters));
    if (layout->statisticCount() > 0)
        add(arrayName(folder, "statistics"), layout->packedStatistics(state.statistics));
    for (std::size_t i = 0; i < state.memory.size(); ++i)
        add(memoryName(folder, i), layout->packedParameters(state.memory[i]));
    return {{"firstPower", state.firstPower}, {"secondPower", state.secondPower}};
}

std::shared_ptr<const TrainingState> stateFrom(const CheckedJson& json, const TrainedNetwork& trained,
                                               const std::string& folder, const ArraySource& arrays)
{
    if (json.isNull() || json.report().any())
        return nullptr;
    const std::optional<StateLayout> layout = StateLayout::of(trained);
    if (!layout || !isWhole(trained.history)) {
        json.reportRange();
        return nullptr;
    }
    TrainingState state;
    state.firstPower = json["firstPower"].number(0, 1);
    state.secondPower = json["secondPower"].number(0, 1);
    const auto parameters = [&](const std::string& name) {
        const auto numbers = arrays.array<float>(name, {layout->parameterCount()});
        return json.report().any() ? AlignedFloats() : layout->paddedParameters(numbers);
    };
    state.parameters = parameters(arrayName(folder, "parameters"));
    if (layout->statisticCount() > 0) {
        const auto numbers = arrays.array<float>(arrayName(folder, "statistics"), {layout->statisticCount()});
        if (!json.report().any() && !layout->possibleStatistics(numbers))
            json.report().add(damage::wrongArray(arrayName(folder, "statistics")));
        if (!json.report().any())
            state.statistics = layout->paddedStatistics(numbers);
    }
    for (std::size_t i = 0; i < layout->memoryCount(); ++i)
        state.memory.push_back(parameters(memoryName(folder, i)));
    return std::make_shared<const TrainingState>(std::move(state));
}

}
