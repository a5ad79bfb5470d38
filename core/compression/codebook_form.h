#pragma once

#include "compression/integer_network_form.h"

#include <cstdint>
#include <vector>

namespace broto {

/// Which entry of a codebook each weight of a layer has, neuron by neuron, and the entries in steps of an int8, from
/// low to high.
struct SharedWeights {
    std::vector<std::uint16_t> entryOf;
    std::vector<double> entries;
    std::size_t size = 0; ///< of the codebook in flash: 4, 16 or 256, filled up with the last entry
};

/// Whether each layer has a codebook of its own, or all the same.
enum class Codebooks { ALayer, OneForAll };
inline constexpr Codebooks allCodebooks[] = {Codebooks::ALayer, Codebooks::OneForAll};
std::string_view codebooksName(Codebooks codebooks); ///< "layer", "shared"

/// Weights that share entries while these are learned: the slopes of all weights that have an entry move it. The scales
/// of neurons stay what they were calibrated to.
class CodebookForm : public IntegerNetworkForm {
public:
    /// Overwrites the weights among the parameters with their entries, so that equal ones stay equal. With one codebook
    /// for all, the layers' entries are the same.
    CodebookForm(Parameters& parameters, const Kernels& kernels, const QuantizedNetwork& start,
                 const std::vector<SharedWeights>& layers, Codebooks codebooks);

    void pullBack(const Parameters& parameters, AlignedFloats& gradient) override;

private:
    /// Where the entries of a layer begin among those of all.
    std::size_t firstEntry(std::size_t layer) const;
    void shapeWeights(const LayerPlace& place, const AlignedFloats& values, std::size_t layer) override;
    void describe(std::size_t layer, IntegerLayer& integer) const override;

    const Codebooks m_codebooks;
    std::vector<std::size_t> m_sizes;
    float m_unit;                              ///< what a step of an entry is among the parameters
    std::vector<std::uint16_t> m_entries;      ///< of each weight among the parameters, in its layer
    std::vector<AlignedFloats> m_stepsPerUnit; ///< of each layer's rows: 0 where they are padded
    std::vector<float> m_slopes;               ///< of all entries
};

}
