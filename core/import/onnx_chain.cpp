#include "export/model_description.h"
#include "import/chain_builder.h"
#include "import/number_kinds.h"
#include "import/onnx_patterns.h"
#include "import/row_shape.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

std::vector<std::string> namesOf(const std::vector<OnnxValue>& values)
{
    std::vector<std::string> names;
    for (const OnnxValue& value : values)
        names.push_back(value.name);
    return names;
}

class OnnxWalk {
public:
    explicit OnnxWalk(const OnnxModel& file) : m_file(file), m_constants(file), m_builder(m_chain) {}

    Result<DenseChain> run()
    {
        std::vector<OnnxValue> inputs; // old files list constants among them
        for (const OnnxValue& input : m_file.inputs)
            if (!m_constants.find(input.name))
                inputs.push_back(input);
        if (inputs.size() != 1 || m_file.outputs.size() != 1)
            return import_problem::inputsAndOutputs(namesOf(inputs), namesOf(m_file.outputs));
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
        m_shape = RowShape(input.shape);
        const std::int64_t known = features < 1 ? firstInputs() : features; // any number: the first layer tells
        if (input.type != OnnxType::Float32 || !isRowOf(input.shape, {-1, 0, 1}) || known < 1 || known > mostValues)
            return m_builder.fail(
                import_problem::inputKind(input.name, kindName(input.type), import_problem::shapeText(input.shape)));
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
        if (features != static_cast<std::size_t>(m_chain.features) ||
            !take(preprocessingAt(m_file, m_constants, m_current, description.preprocessing), {}))
            return;
        m_chain.hasPreprocessing = true;
        m_builder.begin(inputCount(description.preprocessing));
        m_chain.features = static_cast<int>(features);
    }

    /// Goes on behind a pattern, if there is one.
    bool take(const std::optional<OnnxPattern>& pattern, const LayerPlace& at)
    {
        if (!pattern)
            return false;
        for (const ChainStep& step : pattern->steps)
            m_builder.add(at, step);
        m_current = pattern->result;
        m_next += pattern->nodes;
        return true;
    }

    void step()
    {
        const OnnxNode& node = m_file.nodes[m_next];
        const LayerPlace at = place();
        if (m_constants.takes(node)) { // weights on their way to a layer
            ++m_next;
            return;
        }
        if (node.outputs.empty() || (!node.domain.empty() && node.domain != "ai.onnx"))
            return m_builder.fail(import_problem::unknownOperation(at));
        if (std::find(node.inputs.begin(), node.inputs.end(), m_current) == node.inputs.end())
            return m_builder.fail(import_problem::notAChain(at));
        if (m_integers && isAroundZero(*m_integers) && take(onnxTableAt(m_file, m_constants, m_next, m_current), at)) {
            m_integers.reset();
            return;
        }
        if (!m_integers && take(gateAt(m_file, m_next, m_current), at))
            return;
        apply(node, at);
        m_current = node.outputs.front();
        ++m_next;
    }

    static bool isAroundZero(const QuantizeStep& step) { return step.zeroPoint == 0 && step.lowest < 0; }

    void apply(const OnnxNode& node, const LayerPlace& at)
    {
        static constexpr std::string_view shapes[] = {"Identity", "Dropout", "Flatten", "Reshape"};
        if (std::find(std::begin(shapes), std::end(shapes), node.op) != std::end(shapes))
            return passOn(node, at);
        if (node.op == "DequantizeLinear")
            return addDequantization(node, at);
        if (m_integers) // that are looked at as they are, and not as what they stand for
            return m_builder.fail(import_problem::quantization(at));
        if (node.op == "QuantizeLinear")
            return addQuantization(node, at);
        if (node.op == "Gemm" || node.op == "MatMul")
            return addLayer(node, at);
        if (node.op == "Add" || node.op == "Sub" || node.op == "Mul" || node.op == "Div")
            return addArithmetic(node, at);
        if (node.op == "BatchNormalization")
            return addNormalisation(node, at);
        if (node.op == "Softmax")
            return addSoftmax(node, at);
        if (node.op != "Cast" || integerOf(node, "to", 0) != static_cast<std::int64_t>(OnnxType::Float32))
            addActivation(node, at);
    }

    void addActivation(const OnnxNode& node, const LayerPlace& at)
    {
        static constexpr std::pair<std::string_view, Activation> plain[] = {
            {"Relu", Activation::Relu},         {"Sigmoid", Activation::Sigmoid},     {"Tanh", Activation::Tanh},
            {"Softplus", Activation::Softplus}, {"HardSwish", Activation::HardSwish},
        };
        for (const auto& [op, activation] : plain)
            if (node.op == op)
                return m_builder.add(at, ActivationStep{activation});
        if (node.op == "LeakyRelu")
            return addWith(isNear(numberOf(node, "alpha", 0.01f), 0.01f), Activation::LeakyRelu, at);
        if (node.op == "Elu")
            return addWith(isNear(numberOf(node, "alpha", 1), 1), Activation::Elu, at);
        if (node.op == "HardSigmoid")
            return addWith(hasUsualSlope(node), Activation::HardSigmoid, at);
        if (node.op == "Clip")
            return addWith(boundOf(node, 1, "min") == 0 && boundOf(node, 2, "max") == largestFloat, Activation::Relu,
                           at);
        m_builder.fail(import_problem::unknownOperation(at));
    }

