#pragma once

#include "training/dropout.h"
#include "training/integer_form.h"
#include "training/loss_pass.h"
#include "training/padded_rows.h"
#include "training/pass.h"

#include <optional>

namespace broto {

/// Passes of a network in the integers that a board would compute with: forwards to the bit, backwards straight through
/// the rounding, and nowhere where something was cut off.
class IntegerPass : public Pass {
public:
    /// `inputs` are whole numbers, as the board encodes rows. All references must outlive it.
    IntegerPass(const Parameters& parameters, IntegerForm& form, const LossRules& rules, const Kernels& kernels,
                const Matrix& inputs, const Truth& truth, int largestBatch);

    Judgement learn(std::span<const std::uint32_t> rows, Random& random) override;
    Judgement judge(std::span<const std::uint32_t> rows) override;
    AlignedFloats& gradient() override { return m_gradient; }

    /// After a pass: the network's outputs, rows of padded width, in the unit of the loss.
    const AlignedFloats& outputs() const { return m_layers.back().outputs; }

private:
    struct LayerBuffers {
        AlignedFloats sums;        ///< of the output layer, and before a table; then what they stand for
        AlignedFloats outputs;     ///< whole; of the output layer real
        AlignedFloats realOutputs; ///< behind a table
        AlignedFloats slopes;      ///< derivatives by what the sums stand for
        AlignedFloats transposedWeights;
        std::vector<const float*> outputRows;
        std::vector<const float*> slopeRows;
        std::optional<Dropout> dropout;
    };

    Judgement run(std::span<const std::uint32_t> rows, Random* random);
    void forwardHidden(std::size_t layer, int rows, Random* random);
    void forwardOutput(int rows);
    void lookUp(std::size_t layer, int rows);
    void backward(int rows);
    void backwardInto(std::size_t layer, int rows);
    Product productOf(std::size_t layer, int rows, float* result);
    const float* const* rowsInto(std::size_t layer) const;

    const Parameters& m_parameters;
    IntegerForm& m_form;
    const Kernels& m_kernels;
    const Matrix& m_inputs;
    const Truth& m_truth;
    LossPass m_loss;
    bool m_silencing = false;
    std::vector<const float*> m_inputRows;
    std::vector<LayerBuffers> m_layers;
    AlignedFloats m_gradient;
};

}
