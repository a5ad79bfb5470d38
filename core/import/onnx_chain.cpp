#include "export/model_description.h"
#include "export/onnx_builder.h"
#include "import/chain_builder.h"
#include "import/onnx_constants.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

bool isNear(float a, float b)
{
    return std::abs(a - b) <= 1e-6f;
}

class Walk {
public:
    explicit Walk(const OnnxModel& file) : m_file(file), m_constants(file), m_builder(m_chain) {}

    Result<DenseChain> run()
    {
        std::vector<OnnxValue> inputs; // old files list constants among them
        for (const OnnxValue& input : m_file.inputs)
            if (!m_constants.find(input.name))
                inputs.push_back(input);
        if (inputs.size() != 1 || m_file.outputs.size() != 1)
            return import_problem::inputsAndOutputs(inputs.size(), m_file.outputs.size());
        m_current = inputs.front().name;
        for (const auto& [name, text] : m_file.metadata)
            if (name == descriptionEntry)
                m_chain.description = parseModelDescription(text);
        begin(inputs.front());
        while (!m_builder.problem() && m_next < m_file.nodes.size())
            step();
        if (m_builder.problem())
            return *m_builder.problem();
        if (m_current != m_file.outputs.front().name)
            return import_problem::notAChain(place());
        return std::move(m_chain);
    }

private:
    LayerPlace place() const
    {
        if (m_file.nodes.empty())
            return {};
        const std::size_t at = std::min(m_next, m_file.nodes.size() - 1);
        const OnnxNode& node = m_file.nodes[at];
        const std::string domain = node.domain.empty() || node.domain == "ai.onnx" ? "" : node.domain + ".";
        return {at + 1, domain + node.op, node.name};
    }

    void begin(const OnnxValue& input)
    {
        const std::int64_t features = input.shape.empty() ? 0 : input.shape.back();
        const bool isRow = std::all_of(input.shape.begin(), input.shape.end() - (input.shape.empty() ? 0 : 1),
                                       [](std::int64_t size) { return size == -1 || size == 0 || size == 1; });
        if (input.type != OnnxType::Float32 || !isRow)
            return m_builder.fail(import_problem::inputKind());
        const std::int64_t known = features < 1 ? firstInputs() : features; // any number: the first layer tells
        if (known < 1 || known > mostValues)
            return m_builder.fail(import_problem::inputKind());
        m_builder.begin(static_cast<int>(known));
        if (m_chain.description)
            skipPreprocessing(*m_chain.description);
    }

    std::int64_t firstInputs() const
    {
        for (const OnnxNode& node : m_file.nodes)
            if ((node.op == "Gemm" || node.op == "MatMul") && node.inputs.size() > 1)
                if (const OnnxTensor* weights = m_constants.find(node.inputs[1]); weights && weights->shape.size() == 2)
                    return weights->shape[integerOf(node, "transB", 0) ? 1 : 0];
        return 0;
    }

    /// Goes on behind the nodes that a description's preprocessing is made of.
    void skipPreprocessing(const ModelDescription& description)
    {
        const std::size_t features = description.preprocessing.features.size();
        if (features != static_cast<std::size_t>(m_chain.features))
            return;
        OnnxModel expected;
        const std::string result = OnnxBuilder(expected).preprocessing(m_current, description.preprocessing);
        if (m_file.nodes.size() < expected.nodes.size())
            return;
        for (std::size_t i = 0; i < expected.nodes.size(); ++i) {
            const OnnxNode &there = m_file.nodes[i], &here = expected.nodes[i];
            if (there.op != here.op || there.inputs != here.inputs || there.outputs != here.outputs)
                return;
        }
        for (const OnnxTensor& constant : expected.constants) {
            const OnnxTensor* found = m_constants.find(constant.name);
            if (!found || found->data != constant.data || found->type != constant.type)
                return;
        }
        m_current = result;
        m_next = expected.nodes.size();
        m_chain.hasPreprocessing = true;
        m_builder.begin(inputCount(description.preprocessing));
        m_chain.features = static_cast<int>(features);
    }