    /// Where Clip cuts off: an input, or an attribute in old files; the largest float where nowhere.
    float boundOf(const OnnxNode& node, std::size_t input, std::string_view attribute) const
    {
        if (input >= node.inputs.size() || node.inputs[input].empty())
            return std::min(numberOf(node, attribute, largestFloat), largestFloat);
        const std::vector<float> bound = m_constants.numbers(node.inputs[input]);
        return bound.size() == 1 ? std::min(bound.front(), largestFloat) : -largestFloat;
    }

    /// The same values, if they still are those of a row.
    void passOn(const OnnxNode& node, const LayerPlace& at)
    {
        if (node.inputs.front() != m_current)
            return m_builder.fail(import_problem::notAChain(at));
        const std::vector<std::int64_t> sizes =
            node.inputs.size() > 1 ? m_constants.sizes(node.inputs[1]) : std::vector<std::int64_t>{};
        if ((node.op == "Flatten" && !m_shape.flatten(integerOf(node, "axis", 1))) ||
            (node.op == "Reshape" && !m_shape.reshape(sizes, m_builder.width())))
            m_builder.fail(import_problem::axis(at));
    }

    /// Of the last axis; before version 13, of all axes from one on.
    void addSoftmax(const OnnxNode& node, const LayerPlace& at)
    {
        const bool isOld = m_file.operators < 13;
        if (!m_shape.isOverRow(integerOf(node, "axis", isOld ? 1 : -1), isOld))
            return m_builder.fail(import_problem::axis(at));
        m_builder.add(at, SoftmaxStep{});
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
        if (!hasNumbers(node.inputs[1], at) || (!bias.empty() && !hasNumbers(bias, at)))
            return;
        const std::optional<QuantizedConstant> integers = m_constants.quantized(node.inputs[1]);
        const std::vector<std::int64_t> shape = integers ? integers->shape : m_constants.find(node.inputs[1])->shape;
        if (shape.size() != 2 || shape[0] > mostValues || shape[1] > mostValues)
            return m_builder.fail(import_problem::wrongWeights(at));
        const int outputs = static_cast<int>(shape[outputsFirst ? 0 : 1]);
        const int inputs = static_cast<int>(shape[outputsFirst ? 1 : 0]);
        const std::optional<QuantizedConstant> integerBias = m_constants.quantized(bias);
        std::vector<float> floatBias = m_constants.numbers(bias);
        if (floatBias.size() == 1 && !integerBias) // one for all
            floatBias.resize(static_cast<std::size_t>(std::max(outputs, 1)), floatBias.front());
        if (integers)
            return m_builder.addDense(at, inputs, outputs, outputsFirst ? *integers : turned(*integers), integerBias,
                                      floatBias);
        const std::vector<float> weights = m_constants.numbers(node.inputs[1]);
        m_builder.addDense(at, inputs, outputs, outputsFirst ? weights : transposed(weights, shape), floatBias);
    }

    /// Whether the numbers of a constant can be read; else the reason is told.
    bool hasNumbers(const std::string& name, const LayerPlace& at)
    {
        const std::optional<QuantizedConstant> integers = m_constants.quantized(name);
        const OnnxTensor* tensor = m_constants.find(name);
        if (integers ? !integers->integers.empty() : tensor && !m_constants.numbers(name).empty())
            return true;
        if (integers)
            m_builder.fail(import_problem::quantization(at));
        else if (tensor)
            m_builder.fail(unreadable(name, *tensor, at));
        else
            m_builder.fail(import_problem::missingTensor(at, name));
        return false;
    }

    Message unreadable(const std::string& name, const OnnxTensor& tensor, const LayerPlace& at) const
    {
        return m_constants.areBeyondFloat(name) ? import_problem::beyondFloat(at, name)
                                                : import_problem::elementType(at, name, kindName(tensor.type));
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
        const std::string& operand = node.inputs[first ? 1 : 0];
        const OnnxTensor* tensor = m_constants.find(operand);
        std::vector<float> by = m_constants.numbers(operand);
        if (by.empty())
            return m_builder.fail(tensor ? unreadable(operand, *tensor, at) : import_problem::notAChain(at));
        if (tensor && !isRowOf(tensor->shape, {1}))
            return m_builder.fail(import_problem::axis(at));
        if (!first && (node.op == "Sub" || node.op == "Div"))
            return m_builder.fail(import_problem::unknownOperation(at));
        if (node.op == "Div" && !invert(by, at))
            return;
        if (node.op == "Add")
            m_builder.add(at, AddStep{std::move(by)});
        else if (node.op == "Sub")
            m_builder.add(at, SubtractStep{std::move(by)});
        else
            m_builder.add(at, MultiplyStep{std::move(by)});
    }

