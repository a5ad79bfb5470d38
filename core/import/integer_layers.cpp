#include "import/chain_parts.h"

#include "compression/input_quantization.h"
#include "compression/input_steps.h"
#include "compression/layer_quantization.h"
#include "compression/quantized_network.h"
#include "compression/requantization.h"
#include "import/quantize_range.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

bool isWithin(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance * std::max(std::abs(a), std::abs(b));
}

DenseLayer floatLayer(const DenseStep& dense)
{
    DenseLayer layer;
    layer.weights.resize(dense.outputs, dense.inputs);
    std::copy(dense.weights.begin(), dense.weights.end(), layer.weights.data());
    layer.bias.resize(dense.outputs);
    std::copy(dense.bias.begin(), dense.bias.end(), layer.bias.data());
    return layer;
}

/// Adds layers one after the other.
class Layers {
public:
    Layers(DeployableModel& model, const ChainParts& parts)
        : m_model(model), m_parts(parts), m_scale(symmetricScale(*parts.inputs)), m_fileScale(parts.inputs->scale)
    {
        for (const float factor : inputSteps(model.preprocessing).factor) // a constant is 0 here and there
            m_fileOffsets.push_back(factor == 0 ? 0 : middleOf(*parts.inputs) - parts.inputs->zeroPoint);
    }

    std::optional<Message> add()
    {
        for (std::size_t l = 0; l + 1 < m_parts.layers.size(); ++l)
            if (!addHidden(m_parts.layers[l]))
                return import_problem::quantization(m_parts.layers[l].place);
        if (!addOutput(m_parts.layers.back()))
            return import_problem::quantization(m_parts.layers.back().place);
        return std::nullopt;
    }

private:
    /// With the file's own integers where they keep the rules of docs/arithmetic.md; else with new ones of the same
    /// weights.
    QuantizedLayer quantized(const ChainLayer& layer)
    {
        QuantizedLayer result = withOwnIntegers(layer);
        bool fits = true;
        for (std::size_t o = 0; o < result.layer.bias.size(); ++o)
            fits = fits && sumFits24Bits(result.layer, o, result.layer.bias[o]);
        if (fits)
            return result;
        DenseLayer floats = floatLayer(layer.dense);
        for (Eigen::Index o = 0; o < floats.bias.size(); ++o)
            floats.bias(o) += static_cast<float>(offsetOf(floats.weights.row(o).data()) * m_fileScale);
        floats.activation = layer.activation;
        return quantizeWeights(floats, m_scale);
    }

