#include "import/onnx_patterns.h"

#include "export/onnx_builder.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

/// The numbers of an input of a node; none where it has no such constant.
std::vector<float> numbersOf(const OnnxConstants& constants, const OnnxNode& node, std::size_t input)
{
    return input < node.inputs.size() ? constants.numbers(node.inputs[input]) : std::vector<float>{};
}

/// The last of nodes that follow one another from `next` on, each taking the value of the one before it at its place.
const OnnxNode* lastOfTable(const OnnxModel& file, std::size_t next, std::string value)
{
    static constexpr std::pair<std::string_view, std::size_t> ops[] = {
        {"Cast", 0}, {"Add", 0}, {"Gather", 1}, {"DequantizeLinear", 0}};
    if (file.nodes.size() - next < std::size(ops))
        return nullptr;
    for (const auto& [op, place] : ops) {
        const OnnxNode& node = file.nodes[next++];
        if (node.op != op || node.outputs.size() != 1 || node.inputs.size() <= place || node.inputs[place] != value)
            return nullptr;
        value = node.outputs.front();
    }
    return &file.nodes[next - 1];
}

}

bool isNear(float a, float b)
{
    return std::abs(a - b) <= 1e-6f;
}

bool hasUsualSlope(const OnnxNode& node)
{
    return isNear(numberOf(node, "alpha", 0.2f), 1.0f / 6) && isNear(numberOf(node, "beta", 0.5f), 0.5f);
}

std::optional<OnnxPattern> gateAt(const OnnxModel& file, std::size_t next, const std::string& current)
{
    const OnnxNode& gate = file.nodes[next];
    const bool isHard = gate.op == "HardSigmoid" && hasUsualSlope(gate);
    if ((gate.op != "Sigmoid" && !isHard) || next + 1 == file.nodes.size())
        return std::nullopt;
    const OnnxNode& product = file.nodes[next + 1];
    const std::vector<std::string> both = {current, gate.outputs.front()};
    if (product.op != "Mul" || product.outputs.empty() || product.inputs.size() != both.size() ||
        !std::is_permutation(both.begin(), both.end(), product.inputs.begin()))
        return std::nullopt;
    return OnnxPattern{
        {ActivationStep{isHard ? Activation::HardSwish : Activation::Swish}}, product.outputs.front(), both.size()};
}

std::optional<OnnxPattern> onnxTableAt(const OnnxModel& file, const OnnxConstants& constants, std::size_t next,
                                       const std::string& current)
{
    const OnnxNode* scaled = lastOfTable(file, next, current);
    if (!scaled)
        return std::nullopt;
    const OnnxNode &sum = file.nodes[next + 1], &gather = file.nodes[next + 2];
    const OnnxTensor* table = constants.find(gather.inputs[0]);
    const std::vector<float> scale = numbersOf(constants, *scaled, 1), zero = numbersOf(constants, *scaled, 2);
    const bool isAroundZero = scaled->inputs.size() < 3 || zero == std::vector{0.0f};
    if (!table || table->type != OnnxType::Int8 || table->data.size() != 256 || integerOf(gather, "axis", 0) != 0 ||
        numbersOf(constants, sum, 1) != std::vector{128.0f} || scale.size() != 1 || !isAroundZero)
        return std::nullopt;
    return OnnxPattern{{TableStep{valuesOf<std::int8_t>(table->data), scale.front()}}, scaled->outputs.front(), 4};
}

std::optional<OnnxPattern> preprocessingAt(const OnnxModel& file, const OnnxConstants& constants,
                                           const std::string& current, const Preprocessing& preprocessing)
{
    OnnxModel expected;
    const std::string result = OnnxBuilder(expected).preprocessing(current, preprocessing);
    if (file.nodes.size() < expected.nodes.size())
        return std::nullopt;
    for (std::size_t i = 0; i < expected.nodes.size(); ++i) {
        const OnnxNode &there = file.nodes[i], &here = expected.nodes[i];
        if (there.op != here.op || there.inputs != here.inputs || there.outputs != here.outputs)
            return std::nullopt;
    }
    for (const OnnxTensor& constant : expected.constants) {
        const OnnxTensor* found = constants.find(constant.name);
        if (!found || found->data != constant.data || found->type != constant.type)
            return std::nullopt;
    }
    return OnnxPattern{{}, result, expected.nodes.size()};
}

}
