#include "compression/number_trace.h"

#include "compression/activation_rules.h"
#include "compression/row_integers.h"
#include "network/activation_pass.h"
#include "runtime/answer.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace broto {

namespace {

double activated(Activation activation, double sum)
{
    if (activation == Activation::Linear)
        return sum;
    if (activation == Activation::Relu)
        return std::max(0.0, sum);
    Matrix value = Matrix::Constant(1, 1, static_cast<float>(sum));
    applyActivation(activation, value);
    return value(0, 0);
}

/// What one step stands for before a table, or without one. Beside a table only multipliers tell it, the largest best.
double resultScale(const IntegerLayer& layer)
{
    if (layer.table.empty())
        return layer.outputScale;
    const auto largest = std::max_element(layer.multiplier.begin(), layer.multiplier.end());
    const auto neuron = static_cast<std::size_t>(largest - layer.multiplier.begin());
    const double sumScale = static_cast<double>(layer.weightScale[neuron]) * static_cast<double>(layer.inputScale);
    return std::ldexp(sumScale, layer.shift) / *largest;
}

/// The float network's side of one neuron.
struct ExactNeuron {
    const DenseLayer& layer;
    Eigen::Index neuron;
    Matrix inputs; ///< of the layer
    double value;

    double input(std::size_t i) const { return inputs(0, static_cast<Eigen::Index>(i)); }
    double weight(std::size_t i) const { return layer.weights(neuron, static_cast<Eigen::Index>(i)); }
    double bias() const { return layer.bias(neuron); }
};

ExactNeuron exactNeuron(const Network& network, const Preprocessing& preprocessing, std::span<const float> row,
                        std::size_t layer, std::size_t neuron)
{
    const auto index = static_cast<Eigen::Index>(neuron);
    Matrix inputs =
        encoded(preprocessing, Eigen::Map<const Matrix>(row.data(), 1, static_cast<Eigen::Index>(row.size())));
    std::vector<Matrix> outputs = forwardLayers(network, inputs);
    const double value = outputs[layer](0, index);
    return {network.layers[layer], index, layer == 0 ? std::move(inputs) : std::move(outputs[layer - 1]), value};
}

/// Follows one neuron; what comes before it is known.
class Tracer {
public:
    Tracer(const DeployableModel& model, const RowIntegers& row, std::size_t layer, std::size_t neuron)
        : m_layer(std::get<IntegerLayer>(model.layers[layer])),
          m_integers(row.layers[layer]),
          m_inputs(layer == 0 ? row.inputs : row.layers[layer - 1].outputs),
          m_decoding(model.decoding),
          m_neuron(neuron)
    {
    }

    NumberTrace run(const std::optional<ExactNeuron>& exact)
    {
        addProducts(exact);
        if (exact)
            followSum(*exact);
        else
            m_value = meaningOfSum(m_trace.sumValue);
        if (m_integers.shifted.empty())
            decode();
        else
            requantize();
        m_trace.value = m_value;
        return std::move(m_trace);
    }

private:
    void addProducts(const std::optional<ExactNeuron>& exact)
    {
        const double inputScale = m_layer.inputScale, weightScale = m_layer.weightScale[m_neuron];
        m_trace.bias = m_layer.bias[m_neuron];
        m_trace.biasValue = m_trace.bias * weightScale * inputScale;
        std::int32_t sum = m_trace.bias;
        for (std::size_t i = 0; i < m_inputs.size(); ++i) {
            TracedProduct product;
            product.input = m_inputs[i];
            product.weight = m_layer.weights[m_neuron * m_inputs.size() + i];
            product.product = product.input * product.weight;
            product.sum = sum += product.product;
            product.inputValue = product.input * inputScale;
            product.weightValue = product.weight * weightScale;
            if (exact) {
                product.exactInput = exact->input(i);
                product.exactWeight = exact->weight(i);
            }
            m_trace.products.push_back(product);
        }
        assert(sum == m_integers.sums[m_neuron]);
        m_trace.sum = sum;
        m_trace.sumValue = sum * weightScale * inputScale;
    }

