#include "import/chain_parts.h"

#include "compression/activation_rules.h"
#include "import/affine.h"
#include "import/quantize_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr float notKnown = std::numeric_limits<float>::quiet_NaN();
constexpr float usualReach = 3; ///< deviations, where nobody says which values a feature takes

class Parts {
public:
    explicit Parts(const DenseChain& chain) : m_chain(chain) {}

    Result<ChainParts> split()
    {
        takePreprocessing();
        for (; m_next < steps().size() && !m_problem; ++m_next)
            take(steps()[m_next]);
        if (!m_problem && m_parts.layers.empty())
            return import_problem::noLayers();
        if (!m_problem)
            finish();
        if (m_problem)
            return *m_problem;
        return std::move(m_parts);
    }

private:
    const std::vector<PlacedStep>& steps() const { return m_chain.steps; }

    void takePreprocessing()
    {
        const auto count = static_cast<std::size_t>(m_chain.features);
        m_parts.described = m_chain.hasPreprocessing;
        if (m_parts.described) {
            m_parts.preprocessing = m_chain.description->preprocessing;
            return;
        }
        RowScale scale = scaleOf(steps(), m_next, count);
        if (!scale.constants.isNothing())
            m_behind = scale.constants;
        m_parts.preprocessing = ownPreprocessing(std::move(scale.scale));
    }

    Preprocessing ownPreprocessing(Scale scale)
    {
        Preprocessing preprocessing;
        const auto count = static_cast<std::size_t>(m_chain.features);
        for (std::size_t f = 0; f < count; ++f) {
            const float reach = scale.factor[f] != 0 ? usualReach / std::abs(scale.factor[f]) : usualReach;
            Feature feature{
                "feature " + std::to_string(f + 1), "", {}, scale.centre[f] - reach, scale.centre[f] + reach};
            if (!std::isfinite(scale.factor[f]) || !std::isfinite(feature.lowest) || !std::isfinite(feature.highest))
                fail(import_problem::featureScale(feature.name));
            preprocessing.features.push_back(std::move(feature));
        }
        preprocessing.steps = {FillMissing{std::vector<float>(count, notKnown)}, std::move(scale)};
        return preprocessing;
    }

    void take(const PlacedStep& placed)
    {
        m_place = placed.place;
        if (m_parts.softmax) {
            if (!std::holds_alternative<QuantizeStep>(placed.step)) // certainties may be integers
                fail(import_problem::order(m_place));
            return;
        }
        if (const auto* dense = std::get_if<DenseStep>(&placed.step))
            return takeDense(*dense);
        if (m_parts.layers.empty())
            return takeBeforeLayers(placed.step);
        ChainLayer& layer = m_parts.layers.back();
        if (std::holds_alternative<SoftmaxStep>(placed.step))
            m_parts.softmax = true;
        else if (const auto* activation = std::get_if<ActivationStep>(&placed.step))
            takeActivation(layer, activation->activation);
        else if (const auto* quantize = std::get_if<QuantizeStep>(&placed.step))
            takeQuantization(layer, *quantize);
        else if (const auto* table = std::get_if<TableStep>(&placed.step))
            takeTable(layer, *table);
        else
            takeArithmetic(placed.step, layer.dense.bias.size());
    }

    void takeArithmetic(const ChainStep& step, std::size_t values)
    {
        m_behind = m_behind ? m_behind : Affine(values);
        m_behind->apply(step);
    }

    /// Inputs may be quantized and scaled again before the first layer takes them.
    void takeBeforeLayers(const ChainStep& step)
    {
        if (std::holds_alternative<SoftmaxStep>(step) || std::holds_alternative<ActivationStep>(step) ||
            std::holds_alternative<TableStep>(step))
            return fail(import_problem::order(m_place));
        const auto inputs = static_cast<std::size_t>(inputCount(m_parts.preprocessing));
        const auto* quantize = std::get_if<QuantizeStep>(&step);
        if (!quantize)
            return takeArithmetic(step, inputs);
        if (!m_parts.inputs && !(m_behind && m_parts.described)) {
            if (m_behind) // constants, which are quantized as well
                m_behind = quantizedConstants(*quantize, inputs);
            m_parts.inputs = *quantize;
        } else if (const std::optional<QuantizeStep> again = beforeScaling(*quantize); again && m_parts.inputs) {
            m_parts.inputs = narrowed(*m_parts.inputs, *again);
        } else {
            fail(import_problem::rescaled(m_place));
        }
    }

