#include "import/chain_builder.h"

#include "compression/number_checks.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

/// How many numbers a step has for the values it meets; none: it has none of its own.
struct OwnNumbers {
    std::span<const float> operator()(const SubtractStep& step) const { return step.by; }
    std::span<const float> operator()(const MultiplyStep& step) const { return step.by; }
    std::span<const float> operator()(const AddStep& step) const { return step.by; }
    template<class Step>
    std::span<const float> operator()(const Step&) const
    {
        return {};
    }
};

bool isPositive(float scale)
{
    return std::isnormal(scale) && scale > 0;
}

bool isSound(const QuantizedConstant& constant, int outputs)
{
    const auto count = static_cast<std::size_t>(outputs);
    return (constant.scale.size() == 1 || (constant.scale.size() == count && constant.axis == 0)) &&
           constant.zeroPoint.size() == constant.scale.size() &&
           std::all_of(constant.scale.begin(), constant.scale.end(), isPositive);
}

/// What a step of a value stands for behind a step of the chain; nothing where values have no common one.
struct StepScale {
    std::optional<float> before;
    std::optional<float> operator()(const QuantizeStep& step) const { return step.scale; }
    std::optional<float> operator()(const TableStep& step) const { return step.scale; }
    std::optional<float> operator()(const MultiplyStep& step) const
    {
        return before && step.by.size() == 1 ? std::optional(*before * step.by.front()) : std::nullopt;
    }
    template<class Step>
    std::optional<float> operator()(const Step&) const
    {
        return std::nullopt;
    }
};

bool isSameStep(float a, float b)
{
    return std::abs(a - b) <= 1e-6f * std::abs(b);
}

template<class T>
T eachOrAll(const std::vector<T>& values, std::size_t index)
{
    return values.size() == 1 ? values.front() : values[index];
}

std::vector<float> floatBiasOf(const QuantizedConstant& bias)
{
    std::vector<float> floats;
    for (std::size_t o = 0; o < bias.integers.size(); ++o) {
        const std::int64_t integer = bias.integers[o] - eachOrAll(bias.zeroPoint, o);
        floats.push_back(static_cast<float>(static_cast<double>(integer) * eachOrAll(bias.scale, o)));
    }
    return floats;
}

}

void ChainBuilder::begin(int features)
{
    m_width = features;
    m_chain.features = features;
}

void ChainBuilder::fail(Message problem)
{
    if (!m_problem)
        m_problem = std::move(problem);
}

void ChainBuilder::add(const LayerPlace& place, ChainStep step)
{
    constexpr std::size_t mostSteps = 256; // operators may share their numbers, steps do not
    if (m_chain.steps.size() >= mostSteps)
        return fail(import_problem::tooManyLayers(mostDenseSteps));
    const std::span<const float> numbers = std::visit(OwnNumbers{}, step);
    if (numbers.size() > 1 && numbers.size() != static_cast<std::size_t>(m_width))
        return fail(import_problem::wrongSize(place, numbers.size(), m_width));
    if (!allFinite(numbers))
        return fail(import_problem::notFinite(place));
    if (const auto* quantize = std::get_if<QuantizeStep>(&step)) {
        if (!isPositive(quantize->scale))
            return fail(import_problem::stepOfZero(place));
        if (quantize->zeroPoint < quantize->lowest || quantize->zeroPoint > quantize->highest)
            return fail(import_problem::quantization(place));
    }
    m_scale = std::visit(StepScale{m_scale}, step);
    m_chain.steps.push_back({place, std::move(step)});
}

void ChainBuilder::addDense(const LayerPlace& place, int inputs, int outputs, std::vector<float> weights,
                            std::vector<float> bias)
{
    if (inputs != m_width)
        return fail(import_problem::wrongSize(place, static_cast<std::size_t>(std::max(inputs, 0)), m_width));
    if (outputs < 1 || outputs > mostValues ||
        weights.size() != static_cast<std::size_t>(inputs) * static_cast<std::size_t>(outputs))
        return fail(import_problem::wrongWeights(place));
    if (!bias.empty() && bias.size() != static_cast<std::size_t>(outputs))
        return fail(import_problem::wrongBiases(place, bias.size(), outputs));
    if (!allFinite(weights) || !allFinite(bias))
        return fail(import_problem::notFinite(place));
    if (++m_dense > mostDenseSteps)
        return fail(import_problem::tooManyLayers(mostDenseSteps));
    bias.resize(static_cast<std::size_t>(outputs), 0);
    m_chain.steps.push_back({place, DenseStep{inputs, outputs, std::move(weights), std::move(bias), {}}});
    m_width = outputs;
    m_scale.reset();
}

void ChainBuilder::addDense(const LayerPlace& place, int inputs, int outputs, const QuantizedConstant& weights,
                            const std::optional<QuantizedConstant>& bias, std::vector<float> floatBias)
{
    const std::size_t expected =
        static_cast<std::size_t>(std::max(inputs, 0)) * static_cast<std::size_t>(std::max(outputs, 0));
    if (weights.integers.size() != expected || expected == 0)
        return fail(import_problem::wrongWeights(place));
    if (bias && bias->integers.size() != static_cast<std::size_t>(outputs))
        return fail(import_problem::wrongBiases(place, bias->integers.size(), outputs));
    if (!isSound(weights, outputs) || (bias && !isSound(*bias, outputs)))
        return fail(import_problem::quantization(place));
    std::vector<float> numbers;
    ChainIntegers integers;
    bool narrow = true; // -127..127 around zero
    for (std::size_t i = 0; i < weights.integers.size(); ++i) {
        const std::size_t neuron = i / static_cast<std::size_t>(inputs);
        const std::int64_t integer = weights.integers[i] - eachOrAll(weights.zeroPoint, neuron);
        narrow = narrow && std::abs(integer) <= 127;
        integers.weights.push_back(static_cast<std::int8_t>(std::clamp<std::int64_t>(integer, -127, 127)));
        numbers.push_back(static_cast<float>(integer) * eachOrAll(weights.scale, neuron));
    }
    for (std::size_t o = 0; o < static_cast<std::size_t>(outputs); ++o)
        integers.scale.push_back(eachOrAll(weights.scale, o));
    if (bias) {
        floatBias = floatBiasOf(*bias);
        if (isInSteps(*bias, integers.scale))
            integers.bias = bias->integers;
    }
    addDense(place, inputs, outputs, std::move(numbers), std::move(floatBias));
    if (!m_problem && narrow)
        std::get<DenseStep>(m_chain.steps.back().step).integers = std::move(integers);
}

/// Whether a bias counts in what weights times inputs count in.
bool ChainBuilder::isInSteps(const QuantizedConstant& bias, const std::vector<float>& weightScale) const
{
    for (std::size_t o = 0; o < weightScale.size(); ++o)
        if (!m_scale || eachOrAll(bias.zeroPoint, o) != 0 ||
            !isSameStep(eachOrAll(bias.scale, o), weightScale[o] * *m_scale))
            return false;
    return true;
}

}
