#include "import/flatbuffer_reader.h"
#include "import/import_problem.h"
#include "import/model_files.h"

#include <algorithm>

namespace broto {

namespace {

constexpr std::size_t identifierPlace = 4;

/// Whether a shape has as many numbers as there are bytes.
bool fits(const std::vector<std::int32_t>& shape, std::size_t size, std::size_t bytes)
{
    std::size_t count = 1;
    for (const std::int32_t length : shape) {
        if (length < 0 || (length > 0 && count > bytes / static_cast<std::size_t>(length)))
            return false;
        count *= static_cast<std::size_t>(length);
    }
    return size > 0 && count * size == bytes;
}

class TfliteFileReader {
public:
    explicit TfliteFileReader(std::string_view bytes) : m_file(bytes), m_root(FlatBufferTable::root(m_file)) {}

    Result<TfliteModel> read()
    {
        const std::vector<FlatBufferTable> graphs = m_root.tables(2);
        if (!m_file.damaged() && graphs.size() != 1)
            return import_problem::severalGraphs(graphs.size());
        m_buffers = m_root.tables(4);
        if (!m_file.damaged())
            readGraph(graphs.front());
        m_model.description = m_root.bytes(3);
        for (const FlatBufferTable& entry : m_root.tables(6))
            m_model.metadata.emplace_back(entry.bytes(0), bufferBytes(entry.number<std::uint32_t>(1)));
        if (m_file.damaged() || m_broken)
            return import_problem::damagedFile();
        return std::move(m_model);
    }

private:
    void readGraph(const FlatBufferTable& graph)
    {
        for (const FlatBufferTable& tensor : graph.tables(0))
            readTensor(tensor);
        m_model.inputs = indexes(graph, 1, 0);
        m_model.outputs = indexes(graph, 2, 0);
        const std::vector<FlatBufferTable> codes = m_root.tables(1);
        for (const FlatBufferTable& op : graph.tables(3))
            readOperator(op, codes);
    }

    std::string bufferBytes(std::uint32_t buffer)
    {
        if (buffer >= m_buffers.size()) {
            m_broken = true;
            return {};
        }
        return std::string(m_buffers[buffer].bytes(0));
    }

    void readTensor(const FlatBufferTable& table)
    {
        TfliteTensor tensor;
        tensor.name = table.bytes(3);
        tensor.type = static_cast<TfliteType>(table.number<std::int8_t>(1));
        tensor.shape = table.numbers<std::int32_t>(0);
        if (const auto buffer = table.number<std::uint32_t>(2); buffer != 0)
            tensor.data = bufferBytes(buffer);
        const FlatBufferTable quantization = table.table(4);
        tensor.scale = quantization.numbers<float>(2);
        tensor.zeroPoint = quantization.numbers<std::int64_t>(3);
        tensor.quantizedDimension = quantization.number<std::int32_t>(6);
        if (tensor.zeroPoint.size() != tensor.scale.size())
            tensor.zeroPoint.resize(tensor.scale.size(), 0);
        m_broken = m_broken || (!tensor.data.empty() && !fits(tensor.shape, sizeOf(tensor.type), tensor.data.size()));
        m_model.tensors.push_back(std::move(tensor));
    }

    std::vector<int> indexes(const FlatBufferTable& table, int field, int lowest)
    {
        const std::vector<std::int32_t> indexes = table.numbers<std::int32_t>(field);
        m_broken = m_broken || std::any_of(indexes.begin(), indexes.end(), [&](std::int32_t index) {
                       return index < lowest || index >= static_cast<std::int32_t>(m_model.tensors.size());
                   });
        return {indexes.begin(), indexes.end()};
    }

    void readOperator(const FlatBufferTable& table, const std::vector<FlatBufferTable>& codes)
    {
        const auto code = table.number<std::uint32_t>(0);
        if (code >= codes.size()) {
            m_broken = true;
            return;
        }
        TfliteOperator op;
        // Files from before 2020 have the number in a byte.
        const auto old = static_cast<std::int32_t>(codes[code].number<std::int8_t>(0));
        op.op = static_cast<TfliteOp>(std::max(old, codes[code].number<std::int32_t>(3)));
        op.inputs = indexes(table, 1, -1);
        op.outputs = indexes(table, 2, 0);
        readOptions(table.table(4), op);
        m_model.operators.push_back(std::move(op));
    }

    static void readOptions(const FlatBufferTable& options, TfliteOperator& op)
    {
        const auto fused = [&](int field) { return static_cast<TfliteFused>(options.number<std::int8_t>(field)); };
        switch (op.op) {
        case TfliteOp::Conv2d:
            op.fused = fused(3);
            break;
        case TfliteOp::FullyConnected:
        case TfliteOp::Add:
        case TfliteOp::Mul:
        case TfliteOp::Sub:
        case TfliteOp::Div:
            op.fused = fused(0);
            break;
        case TfliteOp::Softmax:
        case TfliteOp::LeakyRelu:
            op.parameter = options.number<float>(0);
            break;
        case TfliteOp::Gather:
            op.axis = options.number<std::int32_t>(0);
            break;
        default:
            break;
        }
    }

    FlatBufferFile m_file;
    FlatBufferTable m_root;
    std::vector<FlatBufferTable> m_buffers;
    TfliteModel m_model;
    bool m_broken = false; ///< whole tables, but their numbers fit nowhere
};

}

std::size_t sizeOf(TfliteType type)
{
    switch (type) {
    case TfliteType::Float32:
    case TfliteType::Int32:
        return 4;
    case TfliteType::Float16:
    case TfliteType::Int16:
        return 2;
    case TfliteType::UInt8:
    case TfliteType::Bool:
    case TfliteType::Int8:
        return 1;
    case TfliteType::Int64:
        return 8;
    }
    return 0;
}

Result<TfliteModel> parseTflite(std::string_view bytes)
{
    if (bytes.size() < 2 * identifierPlace || bytes.substr(identifierPlace, identifierPlace) != "TFL3")
        return import_problem::damagedFile();
    return TfliteFileReader(bytes).read();
}

}