    /// What the neuron would say if its sum were this and all that follows exact.
    double meaningOfSum(double sum) const
    {
        const Target& target = m_decoding.target;
        return answers() ? sum * target.deviation + target.centre : activated(m_layer.activation, sum);
    }

    bool answers() const { return m_layer.multiplier.empty(); } ///< a regression

    void step(TraceStep step, double value)
    {
        m_trace.errors.push_back({step, value, value - m_value});
        m_value = value;
    }

    void followSum(const ExactNeuron& exact)
    {
        double roundedInputs = exact.bias(), roundedWeights = exact.bias();
        for (const TracedProduct& product : m_trace.products) {
            roundedInputs += *product.exactWeight * product.inputValue;
            roundedWeights += product.weightValue * product.inputValue;
        }
        m_trace.exactBias = exact.bias();
        m_trace.exact = m_value = answers() ? meaningOfSum(exact.value) : exact.value;
        step(TraceStep::Inputs, meaningOfSum(roundedInputs));
        step(TraceStep::Weights, meaningOfSum(roundedWeights));
        step(TraceStep::Bias, meaningOfSum(m_trace.sumValue));
    }

    void requantize()
    {
        RequantizationSteps steps;
        steps.multiplier = m_layer.multiplier[m_neuron];
        steps.product = std::int64_t{m_trace.sum} * steps.multiplier;
        steps.addend = std::int64_t{1} << (m_layer.shift - 1);
        steps.shift = m_layer.shift;
        steps.shifted = m_trace.result = m_integers.shifted[m_neuron];
        const double scale = resultScale(m_layer);
        step(TraceStep::Multiplier,
             meaningOfSum(std::ldexp(static_cast<double>(steps.product), -m_layer.shift) * scale));
        step(TraceStep::Rounding, meaningOfSum(steps.shifted * scale));
        if (!m_integers.clamped.empty())
            clamp(steps, scale);
        m_trace.requantization = steps;
    }

    void clamp(RequantizationSteps& steps, double scale)
    {
        steps.clamped = m_integers.clamped[m_neuron];
        steps.cut = *steps.clamped != steps.shifted;
        step(TraceStep::Clamp, meaningOfSum(*steps.clamped * scale));
        m_trace.result = m_integers.outputs[m_neuron];
        if (m_layer.table.empty())
            return;
        steps.entry = m_integers.outputs[m_neuron];
        step(TraceStep::Table, m_trace.result * static_cast<double>(m_layer.outputScale));
    }

    void decode()
    {
        AnswerSteps steps;
        steps.offset = m_decoding.offset[m_neuron];
        steps.moved = m_trace.sum + steps.offset;
        steps.unit = m_decoding.unit[m_neuron];
        steps.value = runtime::answerFromSum(m_trace.sum, steps.offset, steps.unit);
        m_trace.answer = steps;
        m_trace.result = m_trace.sum;
        step(TraceStep::Answer, steps.value);
    }

    const IntegerLayer& m_layer;
    const LayerIntegers& m_integers;
    const std::vector<std::int8_t>& m_inputs;
    const OutputDecoding& m_decoding;
    const std::size_t m_neuron;
    NumberTrace m_trace;
    double m_value = 0; ///< what the neuron says after the steps so far
};

}

Result<NumberTrace> traceNumber(const DeployableModel& model, const Network* network, std::span<const float> row,
                                std::size_t layer, std::size_t neuron)
{
    assert(layer < model.layers.size());
    const RowIntegers integers = integersOf(model, row);
    if (integers.report.refused)
        return message("compression.row-refused",
                       BROTO_TEXT("core", "The row has no answer: \"%1\" is missing and nothing stands for it. Give it "
                                          "a value."),
                       model.preprocessing.features[integers.report.feature].name);
    std::optional<ExactNeuron> exact;
    if (network && shapeOf(*network) == shapeOf(model))
        exact.emplace(exactNeuron(*network, model.preprocessing, row, layer, neuron));
    NumberTrace trace = Tracer(model, integers, layer, neuron).run(exact);
    trace.features = inputTrace(model, row);
    return trace;
}

}
