#include "compression/integer_network_form.h"

#include "compression/requantization.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

Message sumsTooLarge(std::size_t layer)
{
    return message("compression.sums-too-large",
                   BROTO_TEXT("core",
                              "While the network learned as integers, sums of layer %1 have grown so large that a "
                              "board could not hold them. Lower the learning rate, or give it fewer inputs."),
                   layer + 1);
}

/// A layer as numbers in a model are kept: neuron by neuron, without what pads rows.
QuantizedLayer unpadded(const LayerPlace& place, const IntegerLayerForm& form)
{
    QuantizedLayer result;
    IntegerLayer& layer = result.layer;
    layer.inputs = place.inputs;
    layer.outputs = place.outputs;
    layer.activation = place.activation;
    layer.shift = form.shift;
    layer.inputScale = form.inputScale;
    layer.outputScale = form.outputScale;
    for (const float entry : form.table)
        layer.table.push_back(static_cast<std::int8_t>(entry));
    for (std::size_t o = 0; o < static_cast<std::size_t>(place.outputs); ++o) {
        for (std::size_t i = 0; i < static_cast<std::size_t>(place.inputs); ++i)
            layer.weights.push_back(
                static_cast<std::int8_t>(form.weights[i * static_cast<std::size_t>(place.width) + o]));
        layer.bias.push_back(static_cast<std::int32_t>(form.bias[o]));
        if (!form.multipliers.empty())
            layer.multiplier.push_back(static_cast<std::int16_t>(form.multipliers[o]));
        layer.weightScale.push_back(form.scales[o]);
        result.sumScale.push_back(static_cast<double>(form.scales[o]) * form.inputScale);
    }
    return result;
}

}

IntegerNetworkForm::IntegerNetworkForm(const Parameters& parameters, const Kernels& kernels,
                                       const QuantizedNetwork& start)
    : m_kernels(kernels), m_places(parameters.layers)
{
    for (std::size_t l = 0; l < m_places.size(); ++l) {
        const LayerPlace& place = m_places[l];
        const QuantizedLayer& quantized = start.layers[l];
        const auto width = static_cast<std::size_t>(place.width);
        m_sumsPerUnit.emplace_back(width);
        IntegerLayerForm& layer = m_layers.emplace_back();
        layer.weights.resize(place.weightCount());
        layer.scales.resize(width);
        std::copy(quantized.layer.weightScale.begin(), quantized.layer.weightScale.end(), layer.scales.begin());
        layer.bias.resize(width);
        layer.multipliers.resize(quantized.layer.multiplier.empty() ? 0 : width);
        layer.lowest = lowestActivation(place.activation);
        layer.table.assign(quantized.layer.table.begin(), quantized.layer.table.end());
        layer.resultScale = static_cast<float>(quantized.resultScale);
        layer.inputScale = quantized.layer.inputScale;
        layer.outputScale = quantized.layer.outputScale;
    }
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        const AlignedFloats& scales = m_layers[l].scales;
        kernels.reciprocals(scales.data(), m_layers[l].inputScale, scales.size(), m_sumsPerUnit[l].data());
        fitMultipliers(l, *std::max_element(scales.begin(), scales.end()));
    }
}

void IntegerNetworkForm::shape(const Parameters& parameters)
{
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        const LayerPlace& place = parameters.layers[l];
        shapeWeights(place, parameters.values, l);
        m_kernels.roundProducts(parameters.values.data() + place.bias, m_sumsPerUnit[l].data(), m_layers[l].bias.size(),
                                m_layers[l].bias.data());
    }
}

void IntegerNetworkForm::fitMultipliers(std::size_t layer, float largestScale)
{
    IntegerLayerForm& form = m_layers[layer];
    const bool isLast = layer + 1 == m_layers.size();
    const double perScale = isLast ? fitOutputs(form, largestScale) : fitHidden(form, largestScale);
    if (!form.multipliers.empty())
        m_kernels.multipliers(form.scales.data(), perScale, form.scales.size(), form.multipliers.data());
}

/// Chooses the shift; the multiplier for a scale of 1.
double IntegerNetworkForm::fitHidden(IntegerLayerForm& form, double largestScale) const
{
    const double resultsPerScale = static_cast<double>(form.inputScale) / form.resultScale;
    form.shift = largestShiftFor(largestScale * resultsPerScale);
    return resultsPerScale * (1 << form.shift);
}

/// Chooses what an output stands for; the multiplier for a scale of 1.
double IntegerNetworkForm::fitOutputs(IntegerLayerForm& form, double largestScale) const
{
    const double largestSumScale = largestScale * form.inputScale;
    const bool scores = !form.multipliers.empty();
    form.shift = scores ? scoreShift : 0;
    form.outputScale =
        static_cast<float>(scores ? largestSumScale * (1 << scoreShift) / largestMultiplier : largestSumScale);
    return largestMultiplier / largestScale;
}

Result<std::vector<QuantizedLayer>> IntegerNetworkForm::quantizedLayers() const
{
    std::vector<QuantizedLayer> layers;
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        QuantizedLayer quantized = unpadded(m_places[l], m_layers[l]);
        describe(l, quantized.layer);
        for (std::size_t o = 0; o < quantized.layer.bias.size(); ++o)
            if (!sumFits24Bits(quantized.layer, o, quantized.layer.bias[o]))
                return sumsTooLarge(l);
        layers.push_back(std::move(quantized));
    }
    return layers;
}

}
