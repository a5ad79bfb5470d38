#include "training/integer_pass.h"

namespace broto {

namespace {

constexpr float largestActivation = 127;

std::size_t sizeOf(int rows, int width)
{
    return static_cast<std::size_t>(rows) * static_cast<std::size_t>(width);
}

void multiplyRows(float* values, int rows, int width, const float* factors)
{
    for (int row = 0; row < rows; ++row, values += width)
        for (int column = 0; column < width; ++column)
            values[column] *= factors[row];
}

}

IntegerPass::IntegerPass(const Parameters& parameters, IntegerForm& form, const LossRules& rules,
                         const Kernels& kernels, const Matrix& inputs, const Truth& truth, int largestBatch)
    : m_parameters(parameters),
      m_form(form),
      m_kernels(kernels),
      m_inputs(inputs),
      m_truth(truth),
      m_loss(rules, kernels, largestBatch, parameters.layers.back().width),
      m_inputRows(static_cast<std::size_t>(largestBatch)),
      m_gradient(parameters.values.size())
{
    for (const LayerPlace& place : parameters.layers) {
        const std::size_t size = sizeOf(padded(largestBatch), place.width);
        LayerBuffers& buffers = m_layers.emplace_back();
        buffers.sums.resize(size);
        buffers.outputs.resize(size);
        buffers.realOutputs.resize(size);
        buffers.slopes.resize(size);
        buffers.transposedWeights.resize(sizeOf(place.width, padded(place.inputs)));
        buffers.outputRows = rowsOf(buffers.outputs, place.width);
        buffers.slopeRows = rowsOf(buffers.slopes, place.width);
        if (place.dropout > 0)
            buffers.dropout.emplace(place.dropout, place.width, largestBatch);
    }
}

Judgement IntegerPass::learn(std::span<const std::uint32_t> rows, Random& random)
{
    const Judgement judgement = run(rows, &random);
    backward(static_cast<int>(rows.size()));
    m_form.pullBack(m_parameters, m_gradient);
    return judgement;
}

Judgement IntegerPass::judge(std::span<const std::uint32_t> rows)
{
    return run(rows, nullptr);
}

Judgement IntegerPass::run(std::span<const std::uint32_t> rows, Random* random)
{
    m_silencing = random != nullptr;
    m_form.shape(m_parameters);
    const auto width = static_cast<std::size_t>(m_inputs.cols());
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_inputRows[i] = m_inputs.data() + rows[i] * width;
    const auto count = static_cast<int>(rows.size());
    for (std::size_t l = 0; l + 1 < m_layers.size(); ++l)
        forwardHidden(l, count, random);
    forwardOutput(count);
    const LayerPlace& last = m_parameters.layers.back();
    LayerBuffers& buffers = m_layers.back();
    return m_loss.run(m_truth, rows, buffers.outputs.data(), last.outputs, last.width, buffers.slopes.data());
}

Product IntegerPass::productOf(std::size_t layer, int rows, float* result)
{
    const LayerPlace& place = m_parameters.layers[layer];
    const IntegerLayerForm& form = m_form.layers()[layer];
    return {rowsInto(layer), rows, place.inputs, form.weights.data(), place.width, form.bias.data(), result};
}

void IntegerPass::forwardHidden(std::size_t layer, int rows, Random* random)
{
    const IntegerLayerForm& form = m_form.layers()[layer];
    LayerBuffers& buffers = m_layers[layer];
    const Requantization requantization{form.multipliers.data(), form.shift, form.lowest, largestActivation};
    m_kernels.productRequantized(productOf(layer, rows, buffers.outputs.data()), requantization);
    if (!form.table.empty())
        lookUp(layer, rows);
    if (buffers.dropout && random)
        buffers.dropout->silence(buffers.outputs.data(), rows, *random);
}

void IntegerPass::lookUp(std::size_t layer, int rows)
{
    const IntegerLayerForm& form = m_form.layers()[layer];
    LayerBuffers& buffers = m_layers[layer];
    const std::size_t size = sizeOf(rows, m_parameters.layers[layer].width);
    for (std::size_t i = 0; i < size; ++i) {
        const float place = buffers.outputs[i];
        const float entry = form.table[static_cast<std::size_t>(static_cast<int>(place) + 128)];
        buffers.sums[i] = place * form.resultScale;
        buffers.outputs[i] = entry;
        buffers.realOutputs[i] = entry * form.outputScale;
    }
}

void IntegerPass::forwardOutput(int rows)
{
    const std::size_t last = m_layers.size() - 1;
    const int width = m_parameters.layers[last].width;
    const IntegerLayerForm& form = m_form.layers()[last];
    LayerBuffers& buffers = m_layers[last];
    const Product product = productOf(last, rows, buffers.outputs.data());
    if (!form.multipliers.empty())
        return m_kernels.productScored(product, form.multipliers.data(), form.outputScale);
    m_kernels.product(product);
    for (std::size_t i = 0; i < sizeOf(rows, width); ++i)
        buffers.outputs[i] *= form.outputScale;
}

void IntegerPass::backward(int rows)
{
    for (std::size_t l = m_layers.size(); l-- > 0;) {
        const LayerPlace& place = m_parameters.layers[l];
        LayerBuffers& buffers = m_layers[l];
        m_kernels.outerProduct(
            {rowsInto(l), rows, place.inputs, buffers.slopes.data(), place.width, m_gradient.data() + place.weights});
        m_kernels.columnSums(buffers.slopes.data(), rows, place.width, m_gradient.data() + place.bias);
        if (l > 0)
            backwardInto(l - 1, rows);
    }
}

/// From the slopes of the layer above it to its own.
void IntegerPass::backwardInto(std::size_t layer, int rows)
{
    const LayerPlace &place = m_parameters.layers[layer], &above = m_parameters.layers[layer + 1];
    const IntegerLayerForm& form = m_form.layers()[layer];
    LayerBuffers &buffers = m_layers[layer], &buffersAbove = m_layers[layer + 1];
    const IntegerLayerForm& formAbove = m_form.layers()[layer + 1];
    m_kernels.transpose(formAbove.weights.data(), above.inputs, above.outputs, above.width,
                        buffersAbove.transposedWeights.data(), place.width);
    multiplyRows(buffersAbove.transposedWeights.data(), above.outputs, place.width, formAbove.scales.data());
    const Product product{
        buffersAbove.slopeRows.data(), rows, above.outputs, buffersAbove.transposedWeights.data(), place.width, nullptr,
        buffers.slopes.data()};
    if (form.table.empty() && !buffers.dropout) {
        m_kernels.productBehindClamp(product, buffers.outputs.data(), form.lowest, largestActivation);
        return;
    }
    m_kernels.product(product);
    if (buffers.dropout)
        buffers.dropout->differentiate(buffers.slopes.data(), rows);
    const std::size_t size = sizeOf(rows, place.width);
    if (!form.table.empty()) {
        m_kernels.multiplyBySlope(place.activation, buffers.sums.data(), buffers.realOutputs.data(), size,
                                  buffers.slopes.data());
        return;
    }
    for (std::size_t i = 0; i < size; ++i) {
        const float output = buffers.outputs[i]; // one that fell silent has no slope any more
        if (!(output > form.lowest && output < largestActivation))
            buffers.slopes[i] = 0;
    }
}

const float* const* IntegerPass::rowsInto(std::size_t layer) const
{
    if (layer == 0)
        return m_inputRows.data();
    const LayerBuffers& below = m_layers[layer - 1];
    return below.dropout && m_silencing ? below.dropout->rows() : below.outputRows.data();
}

}
