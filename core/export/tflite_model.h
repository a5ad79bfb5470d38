#pragma once

#include "compression/deployable_model.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broto {

/// The kinds of numbers in a .tflite file, by its numbers for them.
enum class TfliteType : std::int8_t {
    Float32 = 0,
    Float16 = 1,
    Int32 = 2,
    UInt8 = 3,
    Int64 = 4,
    Bool = 6,
    Int16 = 7,
    Int8 = 9
};

/// The operators that this program writes or reads, by the numbers of TensorFlow Lite's schema.
enum class TfliteOp : std::int32_t {
    Add = 0,
    Conv2d = 3,
    Dequantize = 6,
    FullyConnected = 9,
    Logistic = 14,
    Mul = 18,
    Relu = 19,
    Reshape = 22,
    Softmax = 25,
    Tanh = 28,
    Gather = 36,
    Sub = 41,
    Div = 42,
    Squeeze = 43,
    Exp = 47,
    Cast = 53,
    Maximum = 55,
    Minimum = 57,
    Neg = 59,
    Select = 64,
    ExpandDims = 70,
    Equal = 71,
    NotEqual = 72,
    Log = 73,
    LeakyRelu = 98,
    Abs = 101,
    Elu = 111,
    Quantize = 114,
    Round = 116,
    HardSwish = 117
};

/// What an operator does to its results at once.
enum class TfliteFused : std::int8_t { None = 0, Relu = 1, ReluMinus1To1 = 2, Relu6 = 3, Tanh = 4 };

/// A tensor: values that stand in the file, or that operators compute.
struct TfliteTensor {
    std::string name;
    TfliteType type = TfliteType::Float32;
    std::vector<std::int32_t> shape;
    std::string data; ///< of a constant: its bytes, little-endian
    // Integers: a value is scale * (integer - zero point), one of each for all, or for each index of a dimension.
    std::vector<float> scale;
    std::vector<std::int64_t> zeroPoint;
    int quantizedDimension = 0;
};

struct TfliteOperator {
    TfliteOp op = TfliteOp::Add;
    std::vector<int> inputs; ///< indexes of tensors; -1: left out
    std::vector<int> outputs;
    TfliteFused fused = TfliteFused::None;
    float parameter = 0; ///< of softmax (beta) and of leaky ReLU (slope below 0)
    int axis = 0;        ///< of gather
};

/// A .tflite file as a value: one graph, its operators in the order in which they run.
struct TfliteModel {
    std::vector<TfliteTensor> tensors;
    std::vector<TfliteOperator> operators;
    std::vector<int> inputs;
    std::vector<int> outputs;
    std::string description;
    std::vector<std::pair<std::string, std::string>> metadata; ///< by name

    int add(TfliteTensor tensor); ///< its index
};

/// The graph of a model. One row in raw units goes in; a regression's answer in its unit or one certainty a class comes
/// out (docs/interop.md). The eight bits of an integer model's outputs reach as far as those of `rows` do, in raw
/// units; without rows, as far as the sums can.
TfliteModel tfliteModel(const DeployableModel& model, const Matrix& rows = {});

/// The file.
std::string tfliteBytes(const TfliteModel& model);

}
