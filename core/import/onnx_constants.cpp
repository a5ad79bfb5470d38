#include "import/onnx_constants.h"

#include "import/model_files.h"

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

std::vector<float> floatsOf(const OnnxTensor& tensor)
{
    switch (tensor.type) {
    case OnnxType::Float32:
        return valuesOf<float>(tensor.data);
    case OnnxType::Float16:
        return floatsOfHalves(tensor.data);
    case OnnxType::Float64: {
        std::vector<float> numbers;
        for (const double number : valuesOf<double>(tensor.data))
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

}

OnnxConstants::OnnxConstants(const OnnxModel& file)
{
    for (const OnnxTensor& tensor : file.constants)
        m_tensors[tensor.name] = &tensor;
}

bool OnnxConstants::takes(const OnnxNode& node)
{
    if (node.outputs.size() != 1)
        return false;
    const std::string& result = node.outputs.front();
    if (node.op == "Constant") {
        const OnnxAttribute* value = attributeOf(node, "value");
        const auto* tensor = value ? std::get_if<OnnxTensor>(&value->value) : nullptr;
        if (tensor)
            m_tensors[result] = tensor;
        return tensor != nullptr;
    }
    const OnnxTensor* from = node.inputs.empty() ? nullptr : find(node.inputs.front());
    if (!from)
        return false;
    if (node.op == "Identity") {
        m_tensors[result] = from;
        return true;
    }
    if (node.op != "DequantizeLinear" || node.inputs.size() < 2)
        return false;
    m_quantized[result] = {from, numbers(node.inputs[1]), node.inputs.size() > 2 ? find(node.inputs[2]) : nullptr,
                           static_cast<int>(integerOf(node, "axis", 1))};
    return true;
}

const OnnxTensor* OnnxConstants::find(const std::string& name) const
{
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : found->second;
}

std::vector<float> OnnxConstants::numbers(const std::string& name) const
{
    const OnnxTensor* tensor = find(name);
    return tensor ? floatsOf(*tensor) : std::vector<float>{};
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
    if (constant.shape.size() == 1)
        constant.axis = 0;
    return constant;
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
