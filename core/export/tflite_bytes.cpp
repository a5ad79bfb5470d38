#include "export/flatbuffer_writer.h"
#include "export/tflite_model.h"

#include <algorithm>

namespace broto {

namespace {

using Place = FlatBufferWriter::Place;

constexpr std::uint32_t schemaVersion = 3;
constexpr std::size_t bufferAlignment = 16;
constexpr std::int8_t validPadding = 1;

// Which table of options follows an operator.
enum OptionsTable : std::uint8_t {
    ConvOptions = 1,
    FullyConnectedOptions = 8,
    SoftmaxOptions = 9,
    GatherOptions = 23,
    LeakyOptions = 75
};

/// The oldest version of an operator that takes what we give it.
std::int32_t versionOf(const TfliteOperator& op, const TfliteModel& model)
{
    const auto isInt8 = [&](int tensor) {
        return tensor >= 0 && model.tensors[static_cast<std::size_t>(tensor)].type == TfliteType::Int8;
    };
    if (op.inputs.empty() || !isInt8(op.inputs.front()))
        return 1;
    switch (op.op) {
    case TfliteOp::FullyConnected:
        return 4;
    case TfliteOp::Conv2d:
        return 3;
    case TfliteOp::Dequantize:
    case TfliteOp::Gather:
        return 2;
    default:
        return 1;
    }
}

class Writer {
public:
    explicit Writer(const TfliteModel& model) : m_model(model) {}

    std::string bytes()
    {
        const Place buffers = writeBuffers();
        const Place metadata = writeMetadata();
        const Place graph = writeGraph();
        const Place graphs = m_file.places(std::vector{graph});
        const Place codes = writeCodes();
        const Place description = m_file.text(m_model.description);
        m_file.beginTable();
        m_file.number(0, schemaVersion);
        m_file.place(1, codes);
        m_file.place(2, graphs);
        m_file.place(3, description);
        m_file.place(4, buffers);
        m_file.place(6, metadata);
        return m_file.finish(m_file.endTable(), "TFL3");
    }

private:
    Place writeBuffer(std::string_view data)
    {
        const Place bytes = data.empty() ? 0 : m_file.numbers(std::span(data), bufferAlignment);
        m_file.beginTable();
        m_file.place(0, bytes);
        return m_file.endTable();
    }

    /// The first one is empty: that of every tensor which is computed.
    Place writeBuffers()
    {
        std::vector<Place> buffers = {writeBuffer({})};
        for (const TfliteTensor& tensor : m_model.tensors) {
            m_bufferOf.push_back(tensor.data.empty() ? 0 : static_cast<std::uint32_t>(buffers.size()));
            if (!tensor.data.empty())
                buffers.push_back(writeBuffer(tensor.data));
        }
        m_firstMetadata = static_cast<std::uint32_t>(buffers.size());
        for (const auto& [name, data] : m_model.metadata)
            buffers.push_back(writeBuffer(data));
        return m_file.places(buffers);
    }

    Place writeMetadata()
    {
        std::vector<Place> entries;
        for (std::size_t i = 0; i < m_model.metadata.size(); ++i) {
            const Place name = m_file.text(m_model.metadata[i].first);
            m_file.beginTable();
            m_file.place(0, name);
            m_file.number(1, m_firstMetadata + static_cast<std::uint32_t>(i));
            entries.push_back(m_file.endTable());
        }
        return m_file.places(entries);
    }

    Place writeQuantization(const TfliteTensor& tensor)
    {
        if (tensor.scale.empty())
            return 0;
        const Place scale = m_file.numbers(std::span(tensor.scale));
        const Place zeroPoint = m_file.numbers(std::span(tensor.zeroPoint));
        m_file.beginTable();
        m_file.place(2, scale);
        m_file.place(3, zeroPoint);
        m_file.number(6, static_cast<std::int32_t>(tensor.quantizedDimension));
        return m_file.endTable();
    }

    Place writeTensor(std::size_t index)
    {
        const TfliteTensor& tensor = m_model.tensors[index];
        const Place name = m_file.text(tensor.name);
        const Place shape = m_file.numbers(std::span(tensor.shape));
        const Place quantization = writeQuantization(tensor);
        m_file.beginTable();
        m_file.place(0, shape);
        m_file.number(2, m_bufferOf[index]);
        m_file.place(3, name);
        m_file.place(4, quantization);
        m_file.number(1, static_cast<std::int8_t>(tensor.type));
        return m_file.endTable();
    }

