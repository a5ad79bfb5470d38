#pragma once

#include <string_view>
#include <vector>

namespace broto {

/// Whether every neuron has a scale of its own, or all of a layer share one, but for those whose sums would not fit 24
/// bits with it.
enum class Granularity { Neuron, Layer };
inline constexpr Granularity allGranularities[] = {Granularity::Neuron, Granularity::Layer};

/// How far a range reaches. MinMax: to the largest value that was met. Percentile: past all but one in a thousand.
/// MeanSquare: where rounding and cutting off cost least together. Entropy: where the distribution of what is left
/// tells most about the whole one.
enum class RangeMethod { MinMax, Percentile, MeanSquare, Entropy };
inline constexpr RangeMethod allRangeMethods[] = {RangeMethod::MinMax, RangeMethod::Percentile, RangeMethod::MeanSquare,
                                                  RangeMethod::Entropy};

/// Nearest: each weight by itself. Compensated: what one weight loses, those after it make up for on the calibration
/// rows (after GPTQ).
enum class Rounding { Nearest, Compensated };
inline constexpr Rounding allRoundings[] = {Rounding::Nearest, Rounding::Compensated};

/// Names as in project files and on the command line: "neuron", "min-max", "mean-square", "compensated".
std::string_view granularityName(Granularity granularity);
std::string_view rangeMethodName(RangeMethod method);
std::string_view roundingName(Rounding rounding);

/// All that a person decides about turning a network into integers.
struct QuantizationOptions {
    int bits = 8;               ///< of a weight, 2 to 8; 2 is ternary
    std::vector<int> layerBits; ///< the same layer by layer, where they differ; else empty
    Granularity granularity = Granularity::Neuron;
    RangeMethod activationRange = RangeMethod::MinMax;
    RangeMethod weightRange = RangeMethod::MinMax; ///< or MeanSquare
    Rounding rounding = Rounding::Nearest;
    bool correctBias = false; ///< takes out of each sum what rounding has added to it on average
    int calibrationRows = 0;  ///< of the training rows, evenly spread; 0: all of them

    int bitsOf(std::size_t layer) const { return layerBits.empty() ? bits : layerBits[layer]; }
    bool operator==(const QuantizationOptions&) const = default;
};

/// What serves best without training: below 8 bits weights are rounded with compensation and biases corrected.
QuantizationOptions usualOptions(int bits);

/// The same where each layer has bits of its own.
QuantizationOptions mixedOptions(std::vector<int> layerBits);

/// Ranges that only training rows decide are found on all of them; what needs products of all inputs, on at most so
/// many.
inline constexpr int mostCompensationRows = 2048;

}
