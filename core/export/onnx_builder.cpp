#include "export/onnx_builder.h"

#include "export/spread_inputs.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

std::int64_t dimension(std::size_t size)
{
    return static_cast<std::int64_t>(size);
}

bool allAre(const std::vector<float>& numbers, float value)
{
    return std::all_of(numbers.begin(), numbers.end(), [&](float number) { return number == value; });
}

OnnxAttribute castTo(OnnxType type)
{
    return {"to", static_cast<std::int64_t>(type)};
}

}

std::string OnnxBuilder::node(std::string op, std::vector<std::string> inputs, std::string result,
                              std::vector<OnnxAttribute> attributes)
{
    m_graph.nodes.push_back({std::move(op), result, std::move(inputs), {result}, std::move(attributes)});
    return result;
}

std::string OnnxBuilder::floats(std::string name, const std::vector<float>& values)
{
    return constant(std::move(name), OnnxType::Float32, {dimension(values.size())}, values);
}

std::string OnnxBuilder::number(std::string name, float value)
{
    return constant(std::move(name), OnnxType::Float32, {}, std::vector{value});
}

std::string OnnxBuilder::preprocessing(const std::string& row, const Preprocessing& preprocessing)
{
    const InputSteps steps = inputSteps(preprocessing);
    std::string values = row;
    if (!std::all_of(steps.fill.begin(), steps.fill.end(), [](float fill) { return std::isnan(fill); }))
        values = node("Where", {node("IsNaN", {row}, "is_missing"), floats("fill", steps.fill), row}, "filled");
    const SpreadInputs spread = spreadInputs(preprocessing.features);
    if (spread.anyCategory)
        values = node(
            "Gather",
            {values, constant("feature_of_input", OnnxType::Int32, {dimension(spread.feature.size())}, spread.feature)},
            "value_of_input", {{"axis", std::int64_t(1)}});
    std::string scaled = values;
    if (!allAre(steps.centre, 0) || !allAre(steps.factor, 1)) {
        const std::string centred = node("Sub", {values, floats("centre", steps.centre)}, "centred");
        scaled = node("Mul", {centred, floats("factor", steps.factor)}, "scaled");
    }
    if (!spread.anyCategory)
        return scaled;
    const std::string equal =
        node("Equal", {node("Round", {values}, "category_index"), floats("category_of_input", spread.category)},
             "is_that_category");
    const std::string ones = node("Cast", {equal}, "one_hot", {castTo(OnnxType::Float32)});
    const std::string which =
        constant("input_is_category", OnnxType::Bool, {dimension(spread.isCategory.size())}, spread.isCategory);
    return node("Where", {which, ones, scaled}, "inputs");
}

std::string OnnxBuilder::activation(const std::string& sums, Activation activation, const std::string& name)
{
    const auto hardSigmoid = [&](const char* what) {
        return node("HardSigmoid", {sums}, name + "/" + what, {{"alpha", 1.0f / 6}, {"beta", 0.5f}});
    };
    switch (activation) {
    case Activation::Linear:
        break;
    case Activation::Relu:
        return node("Relu", {sums}, name + "/relu");
    case Activation::LeakyRelu:
        return node("LeakyRelu", {sums}, name + "/leaky_relu", {{"alpha", 0.01f}});
    case Activation::Elu:
        return node("Elu", {sums}, name + "/elu", {{"alpha", 1.0f}});
    case Activation::Sigmoid:
        return node("Sigmoid", {sums}, name + "/sigmoid");
    case Activation::Tanh:
        return node("Tanh", {sums}, name + "/tanh");
    case Activation::Softplus:
        return node("Softplus", {sums}, name + "/softplus");
    case Activation::Swish:
        return node("Mul", {sums, node("Sigmoid", {sums}, name + "/sigmoid")}, name + "/swish");
    case Activation::HardSigmoid:
        return hardSigmoid("hard_sigmoid");
    case Activation::HardSwish:
        return node("Mul", {sums, hardSigmoid("gate")}, name + "/hard_swish");
    }
    return sums;
}

std::string OnnxBuilder::quantized(const std::string& values, float scale, const std::string& name)
{
    const std::string step = number(name + "/scale", scale);
    const std::string zero = constant(name + "/zero", OnnxType::Int8, {}, std::vector<std::int8_t>{0});
    const std::string integers = node("QuantizeLinear", {values, step, zero}, name + "/int8");
    return node("DequantizeLinear", {integers, step, zero}, name + "/value");
}

std::string OnnxBuilder::table(const std::string& sums, float scale, const std::vector<std::int8_t>& table,
                               float resultScale, const std::string& name)
{
    const std::string zero = constant(name + "/zero", OnnxType::Int8, {}, std::vector<std::int8_t>{0});
    const std::string integers =
        node("QuantizeLinear", {sums, number(name + "/sum_scale", scale), zero}, name + "/int8");
    const std::string wide = node("Cast", {integers}, name + "/wide", {castTo(OnnxType::Int32)});
    const std::string place =
        node("Add", {wide, constant(name + "/first_entry", OnnxType::Int32, {}, std::vector<std::int32_t>{128})},
             name + "/place");
    const std::string entries = constant(name + "/table", OnnxType::Int8, {dimension(table.size())}, table);
    const std::string found = node("Gather", {entries, place}, name + "/looked_up", {{"axis", std::int64_t(0)}});
    return node("DequantizeLinear", {found, number(name + "/scale", resultScale), zero}, name + "/value");
}

}
