#include "graph_writer.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

constexpr float weightStep = 1.0f / 127;

std::vector<std::int8_t> inSteps(const std::vector<float>& values)
{
    std::vector<std::int8_t> integers;
    for (const float value : values)
        integers.push_back(static_cast<std::int8_t>(std::lround(value / weightStep)));
    return integers;
}

}

double Steps::of(double value) const
{
    const bool isSigned = type == OnnxType::Int8;
    const double integer =
        std::clamp(std::nearbyint(value / scale) + zero, isSigned ? -128.0 : 0.0, isSigned ? 127.0 : 255.0);
    return (integer - zero) * scale;
}

GraphWriter& GraphWriter::node(const std::string& op, std::vector<std::string> more,
                               std::vector<OnnxAttribute> attributes)
{
    more.insert(more.begin(), m_value);
    m_value = m_builder.node(op, std::move(more), fresh(), std::move(attributes));
    return *this;
}

std::vector<std::string> GraphWriter::constantsOf(const Steps& steps)
{
    const std::string scale = m_builder.number(fresh(), steps.scale);
    return {scale, m_builder.constant(fresh(), steps.type, {}, std::vector{static_cast<std::uint8_t>(steps.zero)})};
}

std::string GraphWriter::dequantized(const std::string& integers, const std::vector<float>& scale,
                                     const std::string& zero, std::int64_t axis)
{
    std::vector<std::string> inputs = {integers,
                                       scale.size() == 1 ? m_builder.number(fresh(), scale.front()) : floats(scale)};
    if (!zero.empty())
        inputs.push_back(zero);
    return m_builder.node("DequantizeLinear", std::move(inputs), fresh(), {{"axis", axis}});
}

GraphWriter& GraphWriter::layer(const std::vector<float>& weights, std::int64_t outputs, const std::string& bias)
{
    const auto inputs = static_cast<std::int64_t>(weights.size()) / outputs;
    const std::string constant =
        dequantized(integers(OnnxType::Int8, {outputs, inputs}, inSteps(weights)), {weightStep});
    return node("Gemm", {constant, bias}, {{"transB", std::int64_t(1)}});
}

GraphWriter& GraphWriter::hidden(const std::string& bias)
{
    return layer({&foreignWeights1[0][0], &foreignWeights1[0][0] + 6}, 3,
                 bias.empty() ? floats({foreignBias1, foreignBias1 + 3}) : bias);
}

GraphWriter& GraphWriter::output()
{
    return layer({graphOutput, graphOutput + 3}, 1, floats({graphBias}));
}

GraphWriter& GraphWriter::floatHidden()
{
    const std::string weights = m_builder.constant(
        fresh(), OnnxType::Float32, {3, 2}, std::vector<float>(&foreignWeights1[0][0], &foreignWeights1[0][0] + 6));
    return node("Gemm", {weights, floats({foreignBias1, foreignBias1 + 3})}, {{"transB", std::int64_t(1)}});
}

GraphWriter& GraphWriter::passByOutputKind(float scale, std::int64_t kind)
{
    const std::string step = m_builder.number(fresh(), scale);
    return node("QuantizeLinear", {step}, {{"output_dtype", kind}}).node("DequantizeLinear", {step});
}

GraphWriter& GraphWriter::hiddenByOutputKind()
{
    const std::string step = m_builder.number(fresh(), weightStep);
    const std::string weights = m_builder.constant(
        fresh(), OnnxType::Float32, {3, 2}, std::vector<float>(&foreignWeights1[0][0], &foreignWeights1[0][0] + 6));
    const std::string integers = m_builder.node("QuantizeLinear", {weights, step}, fresh(),
                                                {{"output_dtype", static_cast<std::int64_t>(OnnxType::Int8)}});
    return node(
        "Gemm",
        {m_builder.node("DequantizeLinear", {integers, step}, fresh(), {}), floats({foreignBias1, foreignBias1 + 3})},
        {{"transB", std::int64_t(1)}});
}

std::string GraphWriter::bytes(std::int64_t outputs, std::int64_t operators)
{
    m_model.inputs = {{"x", OnnxType::Float32, {-1, 2}}};
    m_model.outputs = {{m_value, OnnxType::Float32, {-1, outputs}}};
    m_model.operators = operators;
    return onnxBytes(m_model);
}

}