    /// Nowhere and 0 where an operator needs none.
    std::pair<Place, std::uint8_t> writeOptions(const TfliteOperator& op)
    {
        const auto fused = static_cast<std::int8_t>(op.fused);
        m_file.beginTable();
        switch (op.op) {
        case TfliteOp::Conv2d:
            m_file.number(1, std::int32_t(1)); // strides
            m_file.number(2, std::int32_t(1));
            m_file.number(4, std::int32_t(1)); // dilation
            m_file.number(5, std::int32_t(1));
            m_file.number(0, validPadding);
            m_file.number(3, fused);
            return {m_file.endTable(), ConvOptions};
        case TfliteOp::FullyConnected:
            m_file.number(0, fused);
            return {m_file.endTable(), FullyConnectedOptions};
        case TfliteOp::Softmax:
            m_file.number(0, op.parameter);
            return {m_file.endTable(), SoftmaxOptions};
        case TfliteOp::Gather:
            m_file.number(0, static_cast<std::int32_t>(op.axis));
            return {m_file.endTable(), GatherOptions};
        case TfliteOp::LeakyRelu:
            m_file.number(0, op.parameter);
            return {m_file.endTable(), LeakyOptions};
        default:
            return {0, 0};
        }
    }

    Place writeOperator(const TfliteOperator& op)
    {
        const Place inputs = m_file.numbers(std::span(op.inputs));
        const Place outputs = m_file.numbers(std::span(op.outputs));
        const auto [options, table] = writeOptions(op);
        m_file.beginTable();
        m_file.number(0, codeOf({op.op, versionOf(op, m_model)}));
        m_file.place(1, inputs);
        m_file.place(2, outputs);
        m_file.place(4, options);
        m_file.number(3, table);
        return m_file.endTable();
    }

    Place writeGraph()
    {
        std::vector<Place> tensors, operators;
        for (std::size_t i = 0; i < m_model.tensors.size(); ++i)
            tensors.push_back(writeTensor(i));
        for (const TfliteOperator& op : m_model.operators)
            operators.push_back(writeOperator(op));
        const Place allTensors = m_file.places(tensors);
        const Place inputs = m_file.numbers(std::span(m_model.inputs));
        const Place outputs = m_file.numbers(std::span(m_model.outputs));
        const Place allOperators = m_file.places(operators);
        const Place name = m_file.text("main");
        m_file.beginTable();
        m_file.place(0, allTensors);
        m_file.place(1, inputs);
        m_file.place(2, outputs);
        m_file.place(3, allOperators);
        m_file.place(4, name);
        return m_file.endTable();
    }

    using Code = std::pair<TfliteOp, std::int32_t>; ///< an operator and its version

    std::uint32_t codeOf(const Code& code)
    {
        const auto found = std::find(m_codes.begin(), m_codes.end(), code);
        const auto index = static_cast<std::uint32_t>(found - m_codes.begin());
        if (found == m_codes.end())
            m_codes.push_back(code);
        return index;
    }

    Place writeCodes()
    {
        constexpr std::int32_t largestOldCode = 127; // readers before 2020 knew one byte
        std::vector<Place> codes;
        for (const auto& [op, version] : m_codes) {
            const auto number = static_cast<std::int32_t>(op);
            m_file.beginTable();
            m_file.number(2, version);
            m_file.number(3, number);
            m_file.number(0, static_cast<std::int8_t>(std::min(number, largestOldCode)));
            codes.push_back(m_file.endTable());
        }
        return m_file.places(codes);
    }

    const TfliteModel& m_model;
    FlatBufferWriter m_file;
    std::vector<std::uint32_t> m_bufferOf; ///< one a tensor
    std::uint32_t m_firstMetadata = 0;
    std::vector<Code> m_codes;
};

}

int TfliteModel::add(TfliteTensor tensor)
{
    tensors.push_back(std::move(tensor));
    return static_cast<int>(tensors.size()) - 1;
}

std::string tfliteBytes(const TfliteModel& model)
{
    return Writer(model).bytes();
}

}
