#pragma once

#include "data/dataset.h"
#include "data/preprocessing.h"
#include "network/network.h"
#include "runtime/input_int8.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace broto {

/// What a whole model computes with: single precision, or the integers of docs/arithmetic.md.
enum class Arithmetic { Float32, Int8 };
std::string_view arithmeticName(Arithmetic arithmetic); ///< "float32", "int8"

/// How the weights of an integer layer lie in flash. What they stand for, and so every answer, is the same int8 in all
/// of them. Int4: multiples of 16, two to a byte. Ternary: -64, 0 and 64, four to a byte. Codebook: indexes of 2, 4 or
/// 8 bits into 4, 16 or 256 weights. Sparse: a bit says whether there is one, and only weights other than 0 follow.
enum class Storage { Int8, Int4, Ternary, Codebook, Sparse };
inline constexpr Storage allStorages[] = {Storage::Int8, Storage::Int4, Storage::Ternary, Storage::Codebook,
                                          Storage::Sparse};
std::string_view storageName(Storage storage); ///< "int8", "int4", "ternary", "codebook", "sparse"

/// A dense layer in float32. A model is float32 as a whole or not at all.
struct Float32Layer {
    int inputs = 0;
    int outputs = 0;
    Activation activation = Activation::Linear;
    std::vector<float> weights; ///< neuron by neuron
    std::vector<float> bias;
    bool operator==(const Float32Layer&) const = default;
};

/// A dense layer in the integer arithmetic of docs/arithmetic.md.
struct IntegerLayer {
    int inputs = 0;
    int outputs = 0;
    Activation activation = Activation::Linear;
    Storage storage = Storage::Int8;      ///< what all weights must be fit for
    std::vector<std::int8_t> weights;     ///< what they stand for: neuron by neuron, -127..127
    std::vector<std::int8_t> codebook;    ///< 4, 16 or 256 weights, ascending, where the storage is one; else empty
    std::vector<std::int32_t> bias;       ///< |bias| + 127 * sum|weight| < 2^23 for every neuron
    std::vector<std::int16_t> multiplier; ///< 1 .. 32767, one a neuron; empty for a regression's output layer
    int shift = 0;                        ///< 17..24; 16 for a classification's output layer
    std::vector<std::int8_t> table;       ///< 256 entries where the activation needs one, the first for -128
    // What the integers stand for, for people and for the pages that explain them:
    float inputScale = 0;           ///< one step of an input, in the scaled unit
    std::vector<float> weightScale; ///< one step of a weight, one a neuron
    float outputScale = 0;          ///< one step of an output
    bool operator==(const IntegerLayer&) const = default;
};

using ModelLayer = std::variant<Float32Layer, IntegerLayer>;

/// From the raw outputs to an answer.
struct OutputDecoding {
    Target target;
    // Integer regression: answer = (sum + offset) * unit. Integer classification: certainty = softmax(score *
    // scoreScale).
    std::vector<std::int32_t> offset;
    std::vector<float> unit;
    float scoreScale = 1;
    bool operator==(const OutputDecoding&) const = default;
};

/// Where a model comes from.
struct Provenance {
    std::string version; ///< of the program that made it
    std::uint64_t dataFingerprint = 0;
    std::uint64_t seed = 0;
    int epochs = 0;
    std::string metric;    ///< "accuracy" or "R2"
    double testMetric = 0; ///< of this model, not of the float one it came from
    int grownScales = 0;   ///< neurons whose steps are larger so that their sums fit 24 bits
    bool operator==(const Provenance&) const = default;
};

/// A model as it goes to a board: the contract between compression and everything after it. Rows in raw units go in,
/// class names or the target's unit come out. Valid by construction: whoever makes one calls `problemWith` if it comes
/// from outside.
struct DeployableModel {
    std::string name; ///< the variant: "float", "ptq-int8"
    Arithmetic arithmetic = Arithmetic::Float32;
    Preprocessing preprocessing;
    std::vector<runtime::InputFeature> integerInputs; ///< one a feature; empty for float32
    std::vector<ModelLayer> layers;
    OutputDecoding decoding;
    std::vector<std::vector<float>> goldenRows; ///< rows in raw units that exported code tests itself with
    std::vector<float> goldenWindow; ///< with a stream: the readings of one window for the same, one after the other
    Provenance provenance;

    int features() const { return static_cast<int>(preprocessing.features.size()); }
    int outputs() const;
};

NetworkShape shapeOf(const DeployableModel& model);

/// What the weights are kept as, in the order of the layers: "float32", "int8", "int4 + codebook".
std::string storageText(const DeployableModel& model);

/// Bytes of weights as they are stored, biases, multipliers and tables. Layers with the same codebook share it.
std::int64_t weightBytes(const DeployableModel& model);

/// 64-bit hash of everything that decides an answer: what a board tells in HELLO.
std::uint64_t modelId(const DeployableModel& model);

/// The first promise of this page that a model breaks (sizes that do not fit, an accumulator that could overflow), or
/// nothing. For models read from a file.
std::optional<Message> problemWith(const DeployableModel& model);

}
