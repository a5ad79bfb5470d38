#include "import/chain_parts.h"

#include "import/affine.h"

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
        const auto count = static_cast<std::size_t>(m_chain.features);
        m_parts.described = m_chain.hasPreprocessing;
        if (m_parts.described)
            m_parts.preprocessing = m_chain.description->preprocessing;
        else
            m_parts.preprocessing = ownPreprocessing(scaleOf(m_chain.steps, m_next, count));
        if (m_next < steps().size())
            if (const auto* quantize = std::get_if<QuantizeStep>(&steps()[m_next].step)) {
                m_parts.inputs = *quantize;
                ++m_next;
            }
        for (; m_next < steps().size() && !m_problem; ++m_next)
            take(steps()[m_next]);
        if (!m_problem && m_parts.layers.empty())
            return import_problem::noLayers();
        if (m_problem)
            return *m_problem;
        finish();
        if (m_problem)
            return *m_problem;
        return std::move(m_parts);
    }

private:
    const std::vector<PlacedStep>& steps() const { return m_chain.steps; }

    Preprocessing ownPreprocessing(Scale scale) const
    {
        Preprocessing preprocessing;
        const auto count = static_cast<std::size_t>(m_chain.features);
        for (std::size_t f = 0; f < count; ++f) {
            const float reach = scale.factor[f] != 0 ? usualReach / std::abs(scale.factor[f]) : usualReach;
            Feature feature{
                "feature " + std::to_string(f + 1), "", {}, scale.centre[f] - reach, scale.centre[f] + reach};
            preprocessing.features.push_back(std::move(feature));
        }
        preprocessing.steps = {FillMissing{std::vector<float>(count, notKnown)}, std::move(scale)};
        return preprocessing;
    }

    void take(const PlacedStep& placed)
    {
        m_place = placed.place;
        if (const auto* dense = std::get_if<DenseStep>(&placed.step))
            return takeDense(*dense);
        if (m_parts.layers.empty())
            return fail(import_problem::order(m_place));
        ChainLayer& layer = m_parts.layers.back();
        if (m_parts.softmax) {
            if (!std::holds_alternative<QuantizeStep>(placed.step)) // certainties may be integers
                fail(import_problem::order(m_place));
            return;
        }
        if (std::holds_alternative<SoftmaxStep>(placed.step)) {
            m_parts.softmax = true;
        } else if (const auto* activation = std::get_if<ActivationStep>(&placed.step)) {
            takeActivation(layer, activation->activation);
        } else if (const auto* quantize = std::get_if<QuantizeStep>(&placed.step)) {
            (layer.activation == Activation::Linear ? layer.sums : layer.result) = *quantize;
        } else if (const auto* table = std::get_if<TableStep>(&placed.step)) {
            takeTable(layer, *table);
        } else {
            m_behind = m_behind ? m_behind : Affine(layer.dense.bias.size());
            m_behind->apply(placed.step);
        }
    }

    void takeDense(const DenseStep& dense)
    {
        DenseStep next = dense;
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

    void takeActivation(ChainLayer& layer, Activation activation)
    {
        if (layer.activation != Activation::Linear || layer.table)
            return fail(import_problem::order(m_place));
        if (m_behind)
            foldBehind(layer.dense, *m_behind);
        m_behind.reset();
        layer.activation = activation;
    }

    /// Which function a table holds, the description says.
    void takeTable(ChainLayer& layer, const TableStep& table)
    {
        const std::size_t index = m_parts.layers.size() - 1;
        if (!m_chain.description || index >= m_chain.description->activations.size() || !isUnactivated(layer))
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
        ChainLayer& last = m_parts.layers.back();
        const std::size_t outputs = last.dense.bias.size();
        m_parts.task = outputs > 1 || m_parts.softmax || last.activation == Activation::Sigmoid ? Task::Classification
                                                                                                : Task::Regression;
        if (m_parts.softmax && outputs == 1)
            return fail(import_problem::order(m_place));
        if (last.activation == Activation::Sigmoid && outputs == 1)
            makeTwoOfOne(last);
        if (last.activation != Activation::Linear)
            return fail(import_problem::order(last.place));
        if (!m_behind)
            return;
        if (m_parts.task == Task::Classification || m_behind->factor(0) <= 0)
            foldBehind(last.dense, *m_behind);
        else
            m_parts.answer = {m_behind->factor(0), m_behind->offset(0)};
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
            if (integers.bias)
                *integers.bias = {-integers.bias->front(), integers.bias->front()};
        }
        last.activation = Activation::Linear;
    }

    void fail(Message problem) { m_problem = m_problem ? m_problem : std::optional(std::move(problem)); }

    const DenseChain& m_chain;
    ChainParts m_parts;
    std::size_t m_next = 0;
    LayerPlace m_place;
    std::optional<Affine> m_behind; ///< what happened to the values since the last layer
    std::optional<Message> m_problem;
};

}

Result<ChainParts> partsOf(const DenseChain& chain)
{
    return Parts(chain).split();
}

}
