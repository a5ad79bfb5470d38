#include "import/import_problem.h"
#include "import/model_files.h"
#include "import/protobuf_reader.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace broto {

namespace {

/// Whether a shape has as many numbers as there are bytes.
bool holdsItsShape(const OnnxTensor& tensor)
{
    const std::size_t size = sizeOf(tensor.type);
    std::size_t count = 1;
    for (const std::int64_t length : tensor.shape) {
        if (length < 0 || (length > 0 && count > tensor.data.size() / static_cast<std::uint64_t>(length)))
            return false;
        count *= static_cast<std::size_t>(length);
    }
    return size > 0 && count * size == tensor.data.size();
}

template<class Number>
void appendBytes(std::string& data, Number number)
{
    char bytes[sizeof(Number)];
    std::memcpy(bytes, &number, sizeof(Number));
    data.append(bytes, sizeof(Number));
}

/// Numbers that stand in the fields of their kind instead of as raw bytes.
std::string bytesOf(OnnxType type, const std::vector<std::int64_t>& integers, const std::vector<float>& floats,
                    const std::vector<double>& doubles)
{
    std::string data;
    for (const float number : floats)
        appendBytes(data, number);
    for (const double number : doubles)
        appendBytes(data, number);
    for (const std::int64_t number : integers) {
        switch (sizeOf(type)) {
        case 1:
            appendBytes(data, static_cast<std::int8_t>(number));
            break;
        case 2:
            appendBytes(data, static_cast<std::int16_t>(number));
            break;
        case 4:
            appendBytes(data, static_cast<std::int32_t>(number));
            break;
        default:
            appendBytes(data, number);
        }
    }
    return data;
}

class OnnxFileReader {
public:
    Result<OnnxModel> read(std::string_view bytes)
    {
        bool hasGraph = false;
        each(bytes, [&](const ProtobufField& field) {
            if (field.number == 2)
                m_model.producer = field.bytes;
            if (field.number == 6)
                m_model.description = field.bytes;
            if (field.number == 7) {
                hasGraph = true;
                readGraph(field.bytes);
            }
            if (field.number == 8)
                readOperators(field.bytes);
            if (field.number == 14)
                readMetadata(field.bytes);
        });
        if (m_external)
            return import_problem::externalData();
        if (m_damaged)
            return import_problem::damagedFile();
        if (!hasGraph)
            return import_problem::noGraph();
        return std::move(m_model);
    }

private:
    void each(std::string_view bytes, const std::function<void(const ProtobufField&)>& take)
    {
        ProtobufReader reader(bytes);
        ProtobufField field;
        while (!m_damaged && reader.next(field))
            take(field);
        m_damaged = m_damaged || reader.damaged();
    }

    void readOperators(std::string_view bytes)
    {
        std::string domain;
        std::int64_t version = 0;
        each(bytes, [&](const ProtobufField& field) {
            if (field.number == 1)
                domain = field.bytes;
            if (field.number == 2)
                version = static_cast<std::int64_t>(field.integer);
        });
        if (domain.empty() || domain == "ai.onnx")
            m_model.operators = version;
    }

    void readMetadata(std::string_view bytes)
    {
        std::pair<std::string, std::string> entry;
        each(bytes, [&](const ProtobufField& field) {
            if (field.number == 1)
                entry.first = field.bytes;
            if (field.number == 2)
                entry.second = field.bytes;
        });
        m_model.metadata.push_back(std::move(entry));
    }

    void readGraph(std::string_view bytes)
    {
        each(bytes, [&](const ProtobufField& field) {
            if (field.number == 1)
                readNode(field.bytes);
            if (field.number == 5)
                m_model.constants.push_back(tensorIn(field.bytes));
            if (field.number == 11)
                m_model.inputs.push_back(valueIn(field.bytes));
            if (field.number == 12)
                m_model.outputs.push_back(valueIn(field.bytes));
        });
    }

    void readNode(std::string_view bytes)
    {
        OnnxNode node;
        each(bytes, [&](const ProtobufField& field) {
            switch (field.number) {
            case 1:
                node.inputs.emplace_back(field.bytes);
                break;
            case 2:
                node.outputs.emplace_back(field.bytes);
                break;
            case 3:
                node.name = field.bytes;
                break;
            case 4:
                node.op = field.bytes;
                break;
            case 5:
                node.attributes.push_back(attributeIn(field.bytes));
                break;
            case 7:
                node.domain = field.bytes;
                break;
            default:
                break;
            }
        });
        m_model.nodes.push_back(std::move(node));
    }

