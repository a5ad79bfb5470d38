#pragma once

#include "network/activation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace broto {

/// Rows of the arrays that kernels work on are as wide as the next multiple of this, and begin at a multiple of it.
inline constexpr int padding = 8;

inline constexpr int padded(int width)
{
    return (width + padding - 1) / padding * padding;
}

/// Which processor's instructions do the work. Results repeat bit for bit with the same one; with another they differ
/// in the last bits.
enum class InstructionSet { Baseline, Avx2 };

/// "sse2", "avx2", "neon" or "portable": what a run records.
std::string_view instructionSetName(InstructionSet set);

/// result[r][o] = start[o] + sum over k of rows[r][k] * factors[k][o]
struct Product {
    const float* const* rows; ///< rowCount of them, of `depth` values
    int rowCount;
    int depth;
    const float* factors; ///< depth x width
    int width;            ///< a multiple of `padding`
    const float* start;   ///< width values, or null for zeros
    float* result;        ///< rowCount x width
};

/// gradient[i][o] = sum over r of rows[r][i] * slopes[r][o]
struct OuterProduct {
    const float* const* rows; ///< rowCount of them, of `inputs` values
    int rowCount;
    int inputs;
    const float* slopes; ///< rowCount x width
    int width;
    float* gradient; ///< inputs x width
};

// Layers as a board computes them, docs/arithmetic.md: whole numbers held in floats, which is exact below 2^24.

/// y = clamp((sum * multiplier + 2^(shift-1)) >> shift), one multiplier a column, from 0 to 32767; shift is 17 to 24,
/// and results are cut off at 127 in size or less.
struct Requantization {
    const std::int32_t* multipliers;
    int shift;
    float lowest;
    float highest;
};

/// Weights rounded to multiples of `step`, at most `levels` of them each way.
struct GridWeights {
    const float* values; ///< inputs x width: as they are learned
    int inputs;
    int width;
    const float* levelsPerUnit; ///< one a column: 1 / (scale * step)
    const float* scale;         ///< one a column: what 1 stands for
    float step;
    float levels;
    float* whole; ///< inputs x width: as the board has them
};

/// scales[i] = first[i] * e^growth[i], and their reciprocals over two factors: 0 where a scale is 0.
struct ScaleGrowth {
    const float* first;
    const float* growth;
    std::size_t count; ///< a multiple of `padding`
    float step;
    float inputScale;
    float* scales;
    float* levelsPerUnit; ///< 1 / (scale * step)
    float* sumsPerUnit;   ///< 1 / (scale * inputScale)
};

/// Rows whose answers are softmax(outputs), judged by cross-entropy. Slopes are of the mean loss over the batch. Arrays
/// of rows and labels reach to the next multiple of `padding` rows.
struct SoftmaxRows {
    const float* outputs; ///< rowCount x width, the first `classes` of each row count
    int rowCount;
    int width;
    int classes;
    const std::int32_t* labels;
    const float* weights; ///< one a class, or null for ones
    float smoothing;      ///< share of the truth that is spread over all classes
    float perRow;         ///< 1 / rows of the batch
    float* slopes;        ///< rowCount x width
    float* columns;       ///< room for width x padding values
};

struct Judgement {
    double loss = 0;          ///< of all rows
    std::size_t right = 0;    ///< classification: rows whose label has the largest output, alone or with others
    double squaredErrors = 0; ///< regression
};

/// One step of Adam over many parameters; decay is 1 where there is none.
struct AdamStep {
    float* parameters;
    const float* gradient;
    float* first;
    float* second;
    std::size_t count; ///< a multiple of `padding`
    float size;        ///< learning rate / (1 - 0.9^t)
    float rootFactor;  ///< 1 / sqrt(1 - 0.999^t)
    float kept;        ///< what decay leaves of a parameter
};

/// The inner loops of training, compiled for one instruction set.
struct Kernels {
    void (*product)(const Product&);
    void (*productWithRelu)(const Product&);
    /// Zero where the output that belongs to a result is not above zero.
    void (*productBehindRelu)(const Product&, const float* outputs);
    void (*productRequantized)(const Product&, const Requantization&);
    /// y = ((sum * multiplier + 2^15) >> 16) * unit, one multiplier a column, from 0 to 32767.
    void (*productScored)(const Product&, const std::int32_t* multipliers, float unit);
    /// Zero where the output that belongs to a result was cut off, or lies at an end.
    void (*productBehindClamp)(const Product&, const float* outputs, float lowest, float highest);
    void (*roundToGrid)(const GridWeights&);
    /// whole[i] = values[i] * factors[i] to the nearest whole number, at most 2^23 in size. `count` as for activate.
    void (*roundProducts)(const float* values, const float* factors, std::size_t count, float* whole);
    /// From slopes by what weights stand for, over `inputScale`, to slopes by learned ones: none where one is cut off.
    void (*gridSlopes)(const GridWeights&, float inputScale, float* gradient);
    /// The same, and slopes by the logarithms of the scales, times `share`. Of weights that have been rounded.
    void (*gridAndScaleSlopes)(const GridWeights&, float inputScale, float share, float* gradient, float* ofScales);
    /// The largest scale.
    float (*growScales)(const ScaleGrowth&);
    /// result[i] = 1 / (values[i] * factor), and 0 where the value is 0. `count` as for activate.
    void (*reciprocals)(const float* values, float factor, std::size_t count, float* result);
    /// values[i] * factor to the nearest whole number from 1 to 32767, and 0 where the value is 0. `count` as for
    /// activate.
    void (*multipliers)(const float* values, double factor, std::size_t count, std::int32_t* result);
    void (*outerProduct)(const OuterProduct&);
    void (*columnSums)(const float* values, int rowCount, int width, float* sums);
    /// `count` is a multiple of `padding`.
    void (*activate)(Activation, const float* sums, std::size_t count, float* outputs);
    void (*multiplyBySlope)(Activation, const float* sums, const float* outputs, std::size_t count, float* slopes);
    /// rows x width to columns x otherWidth, with room for the next multiple of `padding` columns. What pads the
    /// result's rows stays as it was.
    void (*transpose)(const float* values, int rows, int columns, int width, float* result, int otherWidth);
    Judgement (*softmaxLoss)(const SoftmaxRows&);
    void (*adam)(const AdamStep&);
};

/// Whether this processor has it.
bool available(InstructionSet set);
InstructionSet bestInstructionSet();

/// The set that has this name, if this processor has it.
std::optional<InstructionSet> availableInstructionSet(std::string_view name);

/// Of a set that is available.
const Kernels& kernelsFor(InstructionSet set);

}
