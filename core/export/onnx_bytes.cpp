#include "common/version.h"
#include "export/onnx_model.h"
#include "export/protobuf_writer.h"

namespace broto {

namespace {

constexpr std::int64_t irVersion = 8;

// Kinds of attributes, in the order of OnnxAttribute::value.
constexpr std::int64_t attributeKinds[] = {2, 1, 3, 7, 6, 4};

ProtobufWriter written(const OnnxTensor& tensor)
{
    ProtobufWriter bytes;
    for (const std::int64_t size : tensor.shape)
        bytes.integer(1, size);
    bytes.integer(2, static_cast<std::int64_t>(tensor.type));
    bytes.bytes(8, tensor.name);
    bytes.bytes(9, tensor.data);
    return bytes;
}

struct AttributeValue {
    ProtobufWriter& bytes;
    void operator()(std::int64_t value) { bytes.integer(3, value); }
    void operator()(float value) { bytes.number(2, value); }
    void operator()(const std::string& value) { bytes.bytes(4, value); }
    void operator()(const std::vector<std::int64_t>& values)
    {
        for (const std::int64_t value : values)
            bytes.integer(8, value);
    }
    void operator()(const std::vector<float>& values)
    {
        for (const float value : values)
            bytes.number(7, value);
    }
    void operator()(const OnnxTensor& value) { bytes.message(5, written(value)); }
};

ProtobufWriter written(const OnnxAttribute& attribute)
{
    ProtobufWriter bytes;
    bytes.bytes(1, attribute.name);
    std::visit(AttributeValue{bytes}, attribute.value);
    bytes.integer(20, attributeKinds[attribute.value.index()]);
    return bytes;
}

ProtobufWriter written(const OnnxNode& node)
{
    ProtobufWriter bytes;
    for (const std::string& input : node.inputs)
        bytes.bytes(1, input);
    for (const std::string& output : node.outputs)
        bytes.bytes(2, output);
    bytes.bytes(3, node.name);
    bytes.bytes(4, node.op);
    for (const OnnxAttribute& attribute : node.attributes)
        bytes.message(5, written(attribute));
    if (!node.domain.empty())
        bytes.bytes(7, node.domain);
    return bytes;
}

ProtobufWriter written(const OnnxValue& value)
{
    ProtobufWriter shape;
    for (const std::int64_t size : value.shape) {
        ProtobufWriter dimension;
        if (size < 0)
            dimension.bytes(2, "rows");
        else
            dimension.integer(1, size);
        shape.message(1, dimension);
    }
    ProtobufWriter tensor, type, bytes;
    tensor.integer(1, static_cast<std::int64_t>(value.type));
    tensor.message(2, shape);
    type.message(1, tensor);
    bytes.bytes(1, value.name);
    bytes.message(2, type);
    return bytes;
}

ProtobufWriter writtenGraph(const OnnxModel& model)
{
    ProtobufWriter bytes;
    for (const OnnxNode& node : model.nodes)
        bytes.message(1, written(node));
    bytes.bytes(2, "main");
    for (const OnnxTensor& constant : model.constants)
        bytes.message(5, written(constant));
    bytes.bytes(10, model.description);
    for (const OnnxValue& input : model.inputs)
        bytes.message(11, written(input));
    for (const OnnxValue& output : model.outputs)
        bytes.message(12, written(output));
    return bytes;
}

}

std::string onnxBytes(const OnnxModel& model)
{
    ProtobufWriter bytes, operators;
    bytes.integer(1, irVersion);
    bytes.bytes(2, model.producer);
    bytes.bytes(3, programVersion);
    bytes.bytes(6, model.description);
    bytes.message(7, writtenGraph(model));
    operators.bytes(1, "");
    operators.integer(2, model.operators);
    bytes.message(8, operators);
    for (const auto& [name, text] : model.metadata) {
        ProtobufWriter entry;
        entry.bytes(1, name);
        entry.bytes(2, text);
        bytes.message(14, entry);
    }
    return bytes.bytes();
}

}
