#include "compression/codebook_form.h"

#include "compression/activation_rules.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

constexpr std::size_t mostEntries = 256;

float largestScale(const QuantizedNetwork& network)
{
    float largest = 0;
    for (const QuantizedLayer& quantized : network.layers)
        for (const float scale : quantized.layer.weightScale)
            largest = std::max(largest, scale);
    return largest;
}

/// Calls `visit` with every weight's place among the parameters, its neuron, and its place in the layer.
template<class Visit>
void forEachWeight(const LayerPlace& place, Visit visit)
{
    const auto inputs = static_cast<std::size_t>(place.inputs), width = static_cast<std::size_t>(place.width);
    for (std::size_t i = 0; i < inputs; ++i)
        for (std::size_t o = 0; o < static_cast<std::size_t>(place.outputs); ++o)
            visit(place.weights + i * width + o, o, o * inputs + i);
}

}

std::string_view codebooksName(Codebooks codebooks)
{
    return codebooks == Codebooks::ALayer ? "layer" : "shared";
}

CodebookForm::CodebookForm(Parameters& parameters, const Kernels& kernels, const QuantizedNetwork& start,
                           const std::vector<SharedWeights>& layers, Codebooks codebooks)
    : IntegerNetworkForm(parameters, kernels, start),
      m_codebooks(codebooks),
      m_unit(largestScale(start)),
      m_entries(parameters.weightCount),
      m_slopes(mostEntries * layers.size())
{
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const LayerPlace& place = parameters.layers[l];
        const SharedWeights& shared = layers[l];
        m_sizes.push_back(shared.size);
        AlignedFloats& stepsPerUnit = m_stepsPerUnit.emplace_back(static_cast<std::size_t>(place.width));
        std::fill_n(stepsPerUnit.begin(), place.outputs, 1 / m_unit);
        forEachWeight(place, [&](std::size_t parameter, std::size_t, std::size_t weight) {
            m_entries[parameter] = shared.entryOf[weight];
            parameters.values[parameter] = m_unit * static_cast<float>(shared.entries[shared.entryOf[weight]]);
        });
    }
}

std::size_t CodebookForm::firstEntry(std::size_t layer) const
{
    return m_codebooks == Codebooks::OneForAll ? 0 : layer * mostEntries;
}

void CodebookForm::shapeWeights(const LayerPlace& place, const AlignedFloats& values, std::size_t layer)
{
    kernels().roundToGrid({values.data() + place.weights, place.inputs, place.width, m_stepsPerUnit[layer].data(),
                           form(layer).scales.data(), 1, largestActivation, form(layer).weights.data()});
}

void CodebookForm::pullBack(const Parameters& parameters, AlignedFloats& gradient)
{
    std::fill(m_slopes.begin(), m_slopes.end(), 0.0f);
    for (std::size_t l = 0; l < m_sizes.size(); ++l) {
        const float factor = layers()[l].inputScale / m_unit;
        forEachWeight(parameters.layers[l], [&](std::size_t parameter, std::size_t neuron, std::size_t) {
            m_slopes[firstEntry(l) + m_entries[parameter]] += gradient[parameter] * factor * layers()[l].scales[neuron];
        });
    }
    for (std::size_t l = 0; l < m_sizes.size(); ++l)
        forEachWeight(parameters.layers[l], [&](std::size_t parameter, std::size_t, std::size_t) {
            gradient[parameter] = m_slopes[firstEntry(l) + m_entries[parameter]];
        });
}

/// Entries that no weight has any more are left out of the codebook.
void CodebookForm::describe(std::size_t layer, IntegerLayer& integer) const
{
    integer.storage = Storage::Codebook;
    for (std::size_t l = 0; l < m_sizes.size(); ++l)
        if (firstEntry(l) == firstEntry(layer)) // of this layer, or of all
            forEachWeight(places()[l], [&](std::size_t parameter, std::size_t, std::size_t) {
                const float weight = layers()[l].weights[parameter - places()[l].weights];
                integer.codebook.push_back(static_cast<std::int8_t>(weight));
            });
    std::sort(integer.codebook.begin(), integer.codebook.end());
    integer.codebook.erase(std::unique(integer.codebook.begin(), integer.codebook.end()), integer.codebook.end());
    integer.codebook.resize(m_sizes[layer], integer.codebook.back());
}

}
