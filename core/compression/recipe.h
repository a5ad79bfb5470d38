#pragma once

#include "compression/codebook_training.h"
#include "compression/distillation.h"
#include "compression/pruning.h"
#include "compression/quantization_aware_training.h"
#include "compression/quantization_options.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace broto {

/// One thing that is done to a network on its way to a board. QuantizationOptions stand for quantization after
/// training.
using CompressionStep =
    std::variant<DistillationOptions, PruningOptions, QatOptions, CodebookOptions, QuantizationOptions>;

/// What is done to a network, one step after the other. A recipe that ends in float is quantized to 8 bits.
struct Recipe {
    std::vector<CompressionStep> steps;
    bool operator==(const Recipe&) const = default;
};

/// "ptq", "qat", "codebook", "prune", "distill": of a step, as on the command line and in project files.
std::string_view methodName(const CompressionStep& step);

/// "prune-50-qat-int4": what a variant is called if nobody names it.
std::string recipeName(const Recipe& recipe);

/// Whether the steps can follow each other: distillation before anything else, and nothing after what ends in integers
/// but the training as integers, whose weights a codebook may share. Every number is in bounds.
Result<void> checkRecipe(const Recipe& recipe);

/// Whether all it does to the weights of the float network is to round them.
bool roundsOnly(const Recipe& recipe);

/// Bits of a weight that a recipe ends with.
int bitsOf(const Recipe& recipe);

/// How many epochs more than its training a network learns by a recipe; a distilled one learns anew.
int extraEpochs(const Recipe& recipe, const TrainingSettings& before);

}
