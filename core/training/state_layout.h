#pragma once

#include "training/trainer.h"

#include <optional>
#include <span>

namespace broto {

/// How a training's state is kept in a file: without what pads rows for the kernels, so that it outlives them.
/// Parameters are the weights of every layer, input by input, then for each layer its bias and, where it is normalised,
/// its gain. Statistics are a mean and a variance for each normalised layer. The optimizer's memory is like the
/// parameters.
class StateLayout {
public:
    /// The layout follows from what is known without the state. Nothing: no training by these settings leaves that
    /// network.
    static std::optional<StateLayout> of(const TrainedNetwork& trained);

    std::size_t parameterCount() const { return countIn(m_parameters); }
    std::size_t statisticCount() const { return countIn(m_statistics); }
    std::size_t memoryCount() const { return m_memoryCount; } ///< arrays

    std::vector<float> packedParameters(const AlignedFloats& padded) const { return packed(m_parameters, padded); }
    std::vector<float> packedStatistics(const AlignedFloats& padded) const { return packed(m_statistics, padded); }
    AlignedFloats paddedParameters(std::span<const float> packed) const { return padded(m_parameters, packed); }
    AlignedFloats paddedStatistics(std::span<const float> packed) const { return padded(m_statistics, packed); }

    /// Whether there is a state, and of this layout.
    bool fits(const TrainingState* state) const;
    /// Whether no variance among them is negative.
    bool possibleStatistics(std::span<const float> packed) const;

private:
    /// Some rows of the same width, of which the first values count.
    struct Block {
        std::size_t begin;
        std::size_t rows;
        std::size_t columns;
        std::size_t width;
        bool operator==(const Block&) const = default;
    };
    struct Blocks {
        std::vector<Block> list;
        std::size_t paddedSize = 0;
    };

    static std::size_t countIn(const Blocks& blocks);
    static std::vector<float> packed(const Blocks& blocks, const AlignedFloats& padded);
    static AlignedFloats padded(const Blocks& blocks, std::span<const float> packed);

    Blocks m_parameters;
    Blocks m_statistics; ///< two rows a block: mean and variance
    std::size_t m_memoryCount = 0;
};

}
