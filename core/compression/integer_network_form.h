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
    void pullBack(const Parameters& parameters, AlignedFloats& gradient) final;

    /// As a model has them. After shape. Of a binary classification that learned one output, two. Fails where a sum
    /// could leave 24 bits.
    Result<std::vector<QuantizedLayer>> quantizedLayers() const;

protected:
    IntegerNetworkForm(const Parameters& parameters, const QuantizedNetwork& start);

    /// Writes the weights of a layer, whole and real, and may change its scales.
    virtual void shapeWeights(const LayerPlace& place, const AlignedFloats& values, std::size_t layer) = 0;

    /// From slopes by real weights over the input scale to those by what is learned.
    virtual void pullBackWeights(const LayerPlace& place, const AlignedFloats& values, std::size_t layer,
                                 AlignedFloats& gradient) = 0;

    /// Storage and codebook.
    virtual void describe(std::size_t layer, IntegerLayer& integer) const = 0;

    IntegerLayerForm& form(std::size_t layer) { return m_layers[layer]; }
    AlignedFloats& scales(std::size_t layer) { return m_scales[layer]; } ///< what 1 stands for; 0 where a row is padded
    const AlignedFloats& scales(std::size_t layer) const { return m_scales[layer]; }

private:
    void shapeSums(const LayerPlace& place, const AlignedFloats& values, std::size_t layer);
    void fitMultipliers(const LayerPlace& place, std::size_t layer);
    void fitOutputs(double largestSumScale);

    std::vector<LayerPlace> m_places;
    bool m_pairedOutput; ///< of two outputs that say the opposite, one is learned
    std::vector<AlignedFloats> m_scales;
    std::vector<AlignedFloats> m_scalesOfMultipliers; ///< what they were when these were fitted
};

}
