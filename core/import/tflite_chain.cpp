#include "export/model_description.h"
#include "export/tflite_builder.h"
#include "import/chain_builder.h"
#include "import/number_kinds.h"
#include "import/tflite_patterns.h"

#include <algorithm>
#include <string_view>

namespace broto {

namespace {

class TfliteWalk {
public:
    explicit TfliteWalk(const TfliteModel& file) : m_file(file), m_builder(m_chain) {}

    Result<DenseChain> run()
    {
        if (m_file.inputs.size() != 1 || m_file.outputs.size() != 1)
            return import_problem::inputsAndOutputs(namesOf(m_file.inputs), namesOf(m_file.outputs));
        m_current = m_file.inputs.front();
        for (const auto& [name, text] : m_file.metadata)
            if (name == descriptionEntry)
                m_chain.description = parseModelDescription(text);
        begin();
        while (!m_builder.problem() && m_next < m_file.operators.size())
            step();
        if (m_builder.problem())
            return *m_builder.problem();
        if (m_current != m_file.outputs.front())
            return import_problem::notAChain(place());
        return std::move(m_chain);
    }

private:
    const TfliteTensor& tensor(int index) const { return m_file.tensors[static_cast<std::size_t>(index)]; }

    std::vector<std::string> namesOf(const std::vector<int>& tensors) const
    {
        std::vector<std::string> names;
        for (const int index : tensors)
            names.push_back(tensor(index).name);
        return names;
    }

    /// Where the walk stands, or what it has done last.
    LayerPlace place() const
    {
        if (m_file.operators.empty())
            return {};
        const std::size_t at = std::min(m_next, m_file.operators.size() - 1);
        const TfliteOperator& op = m_file.operators[at];
        return {at + 1, operationName(op.op), op.outputs.empty() ? std::string() : tensor(op.outputs.front()).name};
    }

    void begin()
    {
        const TfliteTensor& input = tensor(m_current);
        const std::int64_t values = countOf(input);
        if (values < 1 || values > mostValues || (input.type != TfliteType::Float32 && input.type != TfliteType::Int8))
            return m_builder.fail(import_problem::inputKind(
                input.name, kindName(input.type), import_problem::shapeText({input.shape.begin(), input.shape.end()})));
        m_builder.begin(static_cast<int>(values));
        if (m_chain.description)
            skipPreprocessing(*m_chain.description);
        if (input.type == TfliteType::Int8)
            addQuantization({0, "input", input.name}, input);
    }

    /// Of a row, so of everything but the first dimension, which counts rows.
    static std::int64_t countOf(const TfliteTensor& tensor)
    {
        std::int64_t count = 1;
        for (std::size_t i = 0; i < tensor.shape.size(); ++i)
            count = i == 0 && tensor.shape.size() > 1 ? std::int64_t(tensor.shape[i] == 1 || tensor.shape[i] == -1)
                    : count < 0 || count > mostValues ? count // no row has so many
                                                      : count * tensor.shape[i];
        return count;
    }

    void skipPreprocessing(const ModelDescription& description)
    {
        const std::size_t features = description.preprocessing.features.size();
        if (features != static_cast<std::size_t>(m_chain.features))
            return;
        TfliteModel expected;
        const int row = expected.add(tfliteRow("features", TfliteType::Float32, features));
        addTflitePreprocessing(expected, row, description.preprocessing);
        if (skip(expected, row)) {
            m_chain.hasPreprocessing = true;
            m_builder.begin(inputCount(description.preprocessing));
            m_chain.features = static_cast<int>(features);
        }
    }

    /// Goes on behind operators that are the same as those of a graph.
    bool skip(const TfliteModel& expected, int from)
    {
        const std::optional<int> result = resultOfSame(m_file, m_next, m_current, expected, from);
        if (!result)
            return false;
        m_current = *result;
        m_next += expected.operators.size();
        return true;
    }

    void step()
    {
        const TfliteOperator& op = m_file.operators[m_next];
        if (op.outputs.size() != 1 || op.inputs.empty())
            return m_builder.fail(import_problem::unknownOperation(place()));
        if (foldConstant(op) || skipActivation() || skipTable())
            return;
        if (op.inputs.front() != m_current)
            return m_builder.fail(import_problem::notAChain(place()));
        const LayerPlace at = place();
        apply(op, at);
        m_current = op.outputs.front();
        ++m_next;
        const TfliteTensor& result = tensor(m_current);
        if (m_builder.problem() || isTransparent(op.op))
            return;
        if (result.type == TfliteType::Int8)
            addQuantization(at, result);
        else if (result.type != TfliteType::Float32)
            m_builder.fail(import_problem::elementType(at, result.name, kindName(result.type)));
    }

