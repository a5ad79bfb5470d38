#include "compression/grid_form.h"

#include "network/exponential.h"

#include <cmath>

namespace broto {

GridForm::GridForm(const Parameters& parameters, const Kernels& kernels, const QuantizedNetwork& start,
                   std::vector<int> bits)
    : IntegerNetworkForm(parameters, kernels, start), m_bits(std::move(bits))
{
    for (std::size_t l = 0; l < parameters.layers.size(); ++l) {
        m_firstScales.push_back(form(l).scales);
        AlignedFloats& levelsPerUnit = m_levelsPerUnit.emplace_back(form(l).scales.size());
        for (std::size_t o = 0; o < static_cast<std::size_t>(parameters.layers[l].outputs); ++o)
            levelsPerUnit[o] = 1 / (form(l).scales[o] * static_cast<float>(gridOf(m_bits[l]).step));
    }
}

void GridForm::shapeWeights(const LayerPlace& place, const AlignedFloats& values, std::size_t layer)
{
    if (place.scales > 0)
        fitScales(place, values, layer);
    kernels().roundToGrid(gridWeights(place, values, layer));
}

void GridForm::fitScales(const LayerPlace& place, const AlignedFloats& values, std::size_t layer)
{
    const auto step = static_cast<float>(gridOf(m_bits[layer]).step);
    for (std::size_t o = 0; o < static_cast<std::size_t>(place.outputs); ++o) {
        const float scale = m_firstScales[layer][o] * exponential(values[place.scales + o]);
        form(layer).scales[o] = scale;
        m_levelsPerUnit[layer][o] = 1 / (scale * step);
    }
}

GridWeights GridForm::gridWeights(const LayerPlace& place, const AlignedFloats& values, std::size_t layer)
{
    const WeightGrid grid = gridOf(m_bits[layer]);
    return {values.data() + place.weights,
            place.inputs,
            place.width,
            m_levelsPerUnit[layer].data(),
            form(layer).scales.data(),
            static_cast<float>(grid.step),
            static_cast<float>(grid.levels),
            form(layer).weights.data()};
}

void GridForm::pullBackLayer(const LayerPlace& place, const AlignedFloats& values, std::size_t layer,
                             AlignedFloats& gradient)
{
    const GridWeights weights = gridWeights(place, values, layer);
    float* slopes = gradient.data() + place.weights;
    if (place.scales == 0)
        return kernels().gridSlopes(weights, form(layer).inputScale, slopes);
    float* ofScales = gradient.data() + place.scales;
    kernels().gridAndScaleSlopes(weights, form(layer).inputScale, slopes, ofScales);
    // A scale is moved by all weights of its neuron: so that its steps are of the size of theirs (Esser and others,
    // 2020).
    const float share = 1 / std::sqrt(static_cast<float>(place.inputs * gridOf(m_bits[layer]).levels));
    for (int o = 0; o < place.width; ++o)
        ofScales[o] *= share;
}

void GridForm::pullBack(const Parameters& parameters, AlignedFloats& gradient)
{
    for (std::size_t l = 0; l < m_bits.size(); ++l)
        pullBackLayer(parameters.layers[l], parameters.values, l, gradient);
}

void GridForm::describe(std::size_t layer, IntegerLayer& integer) const
{
    integer.storage = storageOf(m_bits[layer]);
}

}
