#include "export/byte_parts.h"

#include "export/array_bytes.h"
#include "export/cost_estimate.h"

#include <algorithm>
#include <numeric>

namespace broto {

namespace {

std::int64_t sizeOfAll(const auto& numbers)
{
    return static_cast<std::int64_t>(numbers.size() * sizeof(numbers[0]));
}

struct LayerBytes {
    std::int64_t weights = 0;
    std::int64_t biases = 0;
    std::int64_t table = 0;
};

LayerBytes partsOf(const Float32Layer& layer)
{
    return {sizeOfAll(layer.weights), sizeOfAll(layer.bias), 0};
}

/// What fills up its last group, and the inputs of each, belongs to the weights.
LayerBytes partsOf(const PlannedLayer& layer, Processor processor)
{
    const std::int64_t biases = biasBytes(layer, processor), table = tableBytes(layer);
    return {layerBytes(layer, processor) - biases - table, biases, table};
}

/// Of all layers; layers may share a codebook.
struct NetworkBytes {
    std::vector<LayerBytes> layers;
    std::int64_t codebooks = 0;
};

NetworkBytes networkBytes(const DeployableModel& model, Processor processor)
{
    NetworkBytes bytes;
    if (model.arithmetic == Arithmetic::Float32) {
        for (const ModelLayer& layer : model.layers)
            bytes.layers.push_back(partsOf(std::get<Float32Layer>(layer)));
        return bytes;
    }
    const NetworkPlan plan = planOf(model);
    for (const PlannedLayer& layer : plan.layers)
        bytes.layers.push_back(partsOf(layer, processor));
    bytes.codebooks = plan.codebookBytes;
    return bytes;
}

std::int64_t sumOf(const std::vector<BytePart>& parts)
{
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                           [](std::int64_t sum, const BytePart& part) { return sum + part.bytes; });
}

std::vector<BytePart> flashParts(const DeployableModel& model, const Board& board)
{
    std::vector<BytePart> parts;
    const NetworkBytes bytes = networkBytes(model, board.processor);
    std::int64_t biases = 0, tables = 0;
    for (std::size_t l = 0; l < bytes.layers.size(); ++l) {
        const LayerBytes& layer = bytes.layers[l];
        parts.push_back({ByteUse::Weights, static_cast<int>(l) + 1, layer.weights});
        biases += layer.biases;
        tables += layer.table;
    }
    parts.push_back({ByteUse::Biases, 0, biases});
    parts.push_back({ByteUse::Codebooks, 0, bytes.codebooks});
    parts.push_back({ByteUse::Tables, 0, tables});
    parts.push_back({ByteUse::Inputs, 0, encodingBytes(model.features(), model.arithmetic, board)});
    if (model.preprocessing.stream)
        parts.push_back({ByteUse::Windows, 0, streamConstantBytes(*model.preprocessing.stream)});
    parts.push_back({ByteUse::Code, 0, estimateCost(model, board).flashBytes - sumOf(parts)});
    return parts;
}

std::vector<BytePart> ramParts(const DeployableModel& model, const Board& board)
{
    const std::int64_t row = std::int64_t{4} * model.features();
    std::vector<BytePart> parts = {{ByteUse::Row, 0, row}};
    if (const auto& stream = model.preprocessing.stream) {
        const std::int64_t spectrum = spectrumBytes(*stream);
        parts.push_back({ByteUse::Readings, 0, streamRamBytes(*stream) - spectrum - row}); // features are a row
        parts.push_back({ByteUse::Spectrum, 0, spectrum});
    }
    parts.insert(parts.begin(), {ByteUse::Activations, 0, estimateCost(model, board).ramBytes - sumOf(parts)});
    return parts;
}

std::vector<BytePart> withBytes(std::vector<BytePart> parts)
{
    std::erase_if(parts, [](const BytePart& part) { return part.bytes <= 0; });
    return parts;
}

}

ByteParts byteParts(const DeployableModel& model, const Board& board)
{
    return {withBytes(flashParts(model, board)), withBytes(ramParts(model, board))};
}

}
