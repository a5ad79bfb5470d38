#pragma once

#include "boards/board.h"
#include "export/network_plan.h"

#include <array>
#include <cstddef>

namespace broto {

/// What kernels do again and again. What one takes on a processor is told by step_costs.
enum class Step {
    Answer,        ///< once: all that comes once
    Decoding,      ///< once, of a regression: from the sum to a float
    Feature,       ///< from raw units to an input
    CategoryInput, ///< one more than a feature has
    // Layers in groups (core/runtime/group_int8.h).
    ReluLayer,
    LinearLayer,
    ClassLayer,
    SummedPositive, ///< an input, for 128 times the sum of all (AVR)
    SummedEither,
    SummedDense,
    SummedInt4, ///< an input, for 8 times the sum of all (Cortex-M)
    Int8Group,  ///< four neurons: biases in, sums out
    Int4Layer,  ///< more than one of int8
    Int4Group,
    Int4Block,   ///< 32 or 16 inputs of a group (AVR)
    Int8Column,  ///< four products with an input that comes from a ReLU, and is not 0
    Int8Skipped, ///< with an input of 0
    Int8Either,  ///< with an input of either sign
    Int8Dense,   ///< with an input that nobody looks at
    Int4Column,
    Int4Skipped,
    Int4Either,
    Int4Dense,
    ReluGroup, ///< four neurons: what their ends have in common
    LinearGroup,
    ClassGroup,
    ReluEnd, ///< of a neuron: from a positive sum to an activation
    ReluZero,
    LinearEnd,
    LinearShift, ///< of such a neuron, each place that it is shifted by (AVR)
    ScoreEnd,
    NewLargest,
    FromBytes, ///< four activations (Cortex-M4)
    ToBytes,
    TableLayer,
    TableEntry,
    // Layers in groups in far flash (AVR).
    FarArray,  ///< a call
    FarSummed, ///< an input of a call, for 128 times the sum of all
    FarInt8Column,
    FarInt8Skipped,
    FarInt8Either,
    FarInt4Column,
    FarInt4Skipped,
    FarInt4Either,
    FarInt4Block,
    FarHiddenGroup, ///< four neurons, from biases to activations, without products
    FarShift,       ///< of such a neuron, each place that it is shifted by
    FarScoreGroup,  ///< four neurons, from biases to scores of which the largest is known
    // Layers outside of groups.
    PlainLayer,
    PlainHidden, ///< a neuron
    PlainScore,
    PlainSum,
    PlainProduct,    ///< as many as would take the same with weights of int8
    PlainInt4Product ///< of two neurons
};
inline constexpr std::size_t stepCount = static_cast<std::size_t>(Step::PlainInt4Product) + 1;

/// How often each step runs for one answer, on average.
class StepCounts {
public:
    double& operator[](Step step) { return m_counts[static_cast<std::size_t>(step)]; }
    double operator[](Step step) const { return m_counts[static_cast<std::size_t>(step)]; }

private:
    std::array<double, stepCount> m_counts = {};
};

StepCounts stepsOf(const NetworkPlan& plan, Processor processor);

}
