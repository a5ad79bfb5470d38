#include "export/tflite_builder.h"

#include "compression/activation_rules.h"
#include "export/integer_scales.h"
#include "export/model_description.h"
#include "export/tensor_bytes.h"

#include <algorithm>

namespace broto {

namespace {

std::string tfliteLayerName(std::size_t index)
{
    return "layer_" + std::to_string(index + 1);
}

int addSoftmax(TfliteModel& model, int scores, std::size_t classes)
{
    return addTfliteOperator(model, TfliteOp::Softmax, {scores}, tfliteRow("certainty", TfliteType::Float32, classes),
                             TfliteFused::None, 1);
}

int addNumberTo(TfliteModel& model, TfliteOp op, int values, float number, const std::string& name)
{
    TfliteTensor constant{name + "_by", TfliteType::Float32, {1}, tensorBytes(std::vector{number}), {}, {}, 0};
    const int by = model.add(std::move(constant));
    return addTfliteOperator(model, op, {values, by}, tfliteRow(name, TfliteType::Float32, 1));
}

int addFloatLayer(TfliteModel& graph, int inputs, const Float32Layer& layer, std::size_t index)
{
    const std::string name = tfliteLayerName(index);
    const auto outputs = static_cast<std::size_t>(layer.outputs);
    const int weights = graph.add(
        {name + "/weights", TfliteType::Float32, {layer.outputs, layer.inputs}, tensorBytes(layer.weights), {}, {}, 0});
    const int bias =
        graph.add({name + "/bias", TfliteType::Float32, {layer.outputs}, tensorBytes(layer.bias), {}, {}, 0});
    const bool relu = layer.activation == Activation::Relu;
    const int sums =
        addTfliteOperator(graph, TfliteOp::FullyConnected, {inputs, weights, bias},
                          tfliteRow(name, TfliteType::Float32, outputs), relu ? TfliteFused::Relu : TfliteFused::None);
    return relu ? sums : addTfliteActivation(graph, sums, layer.activation, name);
}

int addFloatNetwork(TfliteModel& graph, int inputs, const DeployableModel& model)
{
    for (std::size_t l = 0; l < model.layers.size(); ++l)
        inputs = addFloatLayer(graph, inputs, std::get<Float32Layer>(model.layers[l]), l);
    const Target& target = model.decoding.target;
    if (target.task == Task::Classification)
        return addSoftmax(graph, inputs, static_cast<std::size_t>(model.outputs()));
    inputs = addNumberTo(graph, TfliteOp::Mul, inputs, target.deviation, "spread");
    return addNumberTo(graph, TfliteOp::Add, inputs, target.centre, "answer");
}

/// Adds integer layers, either all with one scale of weights as FULLY_CONNECTED, or all as 1x1 convolutions, the form
/// in which every reader takes one scale a neuron.
class IntegerNetwork {
public:
    IntegerNetwork(TfliteModel& graph, const DeployableModel& model, const Matrix& rows)
        : m_graph(graph),
          m_model(model),
          m_scales(integerScales(model, rows)),
          m_convolutions(std::any_of(m_scales.layers.begin(), m_scales.layers.end(),
                                     [](const LayerScales& layer) { return layer.weights.size() > 1; }))
    {
    }

    int addBehind(int inputs)
    {
        const std::size_t width = static_cast<std::size_t>(std::get<IntegerLayer>(m_model.layers.front()).inputs);
        TfliteTensor quantized = tfliteRow("quantized", TfliteType::Int8, width);
        quantized.scale = {m_scales.input};
        quantized.zeroPoint = {0};
        int values = addTfliteOperator(m_graph, TfliteOp::Quantize, {inputs}, quantized);
        if (m_convolutions)
            values = addReshape(values, {1, 1, 1, static_cast<std::int32_t>(width)}, "quantized_image");
        for (std::size_t l = 0; l < m_model.layers.size(); ++l)
            values = addLayer(values, l);
        if (m_convolutions)
            values = addReshape(values, {1, m_model.outputs()}, "quantized_outputs");
        const int outputs =
            addTfliteOperator(m_graph, TfliteOp::Dequantize, {values},
                              tfliteRow("outputs", TfliteType::Float32, static_cast<std::size_t>(m_model.outputs())));
        return addAnswer(outputs);
    }

private:
    int addReshape(int values, std::vector<std::int32_t> shape, std::string name)
    {
        TfliteTensor result = m_graph.tensors[static_cast<std::size_t>(values)];
        const int wanted = m_graph.add({name + "_shape",
                                        TfliteType::Int32,
                                        {static_cast<std::int32_t>(shape.size())},
                                        tensorBytes(shape),
                                        {},
                                        {},
                                        0});
        result.name = std::move(name);
        result.shape = std::move(shape);
        return addTfliteOperator(m_graph, TfliteOp::Reshape, {values, wanted}, std::move(result));
    }

