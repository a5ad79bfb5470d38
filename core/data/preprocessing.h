#pragma once

#include "common/matrix.h"
#include "data/stream.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace broto {

/// One column of a row in raw units. A row is a float a feature: a number as it is, a category by its index, NaN where
/// the value is missing.
struct Feature {
    std::string name;
    std::string unit;
    std::vector<std::string> categories; ///< empty for a number
    float lowest = 0;                    ///< range of the training rows, numbers only
    float highest = 0;
    bool operator==(const Feature&) const = default;
};

/// For a missing value, one a feature: a number; a category's index, one past the last: none. NaN: the row is refused.
struct FillMissing {
    std::vector<float> values;
    bool operator==(const FillMissing&) const = default;
};

/// Every category becomes as many inputs as it has names, one of them 1; an unseen one is all zeros.
struct OneHot {
    bool operator==(const OneHot&) const = default;
};

/// (x - centre) * factor, one of each for every input after one-hot. Inputs from categories have 0 and 1.
struct Scale {
    std::vector<float> centre;
    std::vector<float> factor;
    bool operator==(const Scale&) const = default;
};

using PreprocessingStep = std::variant<FillMissing, OneHot, Scale>;

/// From a row in raw units to the inputs of a network: fitted on the training rows, part of every model. Where there is
/// a stream, readings come first, and a row is the features of a window of them (see FeatureStream).
struct Preprocessing {
    std::vector<Feature> features;
    std::vector<PreprocessingStep> steps; ///< in the order they apply
    std::optional<Stream> stream = {};    ///< before all of them: as many features as a row has, in its order
    bool operator==(const Preprocessing&) const = default;
};

/// How many inputs the network gets.
int inputCount(const Preprocessing& preprocessing);

/// What each input is: a feature, or one of its categories.
std::vector<std::string> inputNames(const Preprocessing& preprocessing);

/// Encodes rows (one a matrix row). Rows that are refused come out as NaN.
Matrix encoded(const Preprocessing& preprocessing, const Matrix& rows);

}
