#include "export/byte_parts.h"

#include "compression/packed_weights.h"
#include "export/cost_estimate.h"

#include <algorithm>
#include <numeric>

namespace broto {

namespace {

std::int64_t sizeOf(const auto& numbers)
{
    return static_cast<std::int64_t>(numbers.size() * sizeof(numbers[0]));
}

/// The bytes of one layer; a codebook may be shared, and is counted elsewhere.
struct LayerBytes {
    std::int64_t weights = 0;
    std::int64_t biases = 0;
    std::int64_t table = 0;
};

LayerBytes bytesOf(const Float32Layer& layer)
{
    return {sizeOf(layer.weights), sizeOf(layer.bias), 0};
}

LayerBytes bytesOf(const IntegerLayer& layer)
{
    return {static_cast<std::int64_t>(packedSize(layer)), sizeOf(layer.bias) + sizeOf(layer.multiplier),
            sizeOf(layer.table)};
}

std::int64_t sumOf(const std::vector<BytePart>& parts)
{
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                           [](std::int64_t sum, const BytePart& part) { return sum + part.bytes; });
}

std::vector<BytePart> flashParts(const DeployableModel& model, const Board& board)
{
    std::vector<BytePart> parts;
    LayerBytes all;
    for (std::size_t l = 0; l < model.layers.size(); ++l) {
        const LayerBytes layer = std::visit([](const auto& any) { return bytesOf(any); }, model.layers[l]);
        parts.push_back({ByteUse::Weights, static_cast<int>(l) + 1, layer.weights});
        all.weights += layer.weights;
        all.biases += layer.biases;
        all.table += layer.table;
    }
    parts.push_back({ByteUse::Biases, 0, all.biases});
    parts.push_back({ByteUse::Codebooks, 0, weightBytes(model) - all.weights - all.biases - all.table});
    parts.push_back({ByteUse::Tables, 0, all.table});
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
