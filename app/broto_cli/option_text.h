#pragma once

#include "data/data_choices.h"
#include "network/network.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// Options that hold more than one value. Nothing: they cannot be read.

/// "a,b" or "\"a, b\",c": names apart by commas, in double quotes where a name holds one.
std::optional<std::vector<std::string>> parseNames(std::string_view text);

/// "16,8", or "none" for a network without hidden layers.
std::optional<std::vector<int>> parseLayers(std::string_view text);

/// "70,15,15": training, validation, test.
std::optional<Split> parseSplit(std::string_view text);

/// The size of a training step: more than 0 and at most 1000.
std::optional<double> parseLearningRate(std::string_view text);

/// A whole number from 0 to 2^64 - 1.
std::optional<std::uint64_t> parseSeed(std::string_view text);

/// "relu" and so on.
std::optional<Activation> parseActivation(std::string_view text);

}
