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

template<class T>
T eachOrAll(const std::vector<T>& values, std::size_t index)
{
    return values.size() == 1 ? values.front() : values[index];
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
        return fail(import_problem::wrongSize(place));
    if (!std::all_of(numbers.begin(), numbers.end(), [](float number) { return std::isfinite(number); }))
        return fail(import_problem::wrongWeights(place));
    if (const auto* quantize = std::get_if<QuantizeStep>(&step))
        if (!isPositive(quantize->scale) || quantize->zeroPoint < quantize->lowest ||
            quantize->zeroPoint > quantize->highest)
            return fail(import_problem::quantization(place));
    m_chain.steps.push_back({place, std::move(step)});
}

void ChainBuilder::addDense(const LayerPlace& place, int inputs, int outputs, std::vector<float> weights,
                            std::vector<float> bias)
{
    if (inputs != m_width || outputs < 1 || outputs > mostValues ||
        weights.size() != static_cast<std::size_t>(inputs) * static_cast<std::size_t>(outputs) ||
        (!bias.empty() && bias.size() != static_cast<std::size_t>(outputs)))
        return fail(import_problem::wrongSize(place));
    if (!allFinite(weights) || !allFinite(bias))
        return fail(import_problem::wrongWeights(place));
    if (++m_dense > mostDenseSteps)
        return fail(import_problem::tooManyLayers(mostDenseSteps));
    bias.resize(static_cast<std::size_t>(outputs), 0);
    m_chain.steps.push_back({place, DenseStep{inputs, outputs, std::move(weights), std::move(bias), {}}});
    m_width = outputs;
}

void ChainBuilder::addDense(const LayerPlace& place, int inputs, int outputs, const QuantizedConstant& weights,
                            const std::optional<QuantizedConstant>& bias, std::vector<float> floatBias)
{
    const std::size_t expected =
        static_cast<std::size_t>(std::max(inputs, 0)) * static_cast<std::size_t>(std::max(outputs, 0));
    if (weights.integers.size() != expected || expected == 0)
        return fail(import_problem::wrongSize(place));
    if (!isSound(weights, outputs) ||
        (bias && (!isSound(*bias, outputs) || bias->integers.size() != static_cast<std::size_t>(outputs))))
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
        integers.bias = bias->integers;
        floatBias.clear();
        for (std::size_t o = 0; o < bias->integers.size(); ++o) {
            const std::int64_t integer = bias->integers[o] - eachOrAll(bias->zeroPoint, o);
            floatBias.push_back(static_cast<float>(static_cast<double>(integer) * eachOrAll(bias->scale, o)));
        }
    }
    addDense(place, inputs, outputs, std::move(numbers), std::move(floatBias));
    if (!m_problem && narrow)
        std::get<DenseStep>(m_chain.steps.back().step).integers = std::move(integers);
}

}