    /// Weights that are kept in few bits and made floats by the graph itself.
    bool foldConstant(const TfliteOperator& op)
    {
        if (op.op != TfliteOp::Dequantize || op.inputs.front() < 0 || tensor(op.inputs.front()).data.empty())
            return false;
        m_foldedFrom.push_back({op.outputs.front(), op.inputs.front()});
        ++m_next;
        return true;
    }

    /// A tensor, or the constant that it is made of.
    const TfliteTensor& constant(int index) const
    {
        for (const auto& [folded, from] : m_foldedFrom)
            if (folded == index)
                return tensor(from);
        return tensor(index);
    }

    /// One of the same kind and shape, without values.
    static TfliteTensor unnamed(const TfliteTensor& tensor) { return {"", tensor.type, tensor.shape, {}, {}, {}, 0}; }

    bool skipActivation()
    {
        static constexpr Activation composed[] = {Activation::Softplus, Activation::Swish, Activation::HardSigmoid};
        for (const Activation activation : composed) {
            TfliteModel expected;
            const int from = expected.add(unnamed(tensor(m_current)));
            addTfliteActivation(expected, from, activation, "");
            const LayerPlace at = place();
            if (skip(expected, from)) {
                m_builder.add(at, ActivationStep{activation});
                return true;
            }
        }
        return false;
    }

    bool skipTable()
    {
        const std::optional<TfliteTable> table = tableAt(m_file, m_next, m_current);
        if (!table)
            return false;
        const LayerPlace at = place();
        TfliteModel expected;
        const int from = expected.add(unnamed(tensor(m_current)));
        addTfliteTable(expected, from, table->entries, table->scale, "");
        if (!skip(expected, from))
            return false;
        m_builder.add(at, TableStep{table->entries, table->scale});
        return true;
    }

    static bool isTransparent(TfliteOp op)
    {
        return op == TfliteOp::Reshape || op == TfliteOp::Squeeze || op == TfliteOp::ExpandDims;
    }

    void addQuantization(const LayerPlace& at, const TfliteTensor& tensor)
    {
        if (tensor.scale.size() != 1 || tensor.zeroPoint.size() != 1)
            return m_builder.fail(import_problem::quantization(at));
        m_builder.add(at, QuantizeStep{tensor.scale.front(), tensor.zeroPoint.front(), -128, 127});
    }

    void apply(const TfliteOperator& op, const LayerPlace& at)
    {
        const auto activate = [&](Activation activation) { m_builder.add(at, ActivationStep{activation}); };
        switch (op.op) {
        case TfliteOp::FullyConnected:
        case TfliteOp::Conv2d:
            return addLayer(op, at);
        case TfliteOp::Relu:
            return activate(Activation::Relu);
        case TfliteOp::Logistic:
            return activate(Activation::Sigmoid);
        case TfliteOp::Tanh:
            return activate(Activation::Tanh);
        case TfliteOp::Elu:
            return activate(Activation::Elu);
        case TfliteOp::HardSwish:
            return activate(Activation::HardSwish);
        case TfliteOp::LeakyRelu:
            return op.parameter == 0.01f ? activate(Activation::LeakyRelu)
                                         : m_builder.fail(import_problem::parameter(at));
        case TfliteOp::Softmax:
            return op.parameter == 1 ? m_builder.add(at, SoftmaxStep{}) : m_builder.fail(import_problem::parameter(at));
        case TfliteOp::Add:
        case TfliteOp::Sub:
        case TfliteOp::Mul:
        case TfliteOp::Div:
            return addArithmetic(op, at);
        case TfliteOp::Quantize:
        case TfliteOp::Dequantize:
            return;
        case TfliteOp::Reshape:
        case TfliteOp::Squeeze:
        case TfliteOp::ExpandDims:
            return tensor(op.outputs.front()).data.empty() && countOf(tensor(op.outputs.front())) == m_builder.width()
                       ? void()
                       : m_builder.fail(import_problem::axis(at));
        default:
            return m_builder.fail(import_problem::unknownOperation(at));
        }
    }

    void addArithmetic(const TfliteOperator& op, const LayerPlace& at)
    {
        if (op.inputs.size() != 2 || op.inputs[1] < 0 || op.fused != TfliteFused::None)
            return m_builder.fail(import_problem::unknownOperation(at));
        const TfliteTensor& by = constant(op.inputs[1]);
        if (by.data.empty())
            return m_builder.fail(import_problem::notAChain(at));
        if (tensor(op.outputs.front()).type != TfliteType::Float32)
            return m_builder.fail(import_problem::quantization(at));
        std::vector<float> numbers = floatsOf(by);
        if (numbers.empty())
            return m_builder.fail(import_problem::elementType(at, by.name, kindName(by.type)));
        if (const auto zero = std::find(numbers.begin(), numbers.end(), 0.0f);
            op.op == TfliteOp::Div && zero != numbers.end())
            return m_builder.fail(
                import_problem::divisionByZero(at, static_cast<std::size_t>(zero - numbers.begin()) + 1));
        if (op.op == TfliteOp::Div)
            for (float& number : numbers)
                number = 1 / number;
        if (op.op == TfliteOp::Add)
            m_builder.add(at, AddStep{std::move(numbers)});
        else if (op.op == TfliteOp::Sub)
            m_builder.add(at, SubtractStep{std::move(numbers)});
        else
            m_builder.add(at, MultiplyStep{std::move(numbers)});
    }

