#pragma once

#include "common/result.h"
#include "compression/recipe.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}

namespace broto {

/// What `compress` can be told, as far as it was.
struct CompressionOptions {
    std::vector<std::string> methods;  ///< in the order of the steps
    std::vector<int> bits;             ///< one, or one a layer
    std::optional<std::int64_t> flash; ///< bytes that decide about the bits of each layer
    std::optional<Granularity> granularity;
    std::optional<RangeMethod> activationRange;
    std::optional<RangeMethod> weightRange;
    std::optional<Rounding> rounding;
    std::optional<bool> correctBias;
    std::optional<int> calibrationRows;
    std::optional<Scales> scales;
    std::optional<int> entries;
    std::optional<CentreMethod> centres;
    std::optional<double> threshold;
    std::optional<double> bandwidth;
    std::optional<double> radius;
    bool shared = false;
    std::optional<double> share;
    bool neurons = false;
    std::optional<int> stages;
    std::string teacher; ///< layers; empty: as is usual
    std::string student; ///< layers; empty: those of the project
    std::optional<double> temperature;
    std::optional<double> follow;
    std::optional<int> epochs;
    std::optional<double> learningRate;

    /// Of each option that was written: its name, and the methods that know it.
    struct Written {
        std::string option;
        std::vector<std::string> methods;
    };
    std::vector<Written> written;
};

void addCompressionOptions(CLI::App& command, const std::shared_ptr<CompressionOptions>& options);

/// An option that none of the methods knows, as a sentence, or nothing.
std::optional<Message> foreignOption(const CompressionOptions& options);

/// The steps that the options say. `project` gives the student its shape where none is told.
Result<Recipe> recipeOf(const CompressionOptions& options, const NetworkDesign& project);

}
