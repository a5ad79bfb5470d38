#include "export/flash_bytes.h"

#include "compression/packed_weights.h"
#include "export/cost_estimate.h"
#include "export/header_facts.h"

namespace broto {

namespace {

constexpr std::int64_t pointerBytes = 2, numberBytes = 4;
constexpr std::int64_t integerFeatureBytes = 18, floatFeatureBytes = 21; ///< as an AVR lays them out

std::int64_t numberBytesOf(const auto& numbers)
{
    return static_cast<std::int64_t>(numbers.size() * sizeof(numbers[0]));
}

FlashBytes layerFlash(const Float32Layer& layer)
{
    return {numberBytesOf(layer.weights), numberBytesOf(layer.bias)};
}

FlashBytes layerFlash(const IntegerLayer& layer)
{
    const std::int64_t tables = numberBytesOf(layer.table) + numberBytesOf(layer.codebook);
    if (liesInGroups(layer))
        return {static_cast<std::int64_t>(packedGroups(layer).size()), tables};
    return {static_cast<std::int64_t>(packedSize(layer)),
            numberBytesOf(layer.bias) + numberBytesOf(layer.multiplier) + tables};
}

std::int64_t textBytes(std::string_view text)
{
    return static_cast<std::int64_t>(text.size()) + 1 + pointerBytes;
}

std::int64_t nameBytes(const HeaderFacts& facts)
{
    const Target& target = facts.model.decoding.target;
    std::int64_t bytes = textBytes(facts.identifier) + textBytes(target.name) + textBytes(target.unit);
    for (const Feature& feature : facts.model.preprocessing.features)
        bytes += textBytes(feature.name) + textBytes(feature.unit);
    for (const std::string& name : target.classes)
        bytes += textBytes(name);
    return bytes;
}

std::int64_t goldenBytes(const HeaderFacts& facts)
{
    const auto rows = static_cast<std::int64_t>(facts.goldenRows.size());
    const std::int64_t window = numberBytesOf(facts.goldenWindow.row) + numberBytesOf(facts.model.goldenWindow);
    return rows * numberBytes * (facts.model.features() + facts.outputs) + window;
}

}

FlashBytes flashBytes(const HeaderFacts& facts)
{
    FlashBytes bytes;
    for (const ModelLayer& any : facts.model.layers) {
        const FlashBytes layer = std::visit([](const auto& each) { return layerFlash(each); }, any);
        bytes.weights += layer.weights;
        bytes.others += layer.others;
    }
    bytes.others += (facts.isFloat ? floatFeatureBytes : integerFeatureBytes) * facts.model.features();
    bytes.others += nameBytes(facts) + goldenBytes(facts);
    if (facts.isStream())
        bytes.others += streamConstantBytes(*facts.model.preprocessing.stream);
    return bytes;
}

}