    void addLayer(const TfliteOperator& op, const LayerPlace& at)
    {
        if (op.inputs.size() < 2 || op.inputs[1] < 0)
            return m_builder.fail(import_problem::wrongWeights(at));
        const TfliteTensor& weights = constant(op.inputs[1]);
        const bool convolution = op.op == TfliteOp::Conv2d;
        if (weights.data.empty())
            return m_builder.fail(import_problem::missingTensor(at, weights.name));
        if (weights.shape.size() != (convolution ? 4u : 2u))
            return m_builder.fail(import_problem::wrongWeights(at));
        // One point of an image under a window of one point is a dense layer.
        if (convolution && (weights.shape[1] != 1 || weights.shape[2] != 1 || !isPoint(tensor(m_current))))
            return m_builder.fail(import_problem::unknownOperation(at));
        const bool hasBias = op.inputs.size() > 2 && op.inputs[2] >= 0;
        const TfliteTensor* bias = hasBias ? &constant(op.inputs[2]) : nullptr;
        if (bias && bias->data.empty())
            return m_builder.fail(import_problem::missingTensor(at, bias->name));
        addDense(at, weights, bias);
        if (op.fused == TfliteFused::Relu || op.fused == TfliteFused::Tanh)
            m_builder.add(at, ActivationStep{op.fused == TfliteFused::Relu ? Activation::Relu : Activation::Tanh});
        else if (op.fused != TfliteFused::None)
            m_builder.fail(import_problem::unknownOperation(
                {at.number, at.operation + (op.fused == TfliteFused::Relu6 ? " + RELU6" : " + clipping"), at.name}));
    }

    static bool isPoint(const TfliteTensor& tensor)
    {
        return tensor.shape.size() == 4 && tensor.shape[1] == 1 && tensor.shape[2] == 1;
    }

    void addDense(const LayerPlace& at, const TfliteTensor& weights, const TfliteTensor* bias)
    {
        const int outputs = weights.shape.front(), inputs = weights.shape.back();
        if (bias && bias->type != TfliteType::Int32 && floatsOf(*bias).empty())
            return m_builder.fail(import_problem::elementType(at, bias->name, kindName(bias->type)));
        if (weights.type == TfliteType::Float32 || weights.type == TfliteType::Float16)
            return m_builder.addDense(at, inputs, outputs, floatsOf(weights),
                                      bias ? floatsOf(*bias) : std::vector<float>{});
        if (weights.type != TfliteType::Int8)
            return m_builder.fail(import_problem::elementType(at, weights.name, kindName(weights.type)));
        std::optional<QuantizedConstant> integerBias;
        if (bias && bias->type == TfliteType::Int32)
            integerBias = quantizedBias(*bias, weights);
        m_builder.addDense(at, inputs, outputs, quantized(weights), integerBias,
                           bias && !integerBias ? floatsOf(*bias) : std::vector<float>{});
    }

    static QuantizedConstant quantized(const TfliteTensor& tensor)
    {
        QuantizedConstant constant;
        for (const std::int8_t value : valuesOf<std::int8_t>(tensor.data))
            constant.integers.push_back(value);
        constant.scale = tensor.scale;
        constant.zeroPoint = tensor.zeroPoint;
        constant.axis = tensor.quantizedDimension;
        return constant;
    }

    /// In steps of weights times inputs, whatever else is said of it: that is how it is added up.
    QuantizedConstant quantizedBias(const TfliteTensor& bias, const TfliteTensor& weights) const
    {
        QuantizedConstant constant;
        constant.integers = valuesOf<std::int32_t>(bias.data);
        const TfliteTensor& inputs = tensor(m_current);
        for (const float scale : weights.scale)
            constant.scale.push_back(scale * (inputs.scale.empty() ? 1 : inputs.scale.front()));
        constant.zeroPoint.assign(constant.scale.size(), 0);
        return constant;
    }

    static std::vector<float> floatsOf(const TfliteTensor& tensor)
    {
        if (tensor.type == TfliteType::Float32)
            return valuesOf<float>(tensor.data);
        if (tensor.type == TfliteType::Float16)
            return floatsOfHalves(tensor.data);
        return {};
    }

    const TfliteModel& m_file;
    DenseChain m_chain;
    ChainBuilder m_builder;
    std::size_t m_next = 0; ///< operator
    int m_current = 0;      ///< tensor
    std::vector<std::pair<int, int>> m_foldedFrom;
};

}

Result<DenseChain> chainOf(const TfliteModel& file)
{
    return TfliteWalk(file).run();
}

}
