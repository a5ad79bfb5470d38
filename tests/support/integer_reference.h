#pragma once

#include <cstdint>
#include <optional>
#include <vector>

/// The integer arithmetic of docs/arithmetic.md once more, in 64-bit numbers and the plainest way, to judge the runtime
/// by. It includes nothing of core.
namespace broto::reference {

using Integer = std::int64_t;
using Integers = std::vector<Integer>;

/// round(x * 2^exponent), ties away from zero, at most 2^30 in size. Not for NaN.
Integer fixedPoint(float x, int exponent);

/// clamp((clamp16(value - centre) * factor + 2^19) >> 20).
Integer scaledInput(Integer value, Integer centre, Integer factor);

Integer neuronSum(const Integer* weights, Integer bias, const Integers& x);

/// floor((sum * multiplier + 2^(shift-1)) / 2^shift).
Integer requantized(Integer sum, Integer multiplier, int shift);

struct Input {
    int categories = 0; ///< 0: a number
    int exponent = 0;
    Integer centre = 0;
    Integer factor = 0;
    Integer lowest = 0;
    Integer highest = 0;
    std::optional<Integer> fill; ///< an activation, or a category's index
};

struct Layer {
    Integers weights; ///< neuron by neuron
    Integers bias;
    Integers multiplier; ///< none: the sums are the outputs
    int shift = 0;
    bool clamped = false; ///< a hidden layer
    Integer lowest = 0;   ///< then: what outputs are clamped to from below
    Integers table;       ///< none: outputs are not looked up
};

struct Model {
    std::vector<Input> inputs;
    std::vector<Layer> layers;
    bool classification = false;
    Integer offset = 0; ///< regression
    float unit = 1;     ///< regression
};

struct Answer {
    bool refused = false;
    int refusedFeature = 0;
    int outOfRange = 0;
    std::vector<Integers> layers; ///< the outputs of each, the last being the raw ones
    int classIndex = 0;
    float value = 0;
};

Answer answer(const Model& model, const std::vector<float>& row);

}
