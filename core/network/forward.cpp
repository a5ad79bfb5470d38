#include "network/forward.h"

#include "network/activation_pass.h"

#include <algorithm>
#include <cassert>

namespace broto {

void fixProductBlocking()
{
    constexpr std::ptrdiff_t firstLevel = 32 * 1024, secondLevel = 256 * 1024, thirdLevel = 2 * 1024 * 1024;
    [[maybe_unused]] static const bool fixed = [] {
        Eigen::setCpuCacheSizes(firstLevel, secondLevel, thirdLevel);
        return true;
    }();
}

void forwardInto(const Network& network, const Eigen::Ref<const Matrix>& inputs, std::vector<Matrix>& outputs)
{
    fixProductBlocking();
    outputs.resize(network.layers.size());
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const DenseLayer& layer = network.layers[l];
        Matrix& sums = outputs[l];
        sums.resize(inputs.rows(), layer.weights.rows());
        if (l == 0)
            sums.noalias() = inputs * layer.weights.transpose();
        else
            sums.noalias() = outputs[l - 1] * layer.weights.transpose();
        sums.rowwise() += layer.bias.transpose();
        applyActivation(layer.activation, sums);
    }
}

std::vector<Matrix> forwardLayers(const Network& network, const Matrix& inputs)
{
    std::vector<Matrix> outputs;
    forwardInto(network, inputs, outputs);
    return outputs;
}

Matrix forward(const Network& network, const Matrix& inputs)
{
    assert(!network.layers.empty());
    // In blocks, so that the memory for the hidden layers does not grow with the rows.
    constexpr Eigen::Index blockRows = 1024;
    Matrix answers(inputs.rows(), network.layers.back().weights.rows());
    std::vector<Matrix> outputs;
    for (Eigen::Index row = 0; row < inputs.rows(); row += blockRows) {
        const Eigen::Index rows = std::min(blockRows, inputs.rows() - row);
        forwardInto(network, inputs.middleRows(row, rows), outputs);
        answers.middleRows(row, rows) = outputs.back();
    }
    return answers;
}

}
