#include "compression/predictor.h"

#include "compression/activation_rules.h"
#include "compression/answer_decoding.h"
#include "compression/input_steps.h"
#include "compression/packed_weights.h"
#include "runtime/dense_int8.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace broto {

namespace {

std::uint16_t count16(std::size_t count)
{
    return static_cast<std::uint16_t>(count);
}

std::size_t widestVector(const DeployableModel& model)
{
    std::size_t widest = 0;
    for (const LayerShape& layer : shapeOf(model))
        widest = std::max({widest, static_cast<std::size_t>(layer.inputs), static_cast<std::size_t>(layer.outputs)});
    return widest;
}

/// Calls `run` with the weights as the kernels of the runtime take them.
template<class Run>
void withWeights(const IntegerLayer& layer, const std::vector<std::uint8_t>& packed, Run run)
{
    switch (layer.storage) {
    case Storage::Int8:
        return run(runtime::Int8Weights{layer.weights.data()});
    case Storage::Int4:
        return run(runtime::Int4Weights{packed.data()});
    case Storage::Ternary:
        return run(runtime::TernaryWeights{packed.data()});
    case Storage::Sparse:
        return run(runtime::SparseWeights{packed.data()});
    case Storage::Codebook:
        break;
    }
    const std::int8_t* codebook = layer.codebook.data();
    switch (indexBits(layer.codebook.size())) {
    case 2:
        return run(runtime::CodebookWeights<2>{packed.data(), codebook});
    case 4:
        return run(runtime::CodebookWeights<4>{packed.data(), codebook});
    default:
        return run(runtime::CodebookWeights<8>{packed.data(), codebook});
    }
}

template<class Run>
void withGroups(const IntegerLayer& layer, Run run)
{
    if (layer.storage == Storage::Int4)
        run(runtime::Int4());
    else
        run(runtime::Int8());
}

/// Room for the padding of the last group of four neurons, which kernels write.
std::size_t paddedToGroups(std::size_t count)
{
    return BROTO_ACTIVATIONS(count);
}

void runHidden(const IntegerLayer& layer, const std::vector<std::uint8_t>& packed, const std::int8_t* x, std::int8_t* y)
{
    const std::uint16_t outputs = count16(layer.bias.size());
    const auto inputs = static_cast<std::uint16_t>(layer.inputs);
    const auto shift = static_cast<std::uint8_t>(layer.shift);
    const std::int8_t lowest = lowestActivation(layer.activation);
    if (liesInGroups(layer))
        withGroups(layer, [&]<class Storage>(Storage) {
            if (lowest == 0)
                runtime::layerRelu<Storage, runtime::DenseInputs>(packed.data(), shift, inputs, outputs, x, y);
            else
                runtime::layerLinear<Storage, runtime::DenseInputs>(packed.data(), shift, inputs, outputs, x, y);
        });
    else
        withWeights(layer, packed, [&](auto weights) {
            runtime::denseHidden(weights, layer.bias.data(), layer.multiplier.data(), shift, lowest, inputs, outputs, x,
                                 y);
        });
    if (!layer.table.empty())
        runtime::applyTable(layer.table.data(), outputs, y);
}

std::vector<std::int32_t> runOutput(const IntegerLayer& layer, const std::vector<std::uint8_t>& packed,
                                    const std::int8_t* x)
{
    std::vector<std::int32_t> raw(layer.bias.size());
    const auto inputs = static_cast<std::uint16_t>(layer.inputs);
    const std::uint16_t outputs = count16(raw.size());
    if (liesInGroups(layer))
        withGroups(layer, [&]<class Storage>(Storage) {
            runtime::layerScores<Storage, runtime::DenseInputs>(packed.data(), inputs, outputs, x, raw.data());
        });
    else
        withWeights(layer, packed, [&](auto weights) {
            if (layer.multiplier.empty())
                runtime::denseSums(weights, layer.bias.data(), inputs, outputs, x, raw.data());
            else
                runtime::denseScores(weights, layer.bias.data(), layer.multiplier.data(), inputs, outputs, x,
                                     raw.data());
        });
    return raw;
}

/// As the kernels read it; nothing where they read the layer's own weights.
std::vector<std::uint8_t> packed(const IntegerLayer& layer)
{
    if (liesInGroups(layer))
        return packedGroups(layer);
    return layer.storage == Storage::Int8 ? std::vector<std::uint8_t>{} : packedWeights(layer);
}

bool takeReport(Prediction& prediction, const runtime::InputReport& report)
{
    prediction.refused = report.refused != 0;
    prediction.refusedFeature = report.feature;
    prediction.outOfRange = report.outOfRange;
    return !prediction.refused;
}

}

