#pragma once

#include "export/onnx_builder.h"
#include "foreign_models.h"

namespace broto {

/// Integers that numbers are kept in, as a graph says it, and what these make of a number.
struct Steps {
    float scale = 1;
    int zero = 0;
    OnnxType type = OnnxType::Int8;

    double of(double value) const;
};

/// Writes .onnx graphs of two features, one node after the other, each behind what was written last.
class GraphWriter {
public:
    GraphWriter() : m_builder(m_model) {}

    GraphWriter& node(const std::string& op, std::vector<std::string> more = {},
                      std::vector<OnnxAttribute> attributes = {});
    GraphWriter& quantize(const Steps& steps) { return node("QuantizeLinear", constantsOf(steps)); }
    GraphWriter& dequantize(const Steps& steps) { return node("DequantizeLinear", constantsOf(steps)); }
    GraphWriter& pass(const Steps& steps) { return quantize(steps).dequantize(steps); }
    /// The same with no zero points: what integers there are is told by `output_dtype`.
    GraphWriter& passByOutputKind(float scale, std::int64_t kind);

    /// The weights of foreign_models.h, in int8 steps of 1/127: three neurons for two values, or one for three.
    GraphWriter& hidden(const std::string& bias = {});
    GraphWriter& output();
    GraphWriter& floatHidden();        ///< the same in float32
    GraphWriter& hiddenByOutputKind(); ///< the same, which the graph makes int8 of float32 by `output_dtype`

    std::string floats(const std::vector<float>& values) { return m_builder.floats(fresh(), values); }
    template<class Integer>
    std::string integers(OnnxType type, std::vector<std::int64_t> shape, const std::vector<Integer>& values)
    {
        return m_builder.constant(fresh(), type, std::move(shape), values);
    }
    /// A constant made of integers.
    std::string dequantized(const std::string& integers, const std::vector<float>& scale, const std::string& zero = {},
                            std::int64_t axis = 0);

    std::string bytes(std::int64_t outputs = 1, std::int64_t operators = 13);

private:
    std::string fresh() { return "v" + std::to_string(++m_count); }
    std::vector<std::string> constantsOf(const Steps& steps);
    GraphWriter& layer(const std::vector<float>& weights, std::int64_t outputs, const std::string& bias);

    OnnxModel m_model;
    OnnxBuilder m_builder;
    std::string m_value = "x";
    int m_count = 0;
};

inline constexpr float graphOutput[3] = {1, -1, 0.75f}; ///< weights of `output`
inline constexpr float graphBias = 0.25f;

/// What the layers of a GraphWriter make of a row: `activation` for each sum of the hidden layer.
template<class Function>
double graphAnswer(double x, double y, Function activation)
{
    double answer = graphBias;
    for (int h = 0; h < 3; ++h)
        answer += graphOutput[h] * activation(foreignWeights1[h][0] * x + foreignWeights1[h][1] * y + foreignBias1[h]);
    return answer;
}

}
