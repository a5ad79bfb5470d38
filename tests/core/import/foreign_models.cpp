#include "foreign_models.h"

#include "export/tensor_bytes.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

template<std::size_t rows, std::size_t columns>
std::vector<float> flat(const float (&matrix)[rows][columns])
{
    return {&matrix[0][0], &matrix[0][0] + rows * columns};
}

template<std::size_t count>
std::vector<float> flat(const float (&values)[count])
{
    return {values, values + count};
}

template<std::size_t rows, std::size_t columns>
std::vector<float> turned(const float (&matrix)[rows][columns])
{
    std::vector<float> result;
    for (std::size_t c = 0; c < columns; ++c)
        for (std::size_t r = 0; r < rows; ++r)
            result.push_back(matrix[r][c]);
    return result;
}

template<class Integer>
std::vector<Integer> rounded(const std::vector<float>& values, float scale)
{
    std::vector<Integer> result;
    for (const float value : values)
        result.push_back(static_cast<Integer>(std::lround(value / scale)));
    return result;
}

TfliteTensor quantizedRow(std::string name, int count, float scale, std::int64_t zero)
{
    return {std::move(name), TfliteType::Int8, {1, count}, {}, {scale}, {zero}, 0};
}

OnnxTensor floats(std::string name, std::vector<std::int64_t> shape, const std::vector<float>& values)
{
    return {std::move(name), OnnxType::Float32, std::move(shape), tensorBytes(values)};
}

}

std::vector<float> foreignOutputs(float x, float y)
{
    std::vector<float> outputs(foreignBias2, foreignBias2 + 2);
    for (int h = 0; h < 3; ++h) {
        const float sum = foreignWeights1[h][0] * x + foreignWeights1[h][1] * y + foreignBias1[h];
        for (int o = 0; o < 2; ++o)
            outputs[static_cast<std::size_t>(o)] += foreignWeights2[o][h] * std::max(sum, 0.0f);
    }
    return outputs;
}

TfliteModel kerasFloat()
{
    TfliteModel model;
    model.tensors = {{"serving_default_input:0", TfliteType::Float32, {1, 2}, {}, {}, {}, 0},
                     {"dense/MatMul", TfliteType::Float32, {3, 2}, tensorBytes(flat(foreignWeights1)), {}, {}, 0},
                     {"dense/bias", TfliteType::Float32, {3}, tensorBytes(flat(foreignBias1)), {}, {}, 0},
                     {"dense/Relu", TfliteType::Float32, {1, 3}, {}, {}, {}, 0},
                     {"dense_1/MatMul", TfliteType::Float32, {2, 3}, tensorBytes(flat(foreignWeights2)), {}, {}, 0},
                     {"dense_1/bias", TfliteType::Float32, {2}, tensorBytes(flat(foreignBias2)), {}, {}, 0},
                     {"dense_1/BiasAdd", TfliteType::Float32, {1, 2}, {}, {}, {}, 0},
                     {"StatefulPartitionedCall:0", TfliteType::Float32, {1, 2}, {}, {}, {}, 0}};
    model.operators = {{TfliteOp::FullyConnected, {0, 1, 2}, {3}, TfliteFused::Relu, 0, 0},
                       {TfliteOp::FullyConnected, {3, 4, 5}, {6}, TfliteFused::None, 0, 0},
                       {TfliteOp::Softmax, {6}, {7}, TfliteFused::None, 1, 0}};
    model.inputs = {0};
    model.outputs = {7};
    return model;
}

TfliteModel kerasInt8()
{
    constexpr float input = 4.0f / 255, hidden = 4.0f / 255, outputs = 8.0f / 255;
    constexpr float first = 1.0f / 127, second = 1.0f / 127;
    TfliteModel model;
    model.tensors = {quantizedRow("input", 2, input, -1),
                     {"w1",
                      TfliteType::Int8,
                      {3, 2},
                      tensorBytes(rounded<std::int8_t>(flat(foreignWeights1), first)),
                      {first},
                      {0},
                      0},
                     {"b1",
                      TfliteType::Int32,
                      {3},
                      tensorBytes(rounded<std::int32_t>(flat(foreignBias1), first * input)),
                      {first * input},
                      {0},
                      0},
                     quantizedRow("hidden", 3, hidden, -128),
                     {"w2",
                      TfliteType::Int8,
                      {2, 3},
                      tensorBytes(rounded<std::int8_t>(flat(foreignWeights2), second)),
                      {second},
                      {0},
                      0},
                     {"b2",
                      TfliteType::Int32,
                      {2},
                      tensorBytes(rounded<std::int32_t>(flat(foreignBias2), second * hidden)),
                      {second * hidden},
                      {0},
                      0},
                     quantizedRow("logits", 2, outputs, 3),
                     quantizedRow("certainty", 2, 1.0f / 256, -128)};
    model.operators = {{TfliteOp::FullyConnected, {0, 1, 2}, {3}, TfliteFused::Relu, 0, 0},
                       {TfliteOp::FullyConnected, {3, 4, 5}, {6}, TfliteFused::None, 0, 0},
                       {TfliteOp::Softmax, {6}, {7}, TfliteFused::None, 1, 0}};
    model.inputs = {0};
    model.outputs = {7};
    return model;
}