    const OnnxNode& node() const { return m_file.nodes[m_next]; }

    void step()
    {
        const OnnxNode& node = this->node();
        const LayerPlace at = place();
        if (m_constants.takes(node)) { // weights on their way to a layer
            ++m_next;
            return;
        }
        if (node.outputs.empty() || (!node.domain.empty() && node.domain != "ai.onnx"))
            return m_builder.fail(import_problem::unknownOperation(at));
        if (skipTable(at))
            return;
        if (std::find(node.inputs.begin(), node.inputs.end(), m_current) == node.inputs.end())
            return m_builder.fail(import_problem::notAChain(at));
        if (skipGated(at))
            return;
        apply(node, at);
        m_current = node.outputs.front();
        ++m_next;
    }

    /// x * sigmoid(x), and the same of the hard form.
    bool skipGated(const LayerPlace& at)
    {
        const OnnxNode& gate = node();
        if ((gate.op != "Sigmoid" && gate.op != "HardSigmoid") || m_next + 1 == m_file.nodes.size())
            return false;
        const OnnxNode& product = m_file.nodes[m_next + 1];
        const std::vector<std::string> both = {m_current, gate.outputs.front()};
        if (product.op != "Mul" || product.outputs.empty() ||
            !std::is_permutation(both.begin(), both.end(), product.inputs.begin(), product.inputs.end()))
            return false;
        if (gate.op == "HardSigmoid" && !hasUsualSlope(gate))
            m_builder.fail(import_problem::parameter(at));
        m_builder.add(at, ActivationStep{gate.op == "Sigmoid" ? Activation::Swish : Activation::HardSwish});
        m_current = product.outputs.front();
        m_next += 2;
        return true;
    }

    /// Integers that are looked up: Cast, Add 128, Gather, DequantizeLinear.
    bool skipTable(const LayerPlace& at)
    {
        static constexpr std::string_view ops[] = {"Cast", "Add", "Gather", "DequantizeLinear"};
        if (m_file.nodes.size() - m_next < std::size(ops) || node().inputs != std::vector{m_current})
            return false;
        std::string value = m_current;
        for (std::size_t i = 0; i < std::size(ops); ++i) {
            const OnnxNode& each = m_file.nodes[m_next + i];
            const std::size_t place = ops[i] == "Gather" ? 1 : 0;
            if (each.op != ops[i] || each.outputs.size() != 1 || each.inputs.size() <= place ||
                each.inputs[place] != value)
                return false;
            value = each.outputs.front();
        }
        const OnnxNode &sum = m_file.nodes[m_next + 1], &gather = m_file.nodes[m_next + 2],
                       &scaled = m_file.nodes[m_next + 3];
        const OnnxTensor* table = m_constants.find(gather.inputs[0]);
        const std::vector<float> offset =
            sum.inputs.size() == 2 ? m_constants.numbers(sum.inputs[1]) : std::vector<float>{};
        const std::vector<float> scale =
            scaled.inputs.size() > 1 ? m_constants.numbers(scaled.inputs[1]) : std::vector<float>{};
        if (!table || table->type != OnnxType::Int8 || table->data.size() != 256 || offset != std::vector{128.0f} ||
            scale.size() != 1)
            return false;
        m_builder.add(at, TableStep{valuesOf<std::int8_t>(table->data), scale.front()});
        m_current = value;
        m_next += std::size(ops);
        return true;
    }

    static bool hasUsualSlope(const OnnxNode& node)
    {
        return isNear(numberOf(node, "alpha", 0.2f), 1.0f / 6) && isNear(numberOf(node, "beta", 0.5f), 0.5f);
    }

