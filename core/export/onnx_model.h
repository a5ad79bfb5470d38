#pragma once

#include "compression/deployable_model.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace broto {

/// The kinds of numbers in an .onnx file, by its numbers for them.
enum class OnnxType : std::int32_t {
    Float32 = 1,
    UInt8 = 2,
    Int8 = 3,
    Int32 = 6,
    Int64 = 7,
    Bool = 9,
    Float16 = 10,
    Float64 = 11
};

/// Values that stand in the file.
struct OnnxTensor {
    std::string name;
    OnnxType type = OnnxType::Float32;
    std::vector<std::int64_t> shape;
    std::string data; ///< little-endian
};

struct OnnxAttribute {
    std::string name;
    std::variant<std::int64_t, float, std::string, std::vector<std::int64_t>, std::vector<float>, OnnxTensor> value;
};

struct OnnxNode {
    std::string op;                  ///< "Gemm"
    std::string name;                ///< may be empty
    std::vector<std::string> inputs; ///< names of values; empty: left out
    std::vector<std::string> outputs;
    std::vector<OnnxAttribute> attributes;
    std::string domain = {}; ///< of the operator; empty is ONNX's own
};

/// What goes into a graph or comes out of it. A size of -1: any.
struct OnnxValue {
    std::string name;
    OnnxType type = OnnxType::Float32;
    std::vector<std::int64_t> shape;
};

/// An .onnx file as a value: one graph, its nodes in the order in which they run.
struct OnnxModel {
    std::vector<OnnxNode> nodes;
    std::vector<OnnxTensor> constants;
    std::vector<OnnxValue> inputs;
    std::vector<OnnxValue> outputs;
    std::string producer;
    std::string description;
    std::vector<std::pair<std::string, std::string>> metadata; ///< by name
    std::int64_t operators = 13;                               ///< version of ONNX's own
};

/// The graph of a model: any number of rows in raw units go in; answers in the target's unit or certainties come out
/// (docs/interop.md). Integer layers stand between QuantizeLinear and DequantizeLinear.
OnnxModel onnxModel(const DeployableModel& model);

/// The file.
std::string onnxBytes(const OnnxModel& model);

}