OnnxModel pytorchFloat()
{
    OnnxModel model;
    model.constants = {
        floats("net.0.weight", {3, 2}, flat(foreignWeights1)), floats("net.0.bias", {3}, flat(foreignBias1)),
        floats("net.2.weight", {2, 3}, flat(foreignWeights2)), floats("net.2.bias", {2}, flat(foreignBias2))};
    model.nodes = {
        {"Gemm", "/net/0/Gemm", {"x", "net.0.weight", "net.0.bias"}, {"a"}, {{"transB", std::int64_t(1)}}, {}},
        {"Relu", "/net/1/Relu", {"a"}, {"b"}, {}, {}},
        {"Gemm", "/net/2/Gemm", {"b", "net.2.weight", "net.2.bias"}, {"y"}, {{"transB", std::int64_t(1)}}, {}}};
    model.inputs = {{"x", OnnxType::Float32, {-1, 2}}};
    model.outputs = {{"y", OnnxType::Float32, {-1, 2}}};
    model.producer = "pytorch";
    return model;
}

OnnxModel matmulFloat()
{
    OnnxModel model;
    model.constants = {floats("mean", {2}, {10, -4}),
                       floats("spread", {2}, {2, 0.5f}),
                       floats("w1", {2, 3}, turned(foreignWeights1)),
                       floats("b1", {3}, flat(foreignBias1)),
                       floats("w2", {3, 2}, turned(foreignWeights2)),
                       floats("b2", {2}, flat(foreignBias2))};
    model.nodes = {{"Sub", "", {"x", "mean"}, {"centred"}, {}, {}},
                   {"Div", "", {"centred", "spread"}, {"scaled"}, {}, {}},
                   {"MatMul", "", {"scaled", "w1"}, {"m1"}, {}, {}},
                   {"Add", "", {"m1", "b1"}, {"a1"}, {}, {}},
                   {"Relu", "", {"a1"}, {"h"}, {}, {}},
                   {"MatMul", "", {"h", "w2"}, {"m2"}, {}, {}},
                   {"Add", "", {"b2", "m2"}, {"a2"}, {}, {}},
                   {"Softmax", "", {"a2"}, {"y"}, {}, {}}};
    model.inputs = {{"x", OnnxType::Float32, {-1, 2}}};
    model.outputs = {{"y", OnnxType::Float32, {-1, 2}}};
    return model;
}

OnnxModel runtimeQuantized()
{
    constexpr float input = 4.0f / 255, hidden = 4.0f / 255, weights = 1.0f / 127;
    OnnxModel model;
    model.constants = {
        floats("sx", {}, {input}),
        {"zx", OnnxType::UInt8, {}, std::string(1, '\x80')},
        floats("sh", {}, {hidden}),
        {"zh", OnnxType::UInt8, {}, std::string(1, '\0')},
        floats("sw", {}, {weights}),
        {"zw", OnnxType::Int8, {}, std::string(1, '\0')},
        {"q1", OnnxType::Int8, {3, 2}, tensorBytes(rounded<std::int8_t>(flat(foreignWeights1), weights))},
        {"q2", OnnxType::Int8, {2, 3}, tensorBytes(rounded<std::int8_t>(flat(foreignWeights2), weights))},
        floats("b1", {3}, flat(foreignBias1)),
        floats("b2", {2}, flat(foreignBias2))};
    const auto node = [&](const char* op, std::vector<std::string> inputs, const char* result) {
        OnnxNode made{op, "", std::move(inputs), {result}, {}, {}};
        if (made.op == "Gemm")
            made.attributes.push_back({"transB", std::int64_t(1)});
        model.nodes.push_back(std::move(made));
    };
    node("QuantizeLinear", {"x", "sx", "zx"}, "xq");
    node("DequantizeLinear", {"xq", "sx", "zx"}, "xd");
    node("DequantizeLinear", {"q1", "sw", "zw"}, "w1");
    node("Gemm", {"xd", "w1", "b1"}, "a");
    node("Relu", {"a"}, "r");
    node("QuantizeLinear", {"r", "sh", "zh"}, "rq");
    node("DequantizeLinear", {"rq", "sh", "zh"}, "rd");
    node("DequantizeLinear", {"q2", "sw", "zw"}, "w2");
    node("Gemm", {"rd", "w2", "b2"}, "y");
    model.inputs = {{"x", OnnxType::Float32, {-1, 2}}};
    model.outputs = {{"y", OnnxType::Float32, {-1, 2}}};
    return model;
}

}
