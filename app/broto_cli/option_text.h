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

/// The hidden layers of what parseLayers reads, each as is usual but for its neurons.
std::vector<HiddenLayer> hiddenLayersOf(std::string_view layers);

/// "70,15,15": training, validation, test.
std::optional<Split> parseSplit(std::string_view text);

/// "random", "stratified", "time", "group:NAME", "time:NAME" or "column:NAME": how rows are shared out, and by which
/// column.
struct SplitBy {
    SplitMethod method = SplitMethod::Random;
    std::string column; ///< empty: none
};
std::optional<SplitBy> parseSplitBy(std::string_view text);

/// "-200", a value that means "missing" in every column, or "NAME=-200", in one.
struct MissingValue {
    std::string column; ///< empty: all
    std::string mark;
};
std::optional<MissingValue> parseMissingValue(std::string_view text);

/// "mean,deviation": features of a window, apart by commas.
std::optional<std::vector<WindowFeatureKind>> parseWindowFeatures(std::string_view text);

/// "0-5,5-10": bands of frequencies.
std::optional<std::vector<FrequencyBand>> parseBands(std::string_view text);

/// The size of a training step: more than 0 and at most 1000.
std::optional<double> parseLearningRate(std::string_view text);

/// A whole number from 0 to 2^64 - 1.
std::optional<std::uint64_t> parseSeed(std::string_view text);

/// The names of choices, for CLI::IsMember.
template<class Choice, std::size_t count>
std::vector<std::string> namesOfAll(const Choice (&choices)[count], std::string_view (*nameOf)(Choice))
{
    std::vector<std::string> names;
    for (const Choice choice : choices)
        names.emplace_back(nameOf(choice));
    return names;
}

/// The one among them that has this name.
template<class Choice, std::size_t count>
std::optional<Choice> choiceNamed(std::string_view name, const Choice (&choices)[count],
                                  std::string_view (*nameOf)(Choice))
{
    for (const Choice choice : choices)
        if (nameOf(choice) == name)
            return choice;
    return std::nullopt;
}

/// Takes what was chosen, if anything was.
template<class Value>
void set(Value& value, const std::optional<Value>& chosen)
{
    value = chosen.value_or(value);
}

/// A check of one option's text, with the sentence for when it cannot be read.
template<class Parse>
auto readableBy(Parse parse, std::string sentence)
{
    return [parse, sentence](const std::string& value) { return parse(value) ? std::string() : sentence; };
}

}
