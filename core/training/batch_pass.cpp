#include "training/batch_pass.h"

namespace broto {

BatchPass::BatchPass(Parameters& parameters, const LossRules& rules, const Kernels& kernels, const Matrix& inputs,
                     const Truth& truth, int largestBatch)
    : m_parameters(parameters),
      m_kernels(kernels),
      m_inputs(inputs),
      m_truth(truth),
      m_loss(rules, kernels, largestBatch, parameters.layers.back().width),
      m_inputRows(static_cast<std::size_t>(largestBatch)),
      m_gradient(parameters.values.size())
{
    for (const LayerPlace& place : parameters.layers) {
        const std::size_t size = static_cast<std::size_t>(padded(largestBatch)) * static_cast<std::size_t>(place.width);
        LayerBuffers& buffers = m_layers.emplace_back();
        buffers.sums.resize(size);
        buffers.outputs.resize(size);
        buffers.slopes.resize(size);
        buffers.transposedWeights.resize(static_cast<std::size_t>(place.width) *
                                         static_cast<std::size_t>(padded(place.inputs)));
        buffers.outputRows = rowsOf(buffers.outputs, place.width);
        buffers.slopeRows = rowsOf(buffers.slopes, place.width);
        if (place.normalised)
            buffers.normalisation.emplace(place.width, largestBatch);
        if (place.dropout > 0)
            buffers.dropout.emplace(place.dropout, place.width, largestBatch);
    }
}

Judgement BatchPass::learn(std::span<const std::uint32_t> rows, Random& random)
{
    m_purpose = Purpose::Learn;
    forward(rows, &random);
    const LayerPlace& last = m_parameters.layers.back();
    LayerBuffers& buffers = m_layers.back();
    const Judgement judgement =
        m_loss.run(m_truth, rows, buffers.outputs.data(), last.outputs, last.width, buffers.slopes.data());
    backward(static_cast<int>(rows.size()));
    return judgement;
}

Judgement BatchPass::judge(std::span<const std::uint32_t> rows)
{
    m_purpose = Purpose::Answer;
    forward(rows, nullptr);
    const LayerPlace& last = m_parameters.layers.back();
    LayerBuffers& buffers = m_layers.back();
    return m_loss.run(m_truth, rows, buffers.outputs.data(), last.outputs, last.width, buffers.slopes.data());
}

void BatchPass::forward(std::span<const std::uint32_t> rows, Random* random)
{
    const auto width = static_cast<std::size_t>(m_inputs.cols());
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_inputRows[i] = m_inputs.data() + rows[i] * width;
    for (std::size_t l = 0; l < m_layers.size(); ++l)
        forwardLayer(l, static_cast<int>(rows.size()), random);
}

void BatchPass::forwardLayer(std::size_t layer, int rows, Random* random)
{
    const LayerPlace& place = m_parameters.layers[layer];
    const float* values = m_parameters.values.data();
    LayerBuffers& buffers = m_layers[layer];
    const std::size_t size = static_cast<std::size_t>(rows) * static_cast<std::size_t>(place.width);
    Product product{rowsInto(layer),       rows, place.inputs, values + place.weights, place.width, values + place.bias,
                    buffers.outputs.data()};
    if (place.activation == Activation::Linear && !place.normalised)
        m_kernels.product(product);
    else if (usesFusedRelu(layer))
        m_kernels.productWithRelu(product);
    else {
        product.result = buffers.sums.data();
        product.start = place.normalised ? nullptr : product.start;
        m_kernels.product(product);
        if (place.normalised && m_purpose == Purpose::Learn)
            buffers.normalisation->normalise(buffers.sums.data(), rows, values + place.gain, values + place.bias,
                                             m_parameters.statistics.data() + place.mean);
        else if (place.normalised)
            buffers.normalisation->answer(buffers.sums.data(), rows, values + place.gain, values + place.bias,
                                          m_parameters.statistics.data() + place.mean);
        m_kernels.activate(place.activation, buffers.sums.data(), size, buffers.outputs.data());
    }
    if (buffers.dropout && m_purpose == Purpose::Learn)
        buffers.dropout->silence(buffers.outputs.data(), rows, *random);
}

void BatchPass::backward(int rows)
{
    for (std::size_t l = m_layers.size(); l-- > 0;) {
        const LayerPlace& place = m_parameters.layers[l];
        LayerBuffers& buffers = m_layers[l];
        if (l + 1 < m_layers.size())
            differentiateActivation(l, rows);
        m_kernels.outerProduct(
            {rowsInto(l), rows, place.inputs, buffers.slopes.data(), place.width, m_gradient.data() + place.weights});
        if (!place.normalised)
            m_kernels.columnSums(buffers.slopes.data(), rows, place.width, m_gradient.data() + place.bias);
        if (l == 0)
            break;
        LayerBuffers& below = m_layers[l - 1];
        const int width = m_parameters.layers[l - 1].width;
        m_kernels.transpose(m_parameters.values.data() + place.weights, place.inputs, place.outputs, place.width,
                            buffers.transposedWeights.data(), width);
        const Product product{
            buffers.slopeRows.data(), rows, place.outputs, buffers.transposedWeights.data(), width, nullptr,
            below.slopes.data()};
        if (usesFusedRelu(l - 1))
            m_kernels.productBehindRelu(product, below.outputs.data());
        else
            m_kernels.product(product);
    }
}

/// From derivatives by a hidden layer's results to those by its weighted sums.
void BatchPass::differentiateActivation(std::size_t layer, int rows)
{
    const LayerPlace& place = m_parameters.layers[layer];
    LayerBuffers& buffers = m_layers[layer];
    const std::size_t size = static_cast<std::size_t>(rows) * static_cast<std::size_t>(place.width);
    if (buffers.dropout)
        buffers.dropout->differentiate(buffers.slopes.data(), rows);
    const bool linear = place.activation == Activation::Linear;
    if (!linear && !usesFusedRelu(layer))
        m_kernels.multiplyBySlope(place.activation, buffers.sums.data(), buffers.outputs.data(), size,
                                  buffers.slopes.data());
    if (buffers.normalisation)
        buffers.normalisation->differentiate(buffers.slopes.data(), rows, m_parameters.values.data() + place.gain,
                                             m_gradient.data() + place.gain, m_gradient.data() + place.bias);
}

const float* const* BatchPass::rowsInto(std::size_t layer) const
{
    if (layer == 0)
        return m_inputRows.data();
    const LayerBuffers& below = m_layers[layer - 1];
    return below.dropout && m_purpose == Purpose::Learn ? below.dropout->rows() : below.outputRows.data();
}

/// A ReLU is one more instruction in the product itself, on the way back too.
bool BatchPass::usesFusedRelu(std::size_t layer) const
{
    const LayerPlace& place = m_parameters.layers[layer];
    return place.activation == Activation::Relu && !place.normalised;
}

}
