#include "import/tflite_patterns.h"

#include "import/constant_values.h"

#include <map>
#include <string_view>

namespace broto {

namespace {

bool sameConstant(const TfliteTensor& a, const TfliteTensor& b)
{
    return a.type == b.type && a.data == b.data && a.shape == b.shape;
}

const TfliteTensor& tensorOf(const TfliteModel& model, int index)
{
    return model.tensors[static_cast<std::size_t>(index)];
}

}

std::optional<int> resultOfSame(const TfliteModel& file, std::size_t next, int current, const TfliteModel& expected,
                                int from)
{
    if (file.operators.size() - next < expected.operators.size())
        return std::nullopt;
    std::map<int, int> inFile = {{from, current}}; // by the tensor of the expected graph
    int result = current;
    for (std::size_t i = 0; i < expected.operators.size(); ++i) {
        const TfliteOperator& there = file.operators[next + i];
        const TfliteOperator& here = expected.operators[i];
        if (there.op != here.op || there.fused != here.fused || there.parameter != here.parameter ||
            there.axis != here.axis || there.inputs.size() != here.inputs.size() || there.outputs.size() != 1)
            return std::nullopt;
        for (std::size_t input = 0; input < here.inputs.size(); ++input) {
            const auto computed = inFile.find(here.inputs[input]);
            const bool same = computed != inFile.end()
                                  ? computed->second == there.inputs[input]
                                  : there.inputs[input] >= 0 && sameConstant(tensorOf(file, there.inputs[input]),
                                                                             tensorOf(expected, here.inputs[input]));
            if (!same)
                return std::nullopt;
        }
        result = there.outputs.front();
        inFile[here.outputs.front()] = result;
    }
    return result;
}

std::optional<TfliteTable> tableAt(const TfliteModel& file, std::size_t next, int current)
{
    constexpr std::size_t lookUp = 2; // behind a cast and an addition
    if (file.operators.size() - next <= lookUp || file.operators[next].op != TfliteOp::Cast ||
        file.operators[next].inputs != std::vector{current})
        return std::nullopt;
    const TfliteOperator& gather = file.operators[next + lookUp];
    if (gather.op != TfliteOp::Gather || gather.inputs.size() != 2 || gather.inputs[0] < 0)
        return std::nullopt;
    const TfliteTensor& table = tensorOf(file, gather.inputs[0]);
    if (table.type != TfliteType::Int8 || table.data.size() != 256 || table.scale.size() != 1)
        return std::nullopt;
    return TfliteTable{valuesOf<std::int8_t>(table.data), table.scale.front()};
}

std::string operationName(TfliteOp op)
{
    static constexpr std::pair<TfliteOp, std::string_view> names[] = {
        {TfliteOp::Add, "ADD"},
        {TfliteOp::Conv2d, "CONV_2D"},
        {TfliteOp::Dequantize, "DEQUANTIZE"},
        {TfliteOp::Logistic, "LOGISTIC"},
        {TfliteOp::Mul, "MUL"},
        {TfliteOp::Relu, "RELU"},
        {TfliteOp::Reshape, "RESHAPE"},
        {TfliteOp::Softmax, "SOFTMAX"},
        {TfliteOp::Tanh, "TANH"},
        {TfliteOp::Gather, "GATHER"},
        {TfliteOp::Sub, "SUB"},
        {TfliteOp::Div, "DIV"},
        {TfliteOp::Squeeze, "SQUEEZE"},
        {TfliteOp::Exp, "EXP"},
        {TfliteOp::Cast, "CAST"},
        {TfliteOp::Maximum, "MAXIMUM"},
        {TfliteOp::Minimum, "MINIMUM"},
        {TfliteOp::Neg, "NEG"},
        {TfliteOp::Select, "SELECT"},
        {TfliteOp::ExpandDims, "EXPAND_DIMS"},
        {TfliteOp::Equal, "EQUAL"},
        {TfliteOp::NotEqual, "NOT_EQUAL"},
        {TfliteOp::Log, "LOG"},
        {TfliteOp::LeakyRelu, "LEAKY_RELU"},
        {TfliteOp::Abs, "ABS"},
        {TfliteOp::Elu, "ELU"},
        {TfliteOp::Quantize, "QUANTIZE"},
        {TfliteOp::Round, "ROUND"},
        {TfliteOp::HardSwish, "HARD_SWISH"},
        {TfliteOp::FullyConnected, "FULLY_CONNECTED"},
    };
    // Those that are met in files and not read, by their numbers in the schema.
    static constexpr std::pair<int, std::string_view> others[] = {
        {1, "AVERAGE_POOL_2D"},
        {2, "CONCATENATION"},
        {4, "DEPTHWISE_CONV_2D"},
        {11, "L2_NORMALIZATION"},
        {16, "LSTM"},
        {17, "MAX_POOL_2D"},
        {20, "RELU_N1_TO_1"},
        {21, "RELU6"},
        {24, "RNN"},
        {27, "SVDF"},
        {32, "CUSTOM"},
        {34, "PAD"},
        {35, "UNIDIRECTIONAL_SEQUENCE_RNN"},
        {39, "TRANSPOSE"},
        {40, "MEAN"},
        {44, "UNIDIRECTIONAL_SEQUENCE_LSTM"},
        {45, "STRIDED_SLICE"},
        {49, "SPLIT"},
        {50, "LOG_SOFTMAX"},
        {54, "PRELU"},
        {74, "SUM"},
        {77, "SHAPE"},
        {83, "PACK"},
        {126, "BATCH_MATMUL"},
        {129, "CALL_ONCE"},
        {142, "VAR_HANDLE"},
        {150, "GELU"},
    };
    for (const auto& [known, name] : names)
        if (known == op)
            return std::string(name);
    for (const auto& [number, name] : others)
        if (number == static_cast<int>(op))
            return std::string(name);
    return "operator " + std::to_string(static_cast<int>(op));
}

}
