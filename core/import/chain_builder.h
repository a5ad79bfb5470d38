#pragma once

#include "import/constant_values.h"
#include "import/dense_chain.h"

#include <span>

namespace broto {

/// Adds steps to a chain. Whoever reads a file tells it what an operation does; it checks sizes and says what is wrong.
/// The first problem stays; what is added after it does not matter.
class ChainBuilder {
public:
    explicit ChainBuilder(DenseChain& chain) : m_chain(chain) {}

    void begin(int features); ///< without preprocessing: as many values
    int width() const { return m_width; }
    const std::optional<Message>& problem() const { return m_problem; }
    void fail(Message problem);

    void add(const LayerPlace& place, ChainStep step); ///< any but a dense one; sizes are checked

    /// `weights` neuron by neuron; no bias: none at all.
    void addDense(const LayerPlace& place, int inputs, int outputs, std::vector<float> weights,
                  std::vector<float> bias);
    /// The same from integers. Their shape ends with outputs times inputs numbers, the outputs first.
    void addDense(const LayerPlace& place, int inputs, int outputs, const QuantizedConstant& weights,
                  const std::optional<QuantizedConstant>& bias, std::vector<float> floatBias);

private:
    bool isInSteps(const QuantizedConstant& bias, const std::vector<float>& weightScale) const;

    DenseChain& m_chain;
    int m_width = 0;
    std::optional<float> m_scale; ///< what a step of a value stands for here, where values are integers
    std::size_t m_dense = 0;
    std::optional<Message> m_problem;
};

}