    /// What weights make of the file's offsets, in steps of its inputs.
    template<class Weight>
    double offsetOf(const Weight* weights) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < m_fileOffsets.size(); ++i)
            sum += static_cast<double>(weights[i]) * static_cast<double>(m_fileOffsets[i]);
        return sum;
    }

    QuantizedLayer withOwnIntegers(const ChainLayer& layer) const
    {
        const ChainIntegers& integers = *layer.dense.integers;
        QuantizedLayer result;
        IntegerLayer& own = result.layer;
        own.inputs = layer.dense.inputs;
        own.outputs = layer.dense.outputs;
        own.activation = layer.activation;
        own.weights = integers.weights;
        own.weightScale = integers.scale;
        own.inputScale = static_cast<float>(m_scale);
        const auto inputs = static_cast<std::size_t>(own.inputs);
        for (std::size_t o = 0; o < integers.scale.size(); ++o) {
            result.sumScale.push_back(integers.scale[o] * m_scale);
            const double fileSteps = integers.bias
                                         ? (*integers.bias)[o]
                                         : layer.dense.bias[o] / (static_cast<double>(integers.scale[o]) * m_fileScale);
            const double steps = (fileSteps + offsetOf(&own.weights[o * inputs])) * (m_fileScale / m_scale);
            own.bias.push_back(
                static_cast<std::int32_t>(std::clamp<double>(std::round(steps), -accumulatorLimit, accumulatorLimit)));
        }
        return result;
    }

    bool addHidden(const ChainLayer& layer)
    {
        const std::optional<QuantizeStep>& after = layer.result ? layer.result : layer.sums;
        if (!after && !layer.table)
            return false;
        QuantizedLayer hidden = quantized(layer);
        if (layer.table)
            addWithTable(hidden, layer);
        else
            m_scale = requantizeHidden(hidden, rangeOf(layer));
        m_fileScale = layer.table ? layer.table->scale : after->scale;
        m_fileOffsets.clear();
        if (isWithin(m_fileScale, m_scale, 1e-6))
            m_fileScale = m_scale; // the same steps, so the same integers
        m_model.layers.push_back(std::move(hidden.layer));
        return true;
    }

    /// The largest size of a sum: before a function the file's range of sums, if it tells one; else what comes out.
    static double rangeOf(const ChainLayer& layer)
    {
        if (needsTable(layer.activation))
            return layer.sums ? reachOf(*layer.sums) : 0;
        const QuantizeStep range = layer.sums && layer.result ? narrowed(*layer.sums, *layer.result)
                                   : layer.sums               ? *layer.sums
                                                              : *layer.result;
        return layer.activation == Activation::Relu ? reachAbove(range) : reachOf(range);
    }

    void addWithTable(QuantizedLayer& hidden, const ChainLayer& layer)
    {
        IntegerLayer& own = hidden.layer;
        const double largest = *std::max_element(hidden.sumScale.begin(), hidden.sumScale.end());
        own.shift = largestShiftFor(largest / layer.sums->scale);
        for (const double sumScale : hidden.sumScale)
            own.multiplier.push_back(multiplierOf(std::ldexp(sumScale / layer.sums->scale, own.shift)));
        own.table = layer.table->table;
        own.outputScale = layer.table->scale;
        m_scale = layer.table->scale;
    }

    bool addOutput(const ChainLayer& layer)
    {
        QuantizedLayer output = quantized(layer);
        OutputDecoding& decoding = m_model.decoding;
        if (decoding.target.task == Task::Classification) {
            decoding.scoreScale = static_cast<float>(requantizeScores(output));
        } else {
            const double unit = output.sumScale.front() * m_parts.answer.factor;
            const double offset = std::round(m_parts.answer.offset / unit);
            output.layer.outputScale = static_cast<float>(output.sumScale.front());
            if (!(std::abs(offset) < 1 << 30) || !std::isnormal(static_cast<float>(unit)))
                return false;
            decoding.unit = {static_cast<float>(unit)};
            decoding.offset = {static_cast<std::int32_t>(offset)};
        }
        m_model.layers.push_back(std::move(output.layer));
        return true;
    }

    DeployableModel& m_model;
    const ChainParts& m_parts;
    double m_scale;                          ///< of the inputs of the next layer, here
    double m_fileScale;                      ///< and in the file
    std::vector<std::int64_t> m_fileOffsets; ///< what the file's inputs are more than ours, in its steps; none: nothing
};

/// Whether a description's integers are what the graph computes with.
bool agrees(const runtime::InputFeature& input, float centre, float factor, double scale)
{
    return input.categories > 0 ||
           (std::abs(std::ldexp(static_cast<double>(factor) / scale, 20 - input.exponent) - input.factor) <= 1 &&
            std::abs(std::ldexp(static_cast<double>(centre), input.exponent) - input.centre) <= 1) ||
           input.factor == 0;
}

bool agrees(const ModelDescription& description, const DeployableModel& model, double scale)
{
    const InputSteps steps = inputSteps(model.preprocessing);
    if (description.integerInputs.size() != model.preprocessing.features.size())
        return false;
    std::size_t input = 0;
    for (std::size_t f = 0; f < description.integerInputs.size(); ++f) {
        if (!agrees(description.integerInputs[f], steps.centre[input], steps.factor[input], scale))
            return false;
        input += static_cast<std::size_t>(inputsOf(model.preprocessing.features[f]));
    }
    return true;
}

