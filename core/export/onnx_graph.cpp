#include "export/integer_scales.h"
#include "export/model_description.h"
#include "export/onnx_builder.h"

namespace broto {

namespace {

std::string onnxLayerName(std::size_t index)
{
    return "layer_" + std::to_string(index + 1);
}

OnnxAttribute weightsAreOutputsByInputs()
{
    return {"transB", std::int64_t(1)};
}

std::string addFloatNetwork(OnnxBuilder& builder, std::string values, const DeployableModel& model)
{
    for (std::size_t l = 0; l < model.layers.size(); ++l) {
        const Float32Layer& layer = std::get<Float32Layer>(model.layers[l]);
        const std::string name = onnxLayerName(l);
        const std::string weights =
            builder.constant(name + "/weights", OnnxType::Float32, {layer.outputs, layer.inputs}, layer.weights);
        values = builder.node("Gemm", {values, weights, builder.floats(name + "/bias", layer.bias)}, name,
                              {weightsAreOutputsByInputs()});
        values = builder.activation(values, layer.activation, name);
    }
    return values;
}

/// Integers as the file holds them, and the node that makes numbers of them: by one scale, or one a neuron.
template<class Integer>
std::string addIntegers(OnnxBuilder& builder, const std::string& name, OnnxType type, std::vector<std::int64_t> shape,
                        const std::vector<Integer>& values, const std::vector<float>& scales)
{
    const bool one = scales.size() == 1;
    const std::string integers = builder.constant(name + "/integers", type, std::move(shape), values);
    const std::string scale =
        one ? builder.number(name + "/scale", scales.front()) : builder.floats(name + "/scale", scales);
    std::vector<OnnxAttribute> attributes;
    if (!one)
        attributes.push_back({"axis", std::int64_t(0)});
    return builder.node("DequantizeLinear", {integers, scale}, name, std::move(attributes));
}

std::string addIntegerNetwork(OnnxBuilder& builder, const std::string& inputs, const DeployableModel& model)
{
    const IntegerScales scales = integerScales(model);
    std::string values = builder.quantized(inputs, scales.input, "inputs");
    for (std::size_t l = 0; l < model.layers.size(); ++l) {
        const IntegerLayer& layer = std::get<IntegerLayer>(model.layers[l]);
        const LayerScales& step = scales.layers[l];
        const std::string name = onnxLayerName(l);
        std::vector<float> biasScale = step.weights;
        for (float& scale : biasScale)
            scale *= step.input;
        const std::string weights = addIntegers(builder, name + "/weights", OnnxType::Int8,
                                                {layer.outputs, layer.inputs}, layer.weights, step.weights);
        const std::string bias =
            addIntegers(builder, name + "/bias", OnnxType::Int32, {layer.outputs}, layer.bias, biasScale);
        values = builder.node("Gemm", {values, weights, bias}, name, {weightsAreOutputsByInputs()});
        if (l + 1 == model.layers.size())
            break; // what comes out needs no eight bits
        if (layer.table.empty())
            values = builder.quantized(builder.activation(values, layer.activation, name), step.result, name);
        else
            values = builder.table(values, step.result, layer.table, layer.outputScale, name);
    }
    return values;
}

std::string addAnswer(OnnxBuilder& builder, const std::string& outputs, const DeployableModel& model)
{
    const OutputDecoding& decoding = model.decoding;
    if (decoding.target.task == Task::Classification)
        return builder.node("Softmax", {outputs}, "certainty", {{"axis", std::int64_t(1)}});
    if (model.arithmetic == Arithmetic::Int8) {
        const float centre = static_cast<float>(decoding.offset.front()) * decoding.unit.front();
        return builder.node("Add", {outputs, builder.number("centre_of_answer", centre)}, "answer");
    }
    const std::string spread =
        builder.node("Mul", {outputs, builder.number("deviation_of_answer", decoding.target.deviation)}, "spread");
    return builder.node("Add", {spread, builder.number("centre_of_answer", decoding.target.centre)}, "answer");
}

}

OnnxModel onnxModel(const DeployableModel& model)
{
    OnnxModel graph;
    OnnxBuilder builder(graph);
    const std::string inputs = builder.preprocessing("features", model.preprocessing);
    const std::string outputs = model.arithmetic == Arithmetic::Int8 ? addIntegerNetwork(builder, inputs, model)
                                                                     : addFloatNetwork(builder, inputs, model);
    const std::string answer = addAnswer(builder, outputs, model);
    graph.inputs = {{"features", OnnxType::Float32, {-1, model.features()}}};
    graph.outputs = {{answer, OnnxType::Float32, {-1, model.outputs()}}};
    graph.producer = "Broto";
    graph.description = descriptionSentence(model);
    graph.metadata = {{std::string(descriptionEntry), embeddedDescription(model)}};
    return graph;
}

}