    Affine quantizedConstants(const QuantizeStep& step, std::size_t inputs)
    {
        Affine constants(inputs);
        for (std::size_t i = 0; i < inputs; ++i)
            if (std::isfinite(m_behind->offset(i)))
                constants.add(i, valueBehind(step, m_behind->offset(i)));
            else
                fail(import_problem::quantization(m_place));
        return constants;
    }

    /// What a quantization is to values that it meets multiplied by one number; nothing where more happens to them.
    std::optional<QuantizeStep> beforeScaling(QuantizeStep step) const
    {
        const std::optional<float> factor = m_behind ? m_behind->commonFactor() : 1.0f;
        step.scale /= factor.value_or(0);
        return std::isnormal(step.scale) ? std::optional(step) : std::nullopt;
    }

    void takeDense(const DenseStep& dense)
    {
        DenseStep next = dense;
        if (!m_parts.layers.empty())
            takeRange(m_parts.layers.back());
        if (m_behind) {
            if (!m_parts.layers.empty() && isPlain(m_parts.layers.back()))
                foldBehind(m_parts.layers.back().dense, *m_behind);
            else
                foldBefore(next, *m_behind);
            m_behind.reset();
        }
        m_parts.layers.push_back({m_place, std::move(next), Activation::Linear, {}, {}, {}});
    }

    /// Nothing stands behind its sums yet.
    static bool isPlain(const ChainLayer& layer)
    {
        return layer.activation == Activation::Linear && !layer.sums && !layer.table;
    }

    /// Integers that begin at 0 cut off what is below: a ReLU, for whatever does nothing else to what is above.
    void takeRange(ChainLayer& layer)
    {
        const std::optional<QuantizeStep>& range = layer.result ? layer.result : layer.sums;
        if (m_cutAt || (range && endsAtZero(*range)))
            return fail(import_problem::clipped(m_cutAt.value_or(m_rangeAt)));
        if (layer.table || !range || !beginsAtZero(*range) || isNeverNegative(layer.activation))
            return;
        if (!isItselfAboveZero(layer.activation))
            return fail(import_problem::clipped(m_rangeAt));
        layer.activation = Activation::Relu;
    }

    static bool isItselfAboveZero(Activation activation)
    {
        return activation == Activation::Linear || activation == Activation::Relu ||
               activation == Activation::LeakyRelu || activation == Activation::Elu;
    }

    void takeActivation(ChainLayer& layer, Activation activation)
    {
        if (layer.activation == Activation::Relu && activation == Activation::Relu && !m_behind)
            return; // once more changes nothing
        if (layer.activation != Activation::Linear || layer.table)
            return fail(import_problem::order(m_place));
        const bool isCut = layer.sums && beginsAtZero(*layer.sums);
        const bool isScaled = !m_behind || m_behind->commonFactor();
        if (m_cutAt || (layer.sums && endsAtZero(*layer.sums)) ||
            (isCut && (!isScaled || !isItselfAboveZero(activation))))
            return fail(import_problem::clipped(m_cutAt.value_or(m_rangeAt)));
        if (m_behind)
            scaleSums(layer);
        layer.activation = isCut ? Activation::Relu : activation;
    }

    /// What happened to the sums of a layer becomes part of it.
    void scaleSums(ChainLayer& layer)
    {
        const std::optional<float> factor = m_behind->commonFactor();
        foldBehind(layer.dense, *m_behind);
        m_behind.reset();
        if (layer.sums && factor) {
            layer.sums->scale *= *factor;
        } else if (layer.sums) { // no range of one scale any more
            layer.sums.reset();
            layer.dense.integers.reset();
        }
        if (layer.sums && !std::isnormal(layer.sums->scale))
            fail(import_problem::quantization(m_place));
    }

    void takeQuantization(ChainLayer& layer, const QuantizeStep& step)
    {
        if (layer.table)
            return fail(import_problem::order(m_place));
        if (m_behind && isPlain(layer))
            scaleSums(layer);
        m_rangeAt = m_place;
        const std::optional<QuantizeStep> range = beforeScaling(step);
        if (!range) { // of values that are no longer those of the layer: floats, but for what is cut off
            layer.dense.integers.reset();
            if (beginsAtZero(step) || endsAtZero(step))
                m_cutAt = m_place;
            return;
        }
        std::optional<QuantizeStep>& place = layer.activation == Activation::Linear ? layer.sums : layer.result;
        place = place ? narrowed(*place, *range) : *range;
    }

