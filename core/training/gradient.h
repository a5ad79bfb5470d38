#pragma once

#include "network/loss.h"
#include "network/network.h"

#include <vector>

namespace broto {

/// The derivative of the mean loss by the parameters of one layer.
struct LayerGradient {
    Matrix weights;
    Vector bias;
};

/// Backpropagation. Keeps its buffers between batches of one size.
class GradientPass {
public:
    /// The total loss of the batch under `network`; afterwards `outputs` and `gradient` tell of this batch.
    double run(const Network& network, Loss loss, const Matrix& inputs, const Truth& truth);

    const Matrix& outputs() const { return m_outputs.back(); }
    const std::vector<LayerGradient>& gradient() const { return m_gradient; }

private:
    std::vector<Matrix> m_outputs; ///< of every layer
    std::vector<Matrix> m_slopes;  ///< derivative of the loss by every layer's weighted sums
    std::vector<LayerGradient> m_gradient;
};

}
