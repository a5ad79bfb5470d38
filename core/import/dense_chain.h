#pragma once

#include "compression/deployable_model.h"
#include "export/onnx_model.h"
#include "export/tflite_model.h"
#include "import/import_problem.h"
#include "import/model_description_reader.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace broto {

/// The integers of a layer as a file holds them.
struct ChainIntegers {
    std::vector<std::int8_t> weights;              ///< neuron by neuron, -127..127
    std::vector<float> scale;                      ///< one a neuron
    std::optional<std::vector<std::int32_t>> bias; ///< in steps of weight scale times input scale
};

struct DenseStep {
    int inputs = 0;
    int outputs = 0;
    std::vector<float> weights; ///< neuron by neuron
    std::vector<float> bias;
    std::optional<ChainIntegers> integers; ///< the same as integers, where the file has them
};

struct ActivationStep {
    Activation activation = Activation::Linear;
};

/// A number is subtracted from each value, each is multiplied, or a number is added: one for all, or one a value.
struct SubtractStep {
    std::vector<float> by;
};
struct MultiplyStep {
    std::vector<float> by;
};
struct AddStep {
    std::vector<float> by;
};

/// From here on values are scale * (integer - zero point), the integers between two bounds.
struct QuantizeStep {
    float scale = 1;
    std::int64_t zeroPoint = 0;
    int lowest = -128;
    int highest = 127;
};

/// Integers are looked up: the first entry is for -128. A step of an entry stands for `scale`.
struct TableStep {
    std::vector<std::int8_t> table;
    float scale = 1;
};

struct SoftmaxStep {};

using ChainStep =
    std::variant<DenseStep, ActivationStep, SubtractStep, MultiplyStep, AddStep, QuantizeStep, TableStep, SoftmaxStep>;

struct PlacedStep {
    LayerPlace place;
    ChainStep step;
};

/// A dense network as any file tells it: steps one after the other, each of what the one before it gives. Sizes fit
/// each other; numbers may be any.
struct DenseChain {
    int features = 0; ///< values that go in
    std::optional<ModelDescription> description;
    bool hasPreprocessing = false; ///< that of the description stands before the first step
    std::vector<PlacedStep> steps;
};

inline constexpr std::size_t mostDenseSteps = mostLayers + 1;
inline constexpr int mostValues = 65535; ///< of a layer

Result<DenseChain> chainOf(const TfliteModel& file);
Result<DenseChain> chainOf(const OnnxModel& file);
Result<DenseChain> tensorFloresChain(std::string_view json);

/// The model that a chain stands for: integers where values between its layers are quantized, else float32. Names,
/// units and ranges are those of its description; without one, features are called by their number.
Result<DeployableModel> modelOf(const DenseChain& chain);

}
