#pragma once

#include "compression/quantized_network.h"
#include "training/integer_form.h"

#include <vector>

namespace broto {

/// A network that learns as the integers it will be: activations keep the ranges that they were calibrated with; what
/// becomes of weights is up to the kind of form. It begins as a quantized network. Biases and multipliers follow the
/// scales of the weights.
class IntegerNetworkForm : public IntegerForm {
public:
    void shape(const Parameters& parameters) final;

    /// As a model has them. After shape. Fails where a sum could leave 24 bits.
    Result<std::vector<QuantizedLayer>> quantizedLayers() const;

protected:
    IntegerNetworkForm(const Parameters& parameters, const Kernels& kernels, const QuantizedNetwork& start);

    /// Writes the whole weights of a layer. Where it changes scales, also sumsPerUnit, and fits multipliers to them.
    virtual void shapeWeights(const LayerPlace& place, const AlignedFloats& values, std::size_t layer) = 0;

    void fitMultipliers(std::size_t layer, float largestScale);

    /// One a neuron, 1 / (scale * inputScale): what brings a bias to the steps of its sum.
    AlignedFloats& sumsPerUnit(std::size_t layer) { return m_sumsPerUnit[layer]; }

    /// Adds storage and codebook.
    virtual void describe(std::size_t layer, IntegerLayer& integer) const = 0;

    IntegerLayerForm& form(std::size_t layer) { return m_layers[layer]; }
    const std::vector<LayerPlace>& places() const { return m_places; }
    const Kernels& kernels() const { return m_kernels; }

private:
    double fitHidden(IntegerLayerForm& form, double largestScale) const;
    double fitOutputs(IntegerLayerForm& form, double largestScale) const;

    const Kernels& m_kernels;
    std::vector<LayerPlace> m_places;
    std::vector<AlignedFloats> m_sumsPerUnit;
};

}
