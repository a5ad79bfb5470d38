#pragma once

#include "training/batch_norm.h"
#include "training/dropout.h"
#include "training/loss_pass.h"
#include "training/padded_rows.h"
#include "training/parameters.h"
#include "training/pass.h"

#include <optional>

namespace broto {

/// Passes of a network in float. Allocates nothing once it is made.
class BatchPass : public Pass {
public:
    /// `parameters`, `inputs` and `truth` must outlive it.
    BatchPass(Parameters& parameters, const LossRules& rules, const Kernels& kernels, const Matrix& inputs,
              const Truth& truth, int largestBatch);

    Judgement learn(std::span<const std::uint32_t> rows, Random& random) override;
    Judgement judge(std::span<const std::uint32_t> rows) override;
    AlignedFloats& gradient() override { return m_gradient; }

private:
    /// What a layer leaves behind for the way back.
    struct LayerBuffers {
        AlignedFloats sums; ///< of activations whose slope needs them
        AlignedFloats outputs;
        AlignedFloats slopes; ///< derivatives by the sums
        AlignedFloats transposedWeights;
        std::vector<const float*> outputRows;
        std::vector<const float*> slopeRows;
        std::optional<BatchNorm> normalisation;
        std::optional<Dropout> dropout;
    };

    enum class Purpose { Learn, Answer };

    void forward(std::span<const std::uint32_t> rows, Random* random);
    void forwardLayer(std::size_t layer, int rows, Random* random);
    void backward(int rows);
    void differentiateActivation(std::size_t layer, int rows);
    const float* const* rowsInto(std::size_t layer) const;
    bool usesFusedRelu(std::size_t layer) const;

    Parameters& m_parameters;
    const Kernels& m_kernels;
    const Matrix& m_inputs;
    const Truth& m_truth;
    LossPass m_loss;
    Purpose m_purpose = Purpose::Answer;
    std::vector<const float*> m_inputRows;
    std::vector<LayerBuffers> m_layers;
    AlignedFloats m_gradient;
};

}
