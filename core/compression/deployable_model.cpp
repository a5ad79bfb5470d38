#include "compression/deployable_model.h"

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

std::size_t bytesOf(const Int8Layer& layer)
{
    return layer.weights.size() + sizeof(std::int32_t) * layer.bias.size() +
           sizeof(std::int16_t) * layer.multiplier.size() + layer.table.size();
}

}

std::string_view storageName(Storage storage)
{
    return storage == Storage::Int8 ? "int8" : "float32";
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

std::int64_t weightBytes(const DeployableModel& model)
{
    std::size_t bytes = 0;
    for (const ModelLayer& layer : model.layers)
        bytes += std::visit([](const auto& dense) { return bytesOf(dense); }, layer);
    return static_cast<std::int64_t>(bytes);
}

}