    int addLayer(int inputs, std::size_t index)
    {
        const IntegerLayer& layer = std::get<IntegerLayer>(m_model.layers[index]);
        const LayerScales& scales = m_scales.layers[index];
        const std::string name = tfliteLayerName(index);
        const int weights = m_graph.add(weightTensor(layer, scales, name));
        const int bias = m_graph.add(biasTensor(layer, scales, name));
        TfliteTensor result{name, TfliteType::Int8, {}, {}, {scales.result}, {scales.resultZeroPoint}, 0};
        if (m_convolutions)
            result.shape = {1, 1, 1, layer.outputs};
        else
            result.shape = {1, layer.outputs};
        const int sums = addTfliteOperator(
            m_graph, m_convolutions ? TfliteOp::Conv2d : TfliteOp::FullyConnected, {inputs, weights, bias},
            std::move(result), layer.activation == Activation::Relu ? TfliteFused::Relu : TfliteFused::None);
        return layer.table.empty() ? sums : addTfliteTable(m_graph, sums, layer.table, layer.outputScale, name);
    }

    TfliteTensor weightTensor(const IntegerLayer& layer, const LayerScales& scales, const std::string& name) const
    {
        TfliteTensor weights{name + "/weights",
                             TfliteType::Int8,
                             {layer.outputs, layer.inputs},
                             tensorBytes(layer.weights),
                             scales.weights,
                             {},
                             0};
        if (m_convolutions)
            weights.shape = {layer.outputs, 1, 1, layer.inputs};
        if (m_convolutions)
            weights.scale.resize(static_cast<std::size_t>(layer.outputs), scales.weights.front());
        weights.zeroPoint.assign(weights.scale.size(), 0);
        return weights;
    }

    TfliteTensor biasTensor(const IntegerLayer& layer, const LayerScales& scales, const std::string& name) const
    {
        TfliteTensor bias{
            name + "/bias", TfliteType::Int32, {layer.outputs}, tensorBytes(layer.bias), scales.weights, {}, 0};
        if (m_convolutions)
            bias.scale.resize(static_cast<std::size_t>(layer.outputs), scales.weights.front());
        for (float& scale : bias.scale)
            scale *= scales.input;
        bias.zeroPoint.assign(bias.scale.size(), 0);
        return bias;
    }

    int addAnswer(int outputs)
    {
        const OutputDecoding& decoding = m_model.decoding;
        if (decoding.target.task == Task::Classification)
            return addSoftmax(m_graph, outputs, static_cast<std::size_t>(m_model.outputs()));
        return addNumberTo(m_graph, TfliteOp::Add, outputs,
                           static_cast<float>(decoding.offset.front()) * decoding.unit.front(), "answer");
    }

    TfliteModel& m_graph;
    const DeployableModel& m_model;
    const IntegerScales m_scales;
    const bool m_convolutions;
};

}

TfliteModel tfliteModel(const DeployableModel& model, const Matrix& rows)
{
    TfliteModel graph;
    const int row = graph.add(tfliteRow("features", TfliteType::Float32, model.preprocessing.features.size()));
    const int inputs = addTflitePreprocessing(graph, row, model.preprocessing);
    const int answer = model.arithmetic == Arithmetic::Int8 ? IntegerNetwork(graph, model, rows).addBehind(inputs)
                                                            : addFloatNetwork(graph, inputs, model);
    graph.inputs = {row};
    graph.outputs = {answer};
    graph.description = descriptionSentence(model);
    graph.metadata = {{std::string(descriptionEntry), embeddedDescription(model)}};
    return graph;
}

}
