#include "import/chain_parts.h"

#include "compression/input_quantization.h"
#include "compression/input_steps.h"
#include "compression/layer_quantization.h"
#include "compression/quantized_network.h"
#include "compression/requantization.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

/// The integer in the middle of those that a file's activations may be. Broto's inputs are around 0.
std::int64_t middleOf(const QuantizeStep& step)
{
    return (step.lowest + step.highest + 1) / 2;
}

/// The largest size of a value that a file's integers stand for, which they reach with 127 at least.
double reachOf(const QuantizeStep& step)
{
    const double above = static_cast<double>(step.highest - step.zeroPoint);
    const double below = static_cast<double>(step.zeroPoint - step.lowest);
    if (step.zeroPoint == 0 && step.lowest < 0)
        return largestActivation * static_cast<double>(step.scale); // -128 is as good as -127
    return std::max(above, below) * step.scale;
}

bool isNear(double a, double b, double tolerance)
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
    Layers(DeployableModel& model, const ChainParts& parts, double inputScale)
        : m_model(model),
          m_parts(parts),
          m_scale(inputScale),
          m_fileScale(parts.inputs->scale),
          m_fileOffset(middleOf(*parts.inputs) - parts.inputs->zeroPoint)
    {
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
        const double shift = static_cast<double>(m_fileOffset) * m_fileScale;
        for (Eigen::Index o = 0; o < floats.bias.size(); ++o)
            floats.bias(o) += static_cast<float>(floats.weights.row(o).cast<double>().sum() * shift);
        floats.activation = layer.activation;
        return quantizeWeights(floats, m_scale);
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
            std::int64_t weights = 0;
            for (std::size_t i = 0; i < inputs; ++i)
                weights += own.weights[o * inputs + i];
            const double fileSteps = integers.bias
                                         ? (*integers.bias)[o]
                                         : layer.dense.bias[o] / (static_cast<double>(integers.scale[o]) * m_fileScale);
            const double steps = (fileSteps + static_cast<double>(weights * m_fileOffset)) * (m_fileScale / m_scale);
            own.bias.push_back(
                static_cast<std::int32_t>(std::clamp<double>(std::round(steps), -accumulatorLimit, accumulatorLimit)));
        }
        return result;
    }

    bool addHidden(const ChainLayer& layer)
    {
        const bool smooth = needsTable(layer.activation);
        const std::optional<QuantizeStep>& after = layer.result ? layer.result : layer.sums;
        if (!after && !layer.table)
            return false;
        QuantizedLayer hidden = quantized(layer);
        if (smooth && layer.table)
            addWithTable(hidden, layer);
        else
            // Before a function the file's range is that of the sums; without one, that of what comes out.
            m_scale = requantizeHidden(hidden, smooth ? layer.sums ? reachOf(*layer.sums) : 0 : reachOf(*after));
        m_fileScale = layer.table ? layer.table->scale : after->scale;
        m_fileOffset = 0;
        if (isNear(m_fileScale, m_scale, 1e-6))
            m_fileScale = m_scale; // the same steps, so the same integers
        m_model.layers.push_back(std::move(hidden.layer));
        return true;
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
    double m_scale;            ///< of the inputs of the next layer, here
    double m_fileScale;        ///< and in the file
    std::int64_t m_fileOffset; ///< what the file's integers are more than ours, in its steps
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

/// Two rows that reach as far as the file's integers do, and the ranges of the features with them.
Matrix reach(Preprocessing& preprocessing, double scale, bool rangesAreKnown)
{
    const InputSteps steps = inputSteps(preprocessing);
    Matrix rows = Matrix::Zero(2, static_cast<Eigen::Index>(preprocessing.features.size()));
    std::size_t input = 0;
    for (std::size_t f = 0; f < preprocessing.features.size(); ++f) {
        Feature& feature = preprocessing.features[f];
        const float factor = std::abs(steps.factor[input]);
        const float half = factor > 0 ? static_cast<float>(largestActivation * scale / factor) : 0;
        const float lowest = steps.centre[input] - half, highest = steps.centre[input] + half;
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

void takeExactDecoding(OutputDecoding& decoding, const ModelDescription& description)
{
    if (decoding.target.task == Task::Classification) {
        if (description.scoreScale && isNear(*description.scoreScale, decoding.scoreScale, 1e-5))
            decoding.scoreScale = *description.scoreScale;
    } else if (description.unit.size() == 1 && description.offset.size() == 1 &&
               isNear(description.unit[0], decoding.unit[0], 1e-5) &&
               std::abs(description.offset[0] - decoding.offset[0]) <= 1 + std::abs(decoding.offset[0]) / 100000) {
        decoding.unit = description.unit;
        decoding.offset = description.offset;
    }
}

}

std::optional<Message> addIntegers(DeployableModel& model, const ChainParts& parts,
                                   const std::optional<ModelDescription>& description)
{
    const QuantizeStep& inputs = *parts.inputs;
    centre(model.preprocessing, static_cast<double>(middleOf(inputs) - inputs.zeroPoint) * inputs.scale);
    if (parts.described && middleOf(inputs) == inputs.zeroPoint && agrees(*description, model, inputs.scale)) {
        model.integerInputs = description->integerInputs;
    } else {
        const Matrix rows = reach(model.preprocessing, inputs.scale, parts.described);
        Result<QuantizedInputs> quantized = quantizeInputs(model.preprocessing, rows);
        if (!quantized)
            return quantized.error();
        model.integerInputs = std::move(quantized->features);
    }
    if (std::optional<Message> problem = Layers(model, parts, inputs.scale).add())
        return problem;
    if (description)
        takeExactDecoding(model.decoding, *description);
    return std::nullopt;
}

}
