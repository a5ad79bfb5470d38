#include "import/onnx_constants.h"

#include "export/tensor_bytes.h"
#include "import/model_files.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

const OnnxAttribute* attributeOf(const OnnxNode& node, std::string_view name)
{
    for (const OnnxAttribute& attribute : node.attributes)
        if (attribute.name == name)
            return &attribute;
    return nullptr;
}

template<class Integer>
std::vector<std::int32_t> widened(std::string_view bytes)
{
    const std::vector<Integer> values = valuesOf<Integer>(bytes);
    return {values.begin(), values.end()};
}

std::vector<std::int32_t> integersOf(const OnnxTensor& tensor)
{
    switch (tensor.type) {
    case OnnxType::Int8:
        return widened<std::int8_t>(tensor.data);
    case OnnxType::UInt8:
        return widened<std::uint8_t>(tensor.data);
    case OnnxType::Int32:
        return widened<std::int32_t>(tensor.data);
    default:
        return {};
    }
}

/// Numbers of 64 bits of which one is finite, and would not be in 32.
bool areBeyondFloat(const OnnxTensor& tensor)
{
    const std::vector<double> numbers =
        tensor.type == OnnxType::Float64 ? valuesOf<double>(tensor.data) : std::vector<double>();
    return std::any_of(numbers.begin(), numbers.end(), [](double number) {
        return std::isfinite(number) && std::abs(number) > std::numeric_limits<float>::max();
    });
}

std::vector<float> floatsOf(const OnnxTensor& tensor)
{
    switch (tensor.type) {
    case OnnxType::Float32:
        return valuesOf<float>(tensor.data);
    case OnnxType::Float16:
        return floatsOfHalves(tensor.data);
    case OnnxType::Float64: {
        std::vector<float> numbers;
        for (const double number : areBeyondFloat(tensor) ? std::vector<double>() : valuesOf<double>(tensor.data))
            numbers.push_back(static_cast<float>(number));
        return numbers;
    }
    default: {
        std::vector<float> numbers;
        for (const std::int32_t integer : integersOf(tensor))
            numbers.push_back(static_cast<float>(integer));
        return numbers;
    }
    }
}

/// A number for each place of a shape that has one for all, or one for each index of an axis.
template<class Number>
Number numberAt(const std::vector<Number>& numbers, const std::vector<std::int64_t>& shape, int axis, std::size_t place)
{
    if (numbers.size() == 1)
        return numbers.front();
    std::size_t behind = 1; // how many numbers lie between two indexes of the axis
    for (std::size_t i = static_cast<std::size_t>(axis) + 1; i < shape.size(); ++i)
        behind *= static_cast<std::size_t>(shape[i]);
    return numbers[place / behind % numbers.size()];
}

/// Whether there is a scale and a zero point for all of a shape, or for each index of an axis.
bool isSound(const QuantizedConstant& constant)
{
    const bool isAxis = constant.axis >= 0 && static_cast<std::size_t>(constant.axis) < constant.shape.size();
    const std::size_t count = constant.scale.size();
    return constant.zeroPoint.size() == count &&
           (count == 1 ||
            (isAxis && static_cast<std::int64_t>(count) == constant.shape[static_cast<std::size_t>(constant.axis)]));
}

std::vector<float> floatsOf(const QuantizedConstant& constant)
{
    std::vector<float> floats;
    for (std::size_t i = 0; isSound(constant) && i < constant.integers.size(); ++i) {
        const std::int64_t integer =
            constant.integers[i] - numberAt(constant.zeroPoint, constant.shape, constant.axis, i);
        const float scale = numberAt(constant.scale, constant.shape, constant.axis, i);
        floats.push_back(static_cast<float>(static_cast<double>(integer) * scale));
    }
    return floats;
}

/// Counted from the end below 0. A list has but one.
int axisOf(const OnnxNode& node, std::size_t dimensions)
{
    const std::int64_t axis = integerOf(node, "axis", 1), count = static_cast<std::int64_t>(dimensions);
    if (count < 2)
        return 0;
    return axis < -count || axis >= count ? -1 : static_cast<int>(axis < 0 ? axis + count : axis);
}

}

OnnxConstants::OnnxConstants(const OnnxModel& file)
{
    for (const OnnxTensor& tensor : file.constants)
        m_tensors[tensor.name] = &tensor;
}

const OnnxTensor* OnnxConstants::keep(OnnxTensor tensor)
{
    return &m_made.emplace_back(std::move(tensor));
}

bool OnnxConstants::spend(std::size_t bytes)
{
    const bool isThere = bytes <= m_left;
    m_left -= isThere ? bytes : 0;
    return isThere;
}

