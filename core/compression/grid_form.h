#pragma once

#include "compression/integer_network_form.h"
#include "compression/weight_grid.h"

namespace broto {

/// Weights that learn on a grid (quantization-aware training): what is learned is rounded in every pass, and slopes go
/// straight through the rounding. Scales stay what they were calibrated to, or are learned as well (LSQ).
class GridForm : public IntegerNetworkForm {
public:
    /// `bits`: of each layer's weights. Scales are learned where the parameters have room for them.
    GridForm(const Parameters& parameters, const Kernels& kernels, const QuantizedNetwork& start,
             std::vector<int> bits);

    void pullBack(const Parameters& parameters, AlignedFloats& gradient) override;

private:
    void shapeWeights(const LayerPlace& place, const AlignedFloats& values, std::size_t layer) override;
    void pullBackLayer(const LayerPlace& place, const AlignedFloats& values, std::size_t layer,
                       AlignedFloats& gradient);
    void describe(std::size_t layer, IntegerLayer& integer) const override;
    void fitScales(const LayerPlace& place, const AlignedFloats& values, std::size_t layer);
    GridWeights gridWeights(const LayerPlace& place, const AlignedFloats& values, std::size_t layer);

    std::vector<int> m_bits;
    std::vector<AlignedFloats> m_firstScales;
    std::vector<AlignedFloats> m_levelsPerUnit;
    std::vector<float> m_scaleShares; ///< of their slopes, what scales learn
};

}
