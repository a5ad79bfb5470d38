#include <armnn/INetwork.hpp>
#include <armnn/IRuntime.hpp>
#include <armnnTfLiteParser/ITfLiteParser.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>

/// armnn_referee FOLDER: lets Arm NN's reference backend answer the rows of every *.inner.tflite of referee_cases. A
/// file with an operator that it does not know is named and left out.

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

class Network {
public:
    explicit Network(const fs::path& file)
        : m_parser(armnnTfLiteParser::ITfLiteParser::Create()),
          m_runtime(armnn::IRuntime::Create(armnn::IRuntime::CreationOptions()))
    {
        const auto network = m_parser->CreateNetworkFromBinaryFile(file.c_str());
        auto optimized = armnn::Optimize(*network, {armnn::Compute::CpuRef}, m_runtime->GetDeviceSpec());
        std::string error;
        if (m_runtime->LoadNetwork(m_id, std::move(optimized), error) != armnn::Status::Success)
            throw std::runtime_error(error);
        m_input = m_parser->GetNetworkInputBindingInfo(0, m_parser->GetSubgraphInputTensorNames(0).at(0));
        for (const std::string& name : m_parser->GetSubgraphOutputTensorNames(0))
            m_outputs.push_back({name, m_parser->GetNetworkOutputBindingInfo(0, name)});
    }

    /// By the names of the results.
    Json answers(const Json& rows)
    {
        Json answers = Json::object();
        for (const Json& row : rows) {
            std::vector<char> input = bytesOf(m_input.second, row);
            std::vector<std::vector<char>> results;
            armnn::OutputTensors outputs;
            for (const auto& [name, binding] : m_outputs) {
                results.emplace_back(binding.second.GetNumBytes());
                outputs.push_back({binding.first, armnn::Tensor(binding.second, results.back().data())});
            }
            m_runtime->EnqueueWorkload(m_id, {{m_input.first, armnn::ConstTensor(m_input.second, input.data())}},
                                       outputs);
            for (std::size_t i = 0; i < m_outputs.size(); ++i)
                answers[m_outputs[i].first].push_back(valuesOf(m_outputs[i].second.second, results[i]));
        }
        return answers;
    }

private:
    static bool isFloat(const armnn::TensorInfo& info) { return info.GetDataType() == armnn::DataType::Float32; }

    static std::vector<char> bytesOf(const armnn::TensorInfo& info, const Json& row)
    {
        std::vector<char> bytes(info.GetNumBytes());
        for (std::size_t i = 0; i < row.size(); ++i) {
            const float value = row[i].is_null() ? std::numeric_limits<float>::quiet_NaN() : row[i].get<float>();
            if (isFloat(info))
                std::memcpy(bytes.data() + i * sizeof(value), &value, sizeof(value));
            else
                bytes[i] = static_cast<char>(row[i].get<int>());
        }
        return bytes;
    }

    static Json valuesOf(const armnn::TensorInfo& info, const std::vector<char>& bytes)
    {
        Json values = Json::array();
        for (std::size_t i = 0; i < info.GetNumElements(); ++i) {
            float value = 0;
            if (isFloat(info))
                std::memcpy(&value, bytes.data() + i * sizeof(value), sizeof(value));
            else
                value = static_cast<signed char>(bytes[i]);
            values.push_back(value);
        }
        return values;
    }

    armnnTfLiteParser::ITfLiteParserPtr m_parser;
    armnn::IRuntimePtr m_runtime;
    armnn::NetworkId m_id = 0;
    armnn::BindingPointInfo m_input;
    std::vector<std::pair<std::string, armnn::BindingPointInfo>> m_outputs;
};

Json jsonIn(const fs::path& path)
{
    std::ifstream file(path);
    return Json::parse(file);
}

}

int main(int count, char** arguments)
{
    if (count != 2) {
        std::fprintf(stderr, "armnn_referee FOLDER\n");
        return 2;
    }
    const fs::path folder = arguments[1];
    for (const Json& item : jsonIn(folder / "list.json")) {
        const std::string file = item["file"];
        if (!file.ends_with(".inner.tflite"))
            continue;
        try {
            const Json answers = Network(folder / file).answers(jsonIn(folder / std::string(item["rows"])));
            std::ofstream(folder / (file + ".armnn.json")) << answers;
        } catch (const std::exception& error) {
            std::printf("not judged: %s: %s\n", file.c_str(), error.what());
        }
    }
    return 0;
}
