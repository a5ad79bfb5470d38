#pragma once

#include "training/kernels/kernels.h"
#include "training/parameters.h"

#include <cstdint>
#include <vector>

namespace broto {

/// A layer as a board computes it, docs/arithmetic.md. Whole numbers are held in floats; weights are input by input,
/// like those of Parameters.
struct IntegerLayerForm {
    AlignedFloats weights;                 ///< inputs x width, whole
    AlignedFloats bias;                    ///< width, whole
    AlignedFloats scales;                  ///< width: what 1 of a neuron's weights stands for; 0 where a row is padded
    std::vector<std::int32_t> multipliers; ///< width; none: the sums are the outputs
    int shift = 0;
    float lowest = 0;         ///< of a hidden layer's results before a table
    std::vector<float> table; ///< 256 whole numbers, the first for -128, or none
    float resultScale = 0;    ///< what one step before the table stands for, or without one
    float inputScale = 0;     ///< what one step of an input stands for
    float outputScale = 0;    ///< and of an output; of a regression's, what one step of its sum stands for
};

/// How what is learned becomes integers that compute, and how slopes come back. The form of a quantized network while
/// it learns: what it makes is what a board would run.
class IntegerForm {
public:
    virtual ~IntegerForm() = default;

    /// From the parameters as they are now.
    virtual void shape(const Parameters& parameters) = 0;

    /// From slopes by what weights stand for, over the input scale, to slopes by what is learned. Those by biases stay.
    virtual void pullBack(const Parameters& parameters, AlignedFloats& gradient) = 0;

    const std::vector<IntegerLayerForm>& layers() const { return m_layers; }

protected:
    std::vector<IntegerLayerForm> m_layers;
};

}
