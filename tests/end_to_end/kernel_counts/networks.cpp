#include "networks.h"

#include "common/random.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <numeric>

namespace broto {

namespace {

nlohmann::json fileOf(const std::string& letter)
{
    std::ifstream stream(BROTO_SOURCE_DIR "/tests/data/kernels/" + letter + ".json");
    return nlohmann::json::parse(stream);
}

/// Inputs that the encoding leaves as they are: (q * 2^7) * 2^13 / 2^20.
runtime::InputFeature unchanged()
{
    return {0, -127 * 128, 127 * 128, 8192, 0, 7, 0};
}

CountedNetwork networkOf(const std::string& name, const std::vector<int>& widths, Storage storage)
{
    CountedNetwork network;
    network.name = name;
    DeployableModel& model = network.model;
    model.name = name + (storage == Storage::Int4 ? " int4" : " int8");
    model.arithmetic = Arithmetic::Int8;
    for (int i = 0; i < widths.front(); ++i) {
        model.preprocessing.features.push_back({"x" + std::to_string(i), "", {}, -127, 127});
        model.integerInputs.push_back(unchanged());
    }
    model.decoding.target.name = "class";
    model.decoding.target.task = Task::Classification;
    for (int c = 0; c < widths.back(); ++c)
        model.decoding.target.classes.push_back(std::to_string(c));
    for (std::size_t l = 0; l + 1 < widths.size(); ++l) {
        IntegerLayer layer;
        layer.inputs = widths[l];
        layer.outputs = widths[l + 1];
        layer.activation = l + 2 < widths.size() ? Activation::Relu : Activation::Linear;
        layer.storage = storage;
        model.layers.push_back(layer);
    }
    return network;
}

/// The first rows are its golden ones, too, from which the exporter tells how often inputs are 0.
void addRows(CountedNetwork& network, const std::vector<std::vector<int>>& rows)
{
    for (const std::vector<int>& row : rows) {
        network.rows.emplace_back(row.begin(), row.end());
        network.model.goldenRows.emplace_back(row.begin(), row.end());
    }
}

std::vector<int> widthsOf(const nlohmann::json& json)
{
    return json.at("widths").get<std::vector<int>>();
}

}

CountedNetwork trainedNetwork(const std::string& letter, Storage storage)
{
    const nlohmann::json json = fileOf(letter);
    CountedNetwork network = networkOf(letter, widthsOf(json), storage);
    const nlohmann::json& layers = json.at(storage == Storage::Int4 ? "int4" : "int8");
    for (std::size_t l = 0; l < network.model.layers.size(); ++l) {
        auto& layer = std::get<IntegerLayer>(network.model.layers[l]);
        layer.shift = layers[l].at("shift");
        layers[l].at("weights").get_to(layer.weights);
        layers[l].at("bias").get_to(layer.bias);
        layers[l].at("multiplier").get_to(layer.multiplier);
    }
    addRows(network, json.at("rows").get<std::vector<std::vector<int>>>());
    return network;
}

CountedNetwork worstNetwork(const std::string& letter, Storage storage)
{
    const std::vector<int> widths = widthsOf(fileOf(letter));
    CountedNetwork network = networkOf("worst " + letter, widths, storage);
    Random random(1);
    for (ModelLayer& any : network.model.layers) {
        auto& layer = std::get<IntegerLayer>(any);
        const int step = storage == Storage::Int4 ? 16 : 1;
        for (int i = 0; i < layer.inputs * layer.outputs; ++i) {
            const auto weight = static_cast<int>(random.below(static_cast<std::uint32_t>(254 / step + 1))) - 127 / step;
            layer.weights.push_back(static_cast<std::int8_t>(weight * step));
        }
        // 2^22 and at most 127 * 127 * 128 more or less of it: every activation becomes 33 to 95.
        const auto outputs = static_cast<std::size_t>(layer.outputs);
        layer.bias.assign(outputs, 1 << 22);
        layer.multiplier.assign(outputs, 128);
        layer.shift = layer.activation == Activation::Relu ? 23 : 16;
    }
    addRows(network, {std::vector<int>(static_cast<std::size_t>(widths.front()), -127)});
    return network;
}

}