    bool invert(std::vector<float>& numbers, const LayerPlace& at)
    {
        const auto zero = std::find(numbers.begin(), numbers.end(), 0.0f);
        if (zero != numbers.end())
            m_builder.fail(import_problem::divisionByZero(at, static_cast<std::size_t>(zero - numbers.begin()) + 1));
        for (float& number : numbers)
            number = 1 / number;
        return zero == numbers.end();
    }

    /// (x - mean) / deviation * scale + bias.
    void addNormalisation(const OnnxNode& node, const LayerPlace& at)
    {
        if (node.inputs.size() != 5 || node.inputs.front() != m_current)
            return m_builder.fail(import_problem::unknownOperation(at));
        if (integerOf(node, "training_mode", 0) != 0)
            return m_builder.fail(import_problem::parameter(at));
        for (std::size_t i = 1; i < node.inputs.size(); ++i)
            if (!hasNumbers(node.inputs[i], at))
                return;
        std::vector<float> factor = m_constants.numbers(node.inputs[1]);
        const std::vector<float> bias = m_constants.numbers(node.inputs[2]);
        const std::vector<float> mean = m_constants.numbers(node.inputs[3]);
        std::vector<float> deviation = m_constants.numbers(node.inputs[4]);
        if (bias.size() != factor.size() || mean.size() != factor.size() || deviation.size() != factor.size())
            return m_builder.fail(import_problem::wrongSize(
                at, std::max({factor.size(), bias.size(), mean.size(), deviation.size()}), m_builder.width()));
        for (float& variance : deviation)
            variance = std::sqrt(variance + numberOf(node, "epsilon", 1e-5f));
        if (!invert(deviation, at))
            return;
        for (std::size_t i = 0; i < factor.size(); ++i)
            factor[i] *= deviation[i];
        m_builder.add(at, SubtractStep{mean});
        m_builder.add(at, MultiplyStep{std::move(factor)});
        m_builder.add(at, AddStep{bias});
    }

    /// What a node quantizes by; nothing where it is not one scale and zero point of eight bits.
    std::optional<QuantizeStep> stepOf(const OnnxNode& node) const
    {
        const std::vector<float> scale =
            node.inputs.size() > 1 ? m_constants.numbers(node.inputs[1]) : std::vector<float>{};
        const bool hasZero = node.inputs.size() > 2 && !node.inputs[2].empty();
        const OnnxTensor* zero = hasZero ? m_constants.find(node.inputs[2]) : nullptr;
        const OnnxType type = quantizedType(node, zero);
        if (scale.size() != 1 || hasZero != (zero != nullptr) || (zero && zero->data.size() != 1) ||
            (type != OnnxType::Int8 && type != OnnxType::UInt8))
            return std::nullopt;
        const bool isSigned = type == OnnxType::Int8;
        const std::int64_t point = !zero      ? 0
                                   : isSigned ? valuesOf<std::int8_t>(zero->data).front()
                                              : valuesOf<std::uint8_t>(zero->data).front();
        return QuantizeStep{scale.front(), point, isSigned ? -128 : 0, isSigned ? 127 : 255};
    }

    void addQuantization(const OnnxNode& node, const LayerPlace& at)
    {
        const std::optional<QuantizeStep> step = stepOf(node);
        if (!step || node.inputs.front() != m_current)
            return m_builder.fail(import_problem::quantization(at));
        m_builder.add(at, *step);
        m_integers = step;
    }

    /// Nothing where integers become what they were; arithmetic where they are taken for something else.
    void addDequantization(const OnnxNode& node, const LayerPlace& at)
    {
        const std::optional<QuantizeStep> step = stepOf(node);
        const bool saysKind = node.inputs.size() > 2 && !node.inputs[2].empty();
        if (!step || !m_integers || node.inputs.front() != m_current ||
            (saysKind && step->lowest != m_integers->lowest))
            return m_builder.fail(import_problem::quantization(at));
        if (!(step->scale > 0))
            return m_builder.fail(import_problem::stepOfZero(at));
        if (step->scale != m_integers->scale)
            m_builder.add(at, MultiplyStep{{step->scale / m_integers->scale}});
        if (step->zeroPoint != m_integers->zeroPoint)
            m_builder.add(at, AddStep{{step->scale * static_cast<float>(m_integers->zeroPoint - step->zeroPoint)}});
        m_integers.reset();
    }

    static constexpr float largestFloat = std::numeric_limits<float>::max();

    const OnnxModel& m_file;
    OnnxConstants m_constants;
    DenseChain m_chain;
    ChainBuilder m_builder;
    std::size_t m_next = 0;
    std::string m_current;
    RowShape m_shape{std::vector<std::int64_t>()};
    std::optional<QuantizeStep> m_integers; ///< the current values are integers, and not yet what they stand for
};

}

Result<DenseChain> chainOf(const OnnxModel& file)
{
    return OnnxWalk(file).run();
}

}
