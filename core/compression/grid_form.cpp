#include "compression/grid_form.h"

#include <cmath>

namespace broto {

GridForm::GridForm(const Parameters& parameters, const Kernels& kernels, const QuantizedNetwork& start,
                   std::vector<int> bits)
    : IntegerNetworkForm(parameters, kernels, start), m_bits(std::move(bits))
{
    for (std::size_t l = 0; l < parameters.layers.size(); ++l) {
        const AlignedFloats& scales = m_firstScales.emplace_back(form(l).scales);
        const WeightGrid grid = gridOf(m_bits[l]);
        AlignedFloats& levelsPerUnit = m_levelsPerUnit.emplace_back(scales.size());
        kernels.reciprocals(scales.data(), static_cast<float>(grid.step), scales.size(), levelsPerUnit.data());
        // A scale is moved by all weights of its neuron: so that its steps are of the size of theirs (Esser and others,
        // 2020).
        m_scaleShares.push_back(1 / std::sqrt(static_cast<float>(parameters.layers[l].inputs * grid.levels)));
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
    const float largest =
        kernels().growScales({m_firstScales[layer].data(), values.data() + place.scales, m_firstScales[layer].size(),
                              static_cast<float>(gridOf(m_bits[layer]).step), form(layer).inputScale,
                              form(layer).scales.data(), m_levelsPerUnit[layer].data(), sumsPerUnit(layer).data()});
    fitMultipliers(layer, largest);
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
    kernels().gridAndScaleSlopes(weights, form(layer).inputScale, m_scaleShares[layer], slopes,
                                 gradient.data() + place.scales);
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
