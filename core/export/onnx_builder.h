#pragma once

#include "export/onnx_model.h"
#include "export/tensor_bytes.h"

namespace broto {

/// Adds nodes to a graph, each behind values that are there. Every function returns the name of the result.
class OnnxBuilder {
public:
    explicit OnnxBuilder(OnnxModel& graph) : m_graph(graph) {}

    std::string node(std::string op, std::vector<std::string> inputs, std::string result,
                     std::vector<OnnxAttribute> attributes = {});

    template<class Number>
    std::string constant(std::string name, OnnxType type, std::vector<std::int64_t> shape,
                         const std::vector<Number>& values)
    {
        m_graph.constants.push_back({name, type, std::move(shape), tensorBytes(values)});
        return name;
    }
    std::string floats(std::string name, const std::vector<float>& values);
    std::string number(std::string name, float value);

    /// A row in raw units to the inputs of the network: missing values filled, categories spread, numbers scaled.
    std::string preprocessing(const std::string& row, const Preprocessing& preprocessing);

    /// `name` is that of the layer.
    std::string activation(const std::string& sums, Activation activation, const std::string& name);

    /// To int8 and back, by one scale.
    std::string quantized(const std::string& values, float scale, const std::string& name);
    /// To int8, each looked up in a table of 256, the first for -128, and back to what a step of the table stands for.
    std::string table(const std::string& sums, float scale, const std::vector<std::int8_t>& table, float resultScale,
                      const std::string& name);

private:
    OnnxModel& m_graph;
};

}
