#pragma once

#include "common/result.h"
#include "compression/input_trace.h"
#include "network/network.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace broto {

/// One input of a neuron times its weight.
struct TracedProduct {
    std::int8_t input = 0;
    std::int8_t weight = 0;
    std::int32_t product = 0;
    std::int32_t sum = 0;  ///< the bias and all products up to this one
    double inputValue = 0; ///< what they stand for
    double weightValue = 0;
    std::optional<double> exactInput; ///< the same two in the float network
    std::optional<double> exactWeight;
};

/// From a sum to the scale of the layer's outputs.
struct RequantizationSteps {
    std::int16_t multiplier = 0;
    std::int64_t product = 0; ///< sum * multiplier
    std::int64_t addend = 0;  ///< 2^(shift - 1), so that the shift rounds
    int shift = 0;
    std::int32_t shifted = 0; ///< (product + addend) >> shift; a score is this
    // Of a hidden layer
    std::optional<std::int8_t> clamped;
    bool cut = false;                 ///< whether clamping has changed it; below 0 before a ReLU too
    std::optional<std::int8_t> entry; ///< of the table, where there is one
};

/// From the sum of a regression to its answer.
struct AnswerSteps {
    std::int32_t offset = 0;
    std::int32_t moved = 0; ///< sum + offset
    float unit = 0;
    float value = 0; ///< moved * unit, in the target's unit
};

/// Where a number on the board departs from that of the float network. Adding up has no step: it is exact.
enum class TraceStep {
    Inputs,     ///< the inputs of the layer, with all that layers before it have done to them
    Weights,    ///< weights are whole steps
    Bias,       ///< and so is the bias
    Multiplier, ///< multiplier and shift are not quite the factor between the scales
    Rounding,   ///< to a whole step of the output
    Clamp,      ///< to what an int8 holds
    Table,      ///< an entry is a whole step
    Answer      ///< offset and unit of a regression
};

/// What the neuron says when this step and all before it are done as the board does them, and the steps after it
/// exactly; and by how much the step has changed that.
struct TracedError {
    TraceStep step;
    double value = 0;
    double error = 0;
};

/// One number followed through a model, from a row in raw units to what one neuron says. The integers are those of the
/// board. Values are what the neuron says: activations of a hidden layer, logits of a classification's last one, of a
/// regression's the answer in the target's unit.
///
/// `exact`, the float network's value, plus all errors is `value`, but for the last digits of a double. What single
/// precision rounds in the float network counts as an error of the inputs. Without a float network `errors` begin
/// after the sum. Where a row holds numbers that are not finite, so may be values and errors.
struct NumberTrace {
    std::vector<FeatureTrace> features; ///< all of the row
    std::int32_t bias = 0;
    double biasValue = 0;
    std::optional<double> exactBias;
    std::vector<TracedProduct> products; ///< one an input of the layer
    std::int32_t sum = 0;
    double sumValue = 0;
    std::optional<RequantizationSteps> requantization; ///< of all but a regression's last layer
    std::optional<AnswerSteps> answer;                 ///< of that one
    std::int32_t result = 0;                           ///< the activation, the score or the sum
    double value = 0;
    std::optional<double> exact;
    std::vector<TracedError> errors; ///< in the order of the steps, of those that apply
};

/// Follows a row to a neuron of a layer (0 is the first hidden one) of an integer model. `network`: the float network
/// that it came from, or null; one with other shapes counts as none, since its neurons are others. Fails by name of the
/// feature where the row is refused.
Result<NumberTrace> traceNumber(const DeployableModel& model, const Network* network, std::span<const float> row,
                                std::size_t layer, std::size_t neuron);

}
