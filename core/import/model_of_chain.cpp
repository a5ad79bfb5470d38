#include "import/chain_parts.h"

#include "common/version.h"
#include "compression/input_steps.h"
#include "network/metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr float notKnown = std::numeric_limits<float>::quiet_NaN();
constexpr float usualReach = 3; ///< deviations, where nobody says which values a feature takes

std::vector<float> spread(const std::vector<float>& values, std::size_t count)
{
    return values.size() == count ? values : std::vector<float>(count, values.front());
}

/// x * factor + offset for each value, or centre first where it began with a subtraction.
class Affine {
public:
    explicit Affine(std::size_t count) : m_factor(count, 1), m_offset(count, 0) {}

    bool onlyAdds() const
    {
        return std::all_of(m_factor.begin(), m_factor.end(), [](float factor) { return factor == 1; });
    }
    bool isNothing() const
    {
        return onlyAdds() && std::all_of(m_offset.begin(), m_offset.end(), [](float offset) { return offset == 0; });
    }
    void multiply(const std::vector<float>& by)
    {
        const std::vector<float> each = spread(by, m_factor.size());
        for (std::size_t i = 0; i < each.size(); ++i) {
            m_factor[i] *= each[i];
            m_offset[i] *= each[i];
        }
    }
    void add(const std::vector<float>& by, float sign)
    {
        const std::vector<float> each = spread(by, m_offset.size());
        for (std::size_t i = 0; i < each.size(); ++i)
            m_offset[i] += sign * each[i];
    }
    float factor(std::size_t i) const { return m_factor[i]; }
    float offset(std::size_t i) const { return m_offset[i]; }

private:
    std::vector<float> m_factor;
    std::vector<float> m_offset;
};

bool apply(Affine& affine, const ChainStep& step)
{
    if (const auto* subtract = std::get_if<SubtractStep>(&step))
        affine.add(subtract->by, -1);
    else if (const auto* multiply = std::get_if<MultiplyStep>(&step))
        affine.multiply(multiply->by);
    else if (const auto* add = std::get_if<AddStep>(&step))
        affine.add(add->by, 1);
    else
        return false;
    return true;
}

/// A constant of the values before a layer becomes one of its own weights.
void fold(DenseStep& dense, const Affine& before)
{
    if (before.isNothing())
        return;
    const auto inputs = static_cast<std::size_t>(dense.inputs);
    for (std::size_t o = 0; o < dense.bias.size(); ++o) {
        double bias = dense.bias[o];
        for (std::size_t i = 0; i < inputs; ++i) {
            float& weight = dense.weights[o * inputs + i];
            bias += static_cast<double>(weight) * before.offset(i);
            weight *= before.factor(i);
        }
        dense.bias[o] = static_cast<float>(bias);
    }
    dense.integers.reset();
}

/// And of the values behind it.
void foldBehind(DenseStep& dense, const Affine& behind)
{
    if (behind.isNothing())
        return;
    const auto inputs = static_cast<std::size_t>(dense.inputs);
    for (std::size_t o = 0; o < dense.bias.size(); ++o) {
        for (std::size_t i = 0; i < inputs; ++i)
            dense.weights[o * inputs + i] *= behind.factor(o);
        dense.bias[o] = dense.bias[o] * behind.factor(o) + behind.offset(o);
    }
    if (dense.integers && behind.onlyAdds())
        dense.integers->bias.reset(); // the sum of both is no integer of the file's
    else
        dense.integers.reset();
}

/// Scaling that is the first thing that happens to a row.
Scale scaleOf(const std::vector<PlacedStep>& steps, std::size_t& next, std::size_t count)
{
    Scale scale{std::vector<float>(count, 0), std::vector<float>(count, 1)};
    // As it is written most often, and as this program writes it: to the last bit.
    if (next < steps.size())
        if (const auto* subtract = std::get_if<SubtractStep>(&steps[next].step)) {
            scale.centre = spread(subtract->by, count);
            ++next;
        }
    Affine rest(count);
    for (; next < steps.size() && apply(rest, steps[next].step); ++next) {
    }
    for (std::size_t i = 0; i < count; ++i) {
        scale.factor[i] = rest.factor(i);
        if (rest.factor(i) != 0)
            scale.centre[i] -= rest.offset(i) / rest.factor(i);
    }
    return scale;
}

class Parts {
public:
    explicit Parts(const DenseChain& chain) : m_chain(chain) {}

    Result<ChainParts> split()
    {
        const auto count = static_cast<std::size_t>(m_chain.features);
        if (m_chain.hasPreprocessing)
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
            apply(*m_behind, placed.step);
        }
    }

    void takeDense(const DenseStep& dense)
    {
        DenseStep next = dense;
        if (m_behind) {
            if (!m_parts.layers.empty() && isPlain(m_parts.layers.back()))
                foldBehind(m_parts.layers.back().dense, *m_behind);
            else
                fold(next, *m_behind);
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

Target targetOf(const ChainParts& parts, const std::optional<ModelDescription>& description)
{
    const std::size_t outputs = parts.layers.back().dense.bias.size();
    if (description && description->target.task == parts.task &&
        (parts.task == Task::Regression || description->target.classes.size() == outputs))
        return description->target;
    Target target;
    target.task = parts.task;
    target.name = parts.task == Task::Classification ? "class" : "answer";
    for (std::size_t o = 0; parts.task == Task::Classification && o < outputs; ++o)
        target.classes.push_back("class " + std::to_string(o + 1));
    return target;
}

bool isInteger(const ChainParts& parts)
{
    return parts.inputs && std::all_of(parts.layers.begin(), parts.layers.end(),
                                       [](const ChainLayer& layer) { return layer.dense.integers.has_value(); });
}

void addFloatLayers(DeployableModel& model, const ChainParts& parts)
{
    for (const ChainLayer& layer : parts.layers)
        model.layers.push_back(Float32Layer{layer.dense.inputs, layer.dense.outputs, layer.activation,
                                            layer.dense.weights, layer.dense.bias});
}

}

Result<DeployableModel> modelOf(const DenseChain& chain)
{
    const Result<ChainParts> parts = Parts(chain).split();
    if (!parts)
        return parts.error();
    DeployableModel model;
    model.preprocessing = parts->preprocessing;
    model.decoding.target = targetOf(*parts, chain.description);
    Target& target = model.decoding.target;
    const bool integers = isInteger(*parts);
    if (target.task == Task::Regression && !(integers && chain.description)) {
        target.deviation = parts->answer.factor;
        target.centre = parts->answer.offset;
    }
    model.provenance.version = programVersion;
    model.provenance.metric = headlineName(target.task);
    model.provenance.testMetric = notKnown;
    if (integers) {
        model.name = "imported-int8";
        model.arithmetic = Arithmetic::Int8;
        if (std::optional<Message> problem = addIntegers(model, *parts, chain.description))
            return *problem;
    } else {
        model.name = "float";
        addFloatLayers(model, *parts);
    }
    if (const std::optional<Message> problem = problemWith(model))
        return *problem;
    return model;
}

}