/// Moves what the file's zero point is off the middle into the centre of the features.
void centre(Preprocessing& preprocessing, double offset)
{
    for (PreprocessingStep& step : preprocessing.steps)
        if (auto* scale = std::get_if<Scale>(&step))
            for (std::size_t i = 0; i < scale->centre.size() && offset != 0; ++i)
                if (scale->factor[i] != 0)
                    scale->centre[i] += static_cast<float>(offset / scale->factor[i]);
}

/// The nearest number that a float holds.
float inFloat(double number)
{
    constexpr double largest = std::numeric_limits<float>::max();
    return static_cast<float>(std::clamp(number, -largest, largest));
}

/// Two rows that reach as far as the file's integers do, and the ranges of the features with them.
Matrix reach(Preprocessing& preprocessing, double scale, bool rangesAreKnown)
{
    const InputSteps steps = inputSteps(preprocessing);
    Matrix rows = Matrix::Zero(2, static_cast<Eigen::Index>(preprocessing.features.size()));
    std::size_t input = 0;
    for (std::size_t f = 0; f < preprocessing.features.size(); ++f) {
        Feature& feature = preprocessing.features[f];
        const float factor = std::abs(steps.factor[input]);
        const double half = factor > 0 ? largestActivation * scale / factor : 0;
        const float lowest = inFloat(steps.centre[input] - half), highest = inFloat(steps.centre[input] + half);
        input += static_cast<std::size_t>(inputsOf(feature));
        if (!feature.categories.empty())
            continue;
        rows(0, static_cast<Eigen::Index>(f)) = lowest;
        rows(1, static_cast<Eigen::Index>(f)) = highest;
        if (!rangesAreKnown) {
            feature.lowest = lowest;
            feature.highest = highest;
        }
    }
    return rows;
}

/// In 64 bits: what a file says may be any integer.
bool isNearOffset(std::int64_t said, std::int64_t computed)
{
    return std::abs(said - computed) <= 1 + std::abs(computed) / 100000;
}

void takeExactDecoding(OutputDecoding& decoding, const ModelDescription& description)
{
    if (decoding.target.task == Task::Classification) {
        if (description.scoreScale && isWithin(*description.scoreScale, decoding.scoreScale, 1e-5))
            decoding.scoreScale = *description.scoreScale;
    } else if (description.unit.size() == 1 && description.offset.size() == 1 &&
               isWithin(description.unit[0], decoding.unit[0], 1e-5) &&
               isNearOffset(description.offset[0], decoding.offset[0])) {
        decoding.unit = description.unit;
        decoding.offset = description.offset;
    }
}

}

std::optional<Message> addIntegers(DeployableModel& model, const ChainParts& parts,
                                   const std::optional<ModelDescription>& description)
{
    const QuantizeStep& inputs = *parts.inputs;
    const double scale = symmetricScale(inputs);
    if (!std::isnormal(static_cast<float>(scale)))
        return import_problem::quantization({0, "input", ""});
    centre(model.preprocessing, static_cast<double>(middleOf(inputs) - inputs.zeroPoint) * inputs.scale);
    if (parts.described && middleOf(inputs) == inputs.zeroPoint && agrees(*description, model, scale)) {
        model.integerInputs = description->integerInputs;
    } else {
        const Matrix rows = reach(model.preprocessing, scale, parts.described);
        Result<QuantizedInputs> quantized = quantizeInputs(model.preprocessing, rows);
        if (!quantized)
            return quantized.error();
        model.integerInputs = std::move(quantized->features);
    }
    if (std::optional<Message> problem = Layers(model, parts).add())
        return problem;
    if (description)
        takeExactDecoding(model.decoding, *description);
    return std::nullopt;
}

}