Predictor::Predictor(const DeployableModel& model) : m_model(model)
{
    const std::size_t widest = paddedToGroups(widestVector(model));
    if (model.arithmetic == Arithmetic::Int8) {
        m_first.resize(widest);
        m_second.resize(widest);
        for (const ModelLayer& layer : model.layers)
            m_packed.push_back(packed(std::get<IntegerLayer>(layer)));
    } else {
        m_firstFloat.resize(widest);
        m_secondFloat.resize(widest);
        m_floatInputs = floatInputs(model.preprocessing);
    }
}

Prediction Predictor::predict(std::span<const float> row)
{
    assert(row.size() == m_model.preprocessing.features.size());
    return m_model.arithmetic == Arithmetic::Int8 ? predictInteger(row) : predictFloat(row);
}

std::vector<std::int8_t> Predictor::hiddenActivations(std::span<const float> row, int layer)
{
    assert(m_model.arithmetic == Arithmetic::Int8 && layer >= 0 && layer + 1 < static_cast<int>(m_model.layers.size()));
    if (runtime::encodeRow(m_model.integerInputs.data(), count16(row.size()), row.data(), m_first.data()).refused)
        return {};
    runHiddenLayers(static_cast<std::size_t>(layer) + 1);
    const auto outputs = std::get<IntegerLayer>(m_model.layers[static_cast<std::size_t>(layer)]).bias.size();
    return {m_first.begin(), m_first.begin() + static_cast<std::ptrdiff_t>(outputs)};
}

void Predictor::runHiddenLayers(std::size_t count)
{
    for (std::size_t l = 0; l < count; ++l) {
        runHidden(std::get<IntegerLayer>(m_model.layers[l]), m_packed[l], m_first.data(), m_second.data());
        m_first.swap(m_second);
    }
}

Prediction Predictor::predictInteger(std::span<const float> row)
{
    Prediction prediction;
    if (!takeReport(prediction,
                    runtime::encodeRow(m_model.integerInputs.data(), count16(row.size()), row.data(), m_first.data())))
        return prediction;
    runHiddenLayers(m_model.layers.size() - 1);
    prediction.raw = runOutput(std::get<IntegerLayer>(m_model.layers.back()), m_packed.back(), m_first.data());
    decodeOutputs(m_model.decoding, prediction);
    return prediction;
}

Prediction Predictor::predictFloat(std::span<const float> row)
{
    Prediction prediction;
    if (!takeReport(prediction,
                    runtime::encodeRow(m_floatInputs.data(), count16(row.size()), row.data(), m_firstFloat.data())))
        return prediction;
    for (const ModelLayer& any : m_model.layers) {
        const Float32Layer& layer = std::get<Float32Layer>(any);
        runtime::denseFloat(layer.weights.data(), layer.bias.data(), static_cast<std::uint16_t>(layer.inputs),
                            count16(layer.bias.size()), m_firstFloat.data(), m_secondFloat.data());
        std::transform(m_secondFloat.begin(), m_secondFloat.begin() + layer.outputs, m_secondFloat.begin(),
                       runtimeActivation(layer.activation).value);
        m_firstFloat.swap(m_secondFloat);
    }
    prediction.rawFloat.assign(m_firstFloat.begin(), m_firstFloat.begin() + m_model.outputs());
    decodeOutputs(m_model.decoding, prediction);
    return prediction;
}

std::optional<Prediction> StreamPredictor::push(std::span<const float> reading)
{
    if (m_stream.push(reading) != runtime::streamWindowFull)
        return std::nullopt;
    return m_predictor.predict(m_stream.row());
}

Metrics evaluate(const DeployableModel& model, const DataPart& part, const RunControl& control)
{
    Predictor predictor(model);
    const Target& target = model.decoding.target;
    const bool classification = target.task == Task::Classification;
    std::vector<std::int32_t> labels, classes;
    std::vector<float> values, answers;
    double loss = 0;
    for (std::size_t r = 0; r < part.rows() && !control.cancelled(); ++r) {
        const auto row = static_cast<Eigen::Index>(r);
        const Prediction prediction =
            predictor.predict({part.raw.row(row).data(), static_cast<std::size_t>(part.raw.cols())});
        if (prediction.refused)
            continue;
        if (classification) {
            labels.push_back(part.labels[r]);
            classes.push_back(prediction.classIndex);
            const float certainty = prediction.certainty[static_cast<std::size_t>(part.labels[r])];
            loss -= std::log(std::max(certainty, std::numeric_limits<float>::min()));
        } else {
            values.push_back(part.values(row));
            answers.push_back(prediction.value);
            const double difference = (prediction.value - part.values(row)) / target.deviation;
            loss += difference * difference;
        }
    }
    Metrics metrics =
        classification ? classificationMetrics(labels, classes, model.outputs()) : regressionMetrics(values, answers);
    const std::size_t rows = classification ? labels.size() : values.size();
    if (rows > 0)
        metrics.loss = loss / static_cast<double>(rows);
    return metrics;
}

}