    void apply(const OnnxNode& node, const LayerPlace& at)
    {
        static constexpr std::pair<std::string_view, Activation> plain[] = {
            {"Relu", Activation::Relu},         {"Sigmoid", Activation::Sigmoid},     {"Tanh", Activation::Tanh},
            {"Softplus", Activation::Softplus}, {"HardSwish", Activation::HardSwish},
        };
        for (const auto& [op, activation] : plain)
            if (node.op == op)
                return m_builder.add(at, ActivationStep{activation});
        if (node.op == "Gemm" || node.op == "MatMul")
            return addLayer(node, at);
        if (node.op == "Add" || node.op == "Sub" || node.op == "Mul" || node.op == "Div")
            return addArithmetic(node, at);
        if (node.op == "LeakyRelu")
            return addWith(isNear(numberOf(node, "alpha", 0.01f), 0.01f), Activation::LeakyRelu, at);
        if (node.op == "Elu")
            return addWith(isNear(numberOf(node, "alpha", 1), 1), Activation::Elu, at);
        if (node.op == "HardSigmoid")
            return addWith(hasUsualSlope(node), Activation::HardSigmoid, at);
        if (node.op == "Softmax")
            return m_builder.add(at, SoftmaxStep{});
        if (node.op == "BatchNormalization")
            return addNormalisation(node, at);
        if (node.op == "QuantizeLinear")
            return addQuantization(node, at);
        if (node.op == "Cast" && integerOf(node, "to", 0) == static_cast<std::int64_t>(OnnxType::Float32))
            return;
        static constexpr std::string_view transparent[] = {"DequantizeLinear", "Identity", "Dropout", "Flatten"};
        if (std::find(std::begin(transparent), std::end(transparent), node.op) == std::end(transparent) ||
            node.inputs.front() != m_current)
            m_builder.fail(import_problem::unknownOperation(at));
    }

    void addWith(bool usual, Activation activation, const LayerPlace& at)
    {
        if (usual)
            m_builder.add(at, ActivationStep{activation});
        else
            m_builder.fail(import_problem::parameter(at));
    }

    void addLayer(const OnnxNode& node, const LayerPlace& at)
    {
        const bool general = node.op == "Gemm";
        if (node.inputs.size() < 2 || node.inputs.front() != m_current)
            return m_builder.fail(import_problem::notAChain(at));
        if (general &&
            (numberOf(node, "alpha", 1) != 1 || numberOf(node, "beta", 1) != 1 || integerOf(node, "transA", 0) != 0))
            return m_builder.fail(import_problem::parameter(at));
        const bool outputsFirst = general && integerOf(node, "transB", 0) != 0;
        const std::string bias = general && node.inputs.size() > 2 ? node.inputs[2] : std::string();
        const std::optional<QuantizedConstant> integers = m_constants.quantized(node.inputs[1]);
        const OnnxTensor* tensor = m_constants.find(node.inputs[1]);
        const std::vector<std::int64_t> shape = integers ? integers->shape
                                                : tensor ? tensor->shape
                                                         : std::vector<std::int64_t>{};
        const std::size_t count = integers ? integers->integers.size() : m_constants.count(node.inputs[1]);
        if (shape.size() != 2 || count == 0 || shape[0] > mostValues || shape[1] > mostValues)
            return m_builder.fail(import_problem::wrongWeights(at));
        const int outputs = static_cast<int>(shape[outputsFirst ? 0 : 1]);
        const int inputs = static_cast<int>(shape[outputsFirst ? 1 : 0]);
        const std::optional<QuantizedConstant> integerBias = m_constants.quantized(bias);
        const std::vector<float> floatBias = m_constants.numbers(bias);
        if (!bias.empty() && floatBias.empty() && !integerBias)
            return m_builder.fail(import_problem::wrongWeights(at));
        if (integers)
            return m_builder.addDense(at, inputs, outputs, outputsFirst ? *integers : turned(*integers), integerBias,
                                      floatBias);
        std::vector<float> weights = m_constants.numbers(node.inputs[1]);
        if (weights.empty() || integerBias)
            return m_builder.fail(import_problem::wrongWeights(at));
        m_builder.addDense(at, inputs, outputs, outputsFirst ? weights : transposed(weights, shape), floatBias);
    }