    OnnxAttribute attributeIn(std::string_view bytes)
    {
        OnnxAttribute attribute;
        std::vector<std::int64_t> integers;
        std::vector<float> floats;
        each(bytes, [&](const ProtobufField& field) {
            switch (field.number) {
            case 1:
                attribute.name = field.bytes;
                break;
            case 2:
                attribute.value = floatOf(field);
                break;
            case 3:
                attribute.value = static_cast<std::int64_t>(field.integer);
                break;
            case 4:
                attribute.value = std::string(field.bytes);
                break;
            case 5:
                attribute.value = tensorIn(field.bytes);
                break;
            case 7:
                m_damaged = m_damaged || !appendFloats(field, floats);
                break;
            case 8:
                m_damaged = m_damaged || !appendIntegers(field, integers);
                break;
            default:
                break;
            }
        });
        if (!integers.empty())
            attribute.value = std::move(integers);
        else if (!floats.empty())
            attribute.value = std::move(floats);
        return attribute;
    }

    OnnxTensor tensorIn(std::string_view bytes)
    {
        OnnxTensor tensor;
        std::vector<std::int64_t> integers;
        std::vector<float> floats;
        std::vector<double> doubles;
        each(bytes, [&](const ProtobufField& field) {
            switch (field.number) {
            case 1:
                m_damaged = m_damaged || !appendIntegers(field, tensor.shape);
                break;
            case 2:
                tensor.type = static_cast<OnnxType>(field.integer);
                break;
            case 4:
                m_damaged = m_damaged || !appendFloats(field, floats);
                break;
            case 5:
            case 7:
                m_damaged = m_damaged || !appendIntegers(field, integers);
                break;
            case 8:
                tensor.name = field.bytes;
                break;
            case 9:
                tensor.data = field.bytes;
                break;
            case 10:
                m_damaged = m_damaged || !appendDoubles(field, doubles);
                break;
            case 13:
                m_external = true;
                break;
            case 14:
                m_external = m_external || field.integer != 0;
                break;
            default:
                break;
            }
        });
        if (tensor.data.empty())
            tensor.data = bytesOf(tensor.type, integers, floats, doubles);
        m_damaged = m_damaged || (!m_external && isKnown(tensor.type) && !holdsItsShape(tensor));
        return tensor;
    }

    /// Constants of other kinds, such as texts, are named where a layer needs one.
    static bool isKnown(OnnxType type) { return sizeOf(type) > 0; }

    OnnxValue valueIn(std::string_view bytes)
    {
        OnnxValue value;
        value.type = {};
        each(bytes, [&](const ProtobufField& field) {
            if (field.number == 1)
                value.name = field.bytes;
            if (field.number == 2)
                readType(field.bytes, value);
        });
        return value;
    }

    void readType(std::string_view bytes, OnnxValue& value)
    {
        each(bytes, [&](const ProtobufField& type) {
            if (type.number != 1) // a tensor
                return;
            each(type.bytes, [&](const ProtobufField& field) {
                if (field.number == 1)
                    value.type = static_cast<OnnxType>(field.integer);
                if (field.number == 2)
                    readShape(field.bytes, value);
            });
        });
    }

    void readShape(std::string_view bytes, OnnxValue& value)
    {
        each(bytes, [&](const ProtobufField& dimension) {
            if (dimension.number != 1)
                return;
            value.shape.push_back(-1);
            each(dimension.bytes, [&](const ProtobufField& field) {
                if (field.number == 1)
                    value.shape.back() = static_cast<std::int64_t>(field.integer);
            });
        });
    }

    OnnxModel m_model;
    bool m_damaged = false;
    bool m_external = false;
};

}

std::size_t sizeOf(OnnxType type)
{
    switch (type) {
    case OnnxType::Float32:
    case OnnxType::Int32:
        return 4;
    case OnnxType::UInt8:
    case OnnxType::Int8:
    case OnnxType::Bool:
        return 1;
    case OnnxType::Float16:
        return 2;
    case OnnxType::Int64:
    case OnnxType::Float64:
        return 8;
    }
    return 0;
}

Result<OnnxModel> parseOnnx(std::string_view bytes)
{
    return OnnxFileReader().read(bytes);
}

}
