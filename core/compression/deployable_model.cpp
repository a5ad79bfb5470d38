#include "compression/deployable_model.h"

#include "compression/packed_weights.h"

#include <algorithm>
#include <set>

namespace broto {

namespace {

LayerShape shapeOfLayer(const ModelLayer& layer)
{
    return std::visit(
        [](const auto& dense) {
            return LayerShape{dense.inputs, dense.outputs, dense.activation};
        },
        layer);
}

std::size_t bytesOf(const Float32Layer& layer)
{
    return sizeof(float) * (layer.weights.size() + layer.bias.size());
}

std::size_t bytesOf(const IntegerLayer& layer)
{
    return packedSize(layer) + sizeof(std::int32_t) * layer.bias.size() +
           sizeof(std::int16_t) * layer.multiplier.size() + layer.table.size();
}

std::size_t codebookBytes(const DeployableModel& model)
{
    std::set<std::vector<std::int8_t>> codebooks;
    for (const ModelLayer& any : model.layers)
        if (const auto* layer = std::get_if<IntegerLayer>(&any))
            codebooks.insert(layer->codebook);
    std::size_t bytes = 0;
    for (const std::vector<std::int8_t>& codebook : codebooks)
        bytes += codebook.size();
    return bytes;
}

}

std::string_view arithmeticName(Arithmetic arithmetic)
{
    return arithmetic == Arithmetic::Int8 ? "int8" : "float32";
}

std::string_view storageName(Storage storage)
{
    switch (storage) {
    case Storage::Int4:
        return "int4";
    case Storage::Ternary:
        return "ternary";
    case Storage::Codebook:
        return "codebook";
    case Storage::Sparse:
        return "sparse";
    case Storage::Int8:
        break;
    }
    return "int8";
}

int DeployableModel::outputs() const
{
    return layers.empty() ? 0 : shapeOfLayer(layers.back()).outputs;
}

NetworkShape shapeOf(const DeployableModel& model)
{
    NetworkShape shape;
    for (const ModelLayer& layer : model.layers)
        shape.push_back(shapeOfLayer(layer));
    return shape;
}

std::string storageText(const DeployableModel& model)
{
    std::vector<std::string_view> names;
    for (const ModelLayer& any : model.layers) {
        const auto* layer = std::get_if<IntegerLayer>(&any);
        const std::string_view name = layer ? storageName(layer->storage) : arithmeticName(Arithmetic::Float32);
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
    std::string text;
    for (const std::string_view name : names)
        text.append(text.empty() ? "" : " + ").append(name);
    return text;
}

std::int64_t weightBytes(const DeployableModel& model)
{
    std::size_t bytes = codebookBytes(model);
    for (const ModelLayer& layer : model.layers)
        bytes += std::visit([](const auto& dense) { return bytesOf(dense); }, layer);
    return static_cast<std::int64_t>(bytes);
}

}