bool OnnxConstants::takes(const OnnxNode& node)
{
    if (node.outputs.size() != 1)
        return false;
    const std::string& result = node.outputs.front();
    if (node.op == "Constant") {
        for (const OnnxAttribute& attribute : node.attributes)
            if (const auto* tensor = std::get_if<OnnxTensor>(&attribute.value))
                m_tensors[result] = tensor;
            else if (const auto* number = std::get_if<float>(&attribute.value); number && spend(sizeof(float)))
                m_tensors[result] = keep({result, OnnxType::Float32, {}, tensorBytes(std::vector{*number})});
            else if (const auto* list = std::get_if<std::vector<float>>(&attribute.value);
                     list && spend(list->size() * sizeof(float)))
                m_tensors[result] =
                    keep({result, OnnxType::Float32, {static_cast<std::int64_t>(list->size())}, tensorBytes(*list)});
        return find(result) != nullptr;
    }
    const OnnxTensor* from = node.inputs.empty() ? nullptr : find(node.inputs.front());
    if (!from)
        return false;
    if (node.op == "Identity") {
        m_tensors[result] = from;
        return true;
    }
    const bool isDequantization = node.op == "DequantizeLinear";
    if ((!isDequantization && node.op != "QuantizeLinear") || node.inputs.size() < 2)
        return false;
    const bool hasZero = node.inputs.size() > 2 && !node.inputs[2].empty();
    if (!find(node.inputs[1]) || (hasZero && !find(node.inputs[2])) || !spend(count(node.inputs[1]) * sizeof(float)))
        return false;
    if (!isDequantization)
        return takesQuantization(node, *from);
    m_quantized[result] = {from, numbers(node.inputs[1]), hasZero ? find(node.inputs[2]) : nullptr,
                           axisOf(node, from->shape.size())};
    return true;
}

/// Weights that are quantized by the graph itself, as training with quantization leaves them.
bool OnnxConstants::takesQuantization(const OnnxNode& node, const OnnxTensor& from)
{
    const OnnxTensor* zero = node.inputs.size() > 2 ? find(node.inputs[2]) : nullptr;
    QuantizedConstant steps{from.shape, {}, numbers(node.inputs[1]), {0}, axisOf(node, from.shape.size())};
    if (zero) {
        const std::vector<std::int32_t> points = integersOf(*zero);
        steps.zeroPoint.assign(points.begin(), points.end());
    }
    if (steps.zeroPoint.size() == 1)
        steps.zeroPoint.assign(steps.scale.size(), steps.zeroPoint.front());
    const OnnxType type = quantizedType(node, zero);
    const bool isSigned = type == OnnxType::Int8;
    if ((!isSigned && type != OnnxType::UInt8) || !isSound(steps) || !spend(count(node.inputs[0])))
        return false;
    std::string bytes;
    std::size_t place = 0;
    for (const float number : floatsOf(from)) {
        const auto zeroPoint = static_cast<double>(numberAt(steps.zeroPoint, steps.shape, steps.axis, place));
        const double integer =
            std::nearbyint(number / numberAt(steps.scale, steps.shape, steps.axis, place++)) + zeroPoint;
        if (!std::isfinite(integer))
            return false;
        bytes.push_back(static_cast<char>(
            static_cast<int>(std::clamp(integer, isSigned ? -128.0 : 0.0, isSigned ? 127.0 : 255.0))));
    }
    const std::string& result = node.outputs.front();
    m_tensors[result] = keep({result, type, from.shape, std::move(bytes)});
    return true;
}

const OnnxTensor* OnnxConstants::find(const std::string& name) const
{
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : found->second;
}

std::vector<float> OnnxConstants::numbers(const std::string& name) const
{
    if (const std::optional<QuantizedConstant> constant = quantized(name))
        return floatsOf(*constant);
    const OnnxTensor* tensor = find(name);
    return tensor ? floatsOf(*tensor) : std::vector<float>{};
}

bool OnnxConstants::areBeyondFloat(const std::string& name) const
{
    const OnnxTensor* tensor = find(name);
    return tensor && broto::areBeyondFloat(*tensor);
}

std::vector<std::int64_t> OnnxConstants::sizes(const std::string& name) const
{
    const OnnxTensor* tensor = find(name);
    return tensor && tensor->type == OnnxType::Int64 ? valuesOf<std::int64_t>(tensor->data)
                                                     : std::vector<std::int64_t>{};
}

std::size_t OnnxConstants::count(const std::string& name) const
{
    const OnnxTensor* tensor = find(name);
    return tensor && sizeOf(tensor->type) > 0 ? tensor->data.size() / sizeOf(tensor->type) : 0;
}

std::optional<QuantizedConstant> OnnxConstants::quantized(const std::string& name) const
{
    const auto found = m_quantized.find(name);
    if (found == m_quantized.end())
        return std::nullopt;
    const auto& [integers, scale, zero, axis] = found->second;
    QuantizedConstant constant{integers->shape, integersOf(*integers), scale, {}, axis};
    for (const std::int32_t point : zero ? integersOf(*zero) : std::vector<std::int32_t>{})
        constant.zeroPoint.push_back(point);
    if (!zero || constant.zeroPoint.size() == 1)
        constant.zeroPoint.assign(scale.size(), zero ? constant.zeroPoint.front() : 0);
    return constant;
}

OnnxType quantizedType(const OnnxNode& node, const OnnxTensor* zeroPoint)
{
    if (zeroPoint)
        return zeroPoint->type;
    const std::int64_t said = integerOf(node, "output_dtype", 0);
    return said == 0 ? OnnxType::UInt8 : static_cast<OnnxType>(said);
}

std::int64_t integerOf(const OnnxNode& node, std::string_view name, std::int64_t otherwise)
{
    const OnnxAttribute* attribute = attributeOf(node, name);
    const auto* value = attribute ? std::get_if<std::int64_t>(&attribute->value) : nullptr;
    return value ? *value : otherwise;
}

float numberOf(const OnnxNode& node, std::string_view name, float otherwise)
{
    const OnnxAttribute* attribute = attributeOf(node, name);
    const auto* value = attribute ? std::get_if<float>(&attribute->value) : nullptr;
    return value ? *value : otherwise;
}

}