    template<class Number>
    static std::vector<Number> transposed(const std::vector<Number>& values, const std::vector<std::int64_t>& shape)
    {
        std::vector<Number> result(values.size());
        const auto rows = static_cast<std::size_t>(shape[0]), columns = static_cast<std::size_t>(shape[1]);
        for (std::size_t i = 0; i < values.size(); ++i)
            result[i % columns * rows + i / columns] = values[i];
        return result;
    }

    static QuantizedConstant turned(QuantizedConstant constant)
    {
        constant.integers = transposed(constant.integers, constant.shape);
        std::swap(constant.shape[0], constant.shape[1]);
        constant.axis = 1 - constant.axis;
        return constant;
    }

    /// The numbers of the operand that is not the chain's.
    void addArithmetic(const OnnxNode& node, const LayerPlace& at)
    {
        if (node.inputs.size() != 2)
            return m_builder.fail(import_problem::unknownOperation(at));
        const bool first = node.inputs[0] == m_current;
        std::vector<float> by = m_constants.numbers(node.inputs[first ? 1 : 0]);
        if (by.empty())
            return m_builder.fail(import_problem::notAChain(at));
        if (!first && (node.op == "Sub" || node.op == "Div"))
            return m_builder.fail(import_problem::unknownOperation(at));
        if (node.op == "Div")
            for (float& number : by)
                number = 1 / number;
        if (node.op == "Add")
            m_builder.add(at, AddStep{std::move(by)});
        else if (node.op == "Sub")
            m_builder.add(at, SubtractStep{std::move(by)});
        else
            m_builder.add(at, MultiplyStep{std::move(by)});
    }

    /// (x - mean) / deviation * scale + bias.
    void addNormalisation(const OnnxNode& node, const LayerPlace& at)
    {
        if (node.inputs.size() != 5 || node.inputs.front() != m_current)
            return m_builder.fail(import_problem::unknownOperation(at));
        std::vector<float> factor = m_constants.numbers(node.inputs[1]);
        const std::vector<float> bias = m_constants.numbers(node.inputs[2]);
        const std::vector<float> mean = m_constants.numbers(node.inputs[3]);
        const std::vector<float> variance = m_constants.numbers(node.inputs[4]);
        if (factor.empty() || bias.size() != factor.size() || mean.size() != factor.size() ||
            variance.size() != factor.size())
            return m_builder.fail(import_problem::wrongWeights(at));
        const float epsilon = numberOf(node, "epsilon", 1e-5f);
        for (std::size_t i = 0; i < factor.size(); ++i)
            factor[i] /= std::sqrt(variance[i] + epsilon);
        m_builder.add(at, SubtractStep{mean});
        m_builder.add(at, MultiplyStep{std::move(factor)});
        m_builder.add(at, AddStep{bias});
    }

    void addQuantization(const OnnxNode& node, const LayerPlace& at)
    {
        const std::vector<float> scale =
            node.inputs.size() > 1 ? m_constants.numbers(node.inputs[1]) : std::vector<float>{};
        const OnnxTensor* zero = node.inputs.size() > 2 ? m_constants.find(node.inputs[2]) : nullptr;
        if (scale.size() != 1 ||
            (zero && (zero->data.size() != 1 || (zero->type != OnnxType::Int8 && zero->type != OnnxType::UInt8))))
            return m_builder.fail(import_problem::quantization(at));
        const bool isSigned = zero && zero->type == OnnxType::Int8; // without a zero point they are not
        const std::int64_t point = !zero      ? 0
                                   : isSigned ? valuesOf<std::int8_t>(zero->data).front()
                                              : valuesOf<std::uint8_t>(zero->data).front();
        m_builder.add(at, QuantizeStep{scale.front(), point, isSigned ? -128 : 0, isSigned ? 127 : 255});
    }

    const OnnxModel& m_file;
    OnnxConstants m_constants;
    DenseChain m_chain;
    ChainBuilder m_builder;
    std::size_t m_next = 0;
    std::string m_current;
};

}

Result<DenseChain> chainOf(const OnnxModel& file)
{
    return Walk(file).run();
}

}