    /// Which function a table holds, the description says.
    void takeTable(ChainLayer& layer, const TableStep& table)
    {
        const std::size_t index = m_parts.layers.size() - 1;
        if (!m_chain.description || index >= m_chain.description->activations.size() || !isUnactivated(layer) ||
            m_behind)
            return fail(import_problem::order(m_place));
        layer.activation = m_chain.description->activations[index];
        layer.table = table;
    }

    static bool isUnactivated(const ChainLayer& layer)
    {
        return layer.activation == Activation::Linear && !layer.table && layer.sums;
    }

    /// What stands behind the last layer makes an answer of its outputs.
    void finish()
    {
        const std::size_t outputs = m_parts.layers.back().dense.bias.size();
        const bool isCertainty = m_parts.layers.back().activation == Activation::Sigmoid;
        m_parts.task = outputs > 1 || m_parts.softmax || isCertainty ? Task::Classification : Task::Regression;
        if ((m_parts.softmax || (isCertainty && m_behind)) && outputs == 1)
            return fail(import_problem::order(m_place));
        if (isCertainty && outputs == 1)
            makeTwoOfOne(m_parts.layers.back());
        else if (!m_chain.description) // ours gives its outputs eight bits from the lowest to the largest there was
            takeRange(m_parts.layers.back());
        if (m_parts.layers.back().activation == Activation::Relu)
            addNothing();
        ChainLayer& last = m_parts.layers.back();
        if (last.activation != Activation::Linear)
            return fail(import_problem::order(last.place));
        if (!m_behind)
            return;
        if (m_parts.task == Task::Classification || m_behind->factor(0) <= 0)
            foldBehind(last.dense, *m_behind);
        else
            m_parts.answer = {m_behind->factor(0), m_behind->offset(0)};
    }

    /// A layer that hands on what it gets: outputs have no activation here, so it stands behind one.
    void addNothing()
    {
        constexpr std::size_t mostOutputs = 1024; // it has their square of weights
        const ChainLayer& last = m_parts.layers.back();
        const auto outputs = last.dense.bias.size();
        if (m_parts.layers.size() >= mostDenseSteps || outputs > mostOutputs)
            return fail(import_problem::order(m_place));
        DenseStep same{last.dense.outputs,
                       last.dense.outputs,
                       std::vector<float>(outputs * outputs, 0),
                       std::vector<float>(outputs, 0),
                       {}};
        for (std::size_t o = 0; o < outputs; ++o)
            same.weights[o * outputs + o] = 1;
        if (last.dense.integers && (last.result || last.sums))
            same.integers = {{same.weights.begin(), same.weights.end()}, std::vector<float>(outputs, 1), {}};
        m_parts.layers.push_back({last.place, std::move(same), Activation::Linear, {}, {}, {}});
    }

    /// The certainty that one sigmoid gives is that of a softmax over half of its sum and the opposite.
    void makeTwoOfOne(ChainLayer& last)
    {
        DenseStep& dense = last.dense;
        const auto inputs = static_cast<std::size_t>(dense.inputs);
        std::vector<float> weights(2 * inputs);
        for (std::size_t i = 0; i < inputs; ++i) {
            weights[i] = -dense.weights[i] / 2;
            weights[inputs + i] = dense.weights[i] / 2;
        }
        dense.outputs = 2;
        dense.bias = {-dense.bias[0] / 2, dense.bias[0] / 2};
        dense.weights = std::move(weights);
        if (dense.integers) {
            ChainIntegers& integers = *dense.integers;
            std::vector<std::int8_t> both;
            for (const std::int8_t weight : integers.weights)
                both.push_back(static_cast<std::int8_t>(-weight));
            both.insert(both.end(), integers.weights.begin(), integers.weights.end());
            integers.weights = std::move(both);
            integers.scale.assign(2, integers.scale[0] / 2);
            integers.bias.reset(); // the floats tell the same
        }
        last.activation = Activation::Linear;
    }

    void fail(Message problem) { m_problem = m_problem ? m_problem : std::optional(std::move(problem)); }

    const DenseChain& m_chain;
    ChainParts m_parts;
    std::size_t m_next = 0;
    LayerPlace m_place;
    std::optional<Affine> m_behind;    ///< what happened to the values since the last layer
    std::optional<LayerPlace> m_cutAt; ///< where values were cut off at 0 that no ReLU gives
    LayerPlace m_rangeAt;              ///< of the last quantization
    std::optional<Message> m_problem;
};

}

Result<ChainParts> partsOf(const DenseChain& chain)
{
    return Parts(chain).split();
}

}
