#include "data/feature_values.h"

#include "data/value_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace broto {

namespace {

constexpr float missing = std::numeric_limits<float>::quiet_NaN();

using CategoryIndexes = std::unordered_map<std::string_view, float>;

float indexOf(std::string_view text, const CategoryIndexes& indexes)
{
    const auto known = indexes.find(text);
    return known == indexes.end() ? static_cast<float>(indexes.size()) : known->second;
}

/// A table may happen to hold only those categories that look like numbers, and a number does not tell whether it was
/// written as 1 or as 1.0.
std::vector<float> categoryValuesOfNumbers(const Column& column, const Feature& feature, char decimal)
{
    std::unordered_map<double, float> indexes;
    for (std::size_t i = 0; i < feature.categories.size(); ++i) {
        const NumberReading reading = readNumber(feature.categories[i], decimal);
        if (reading.kind == NumberKind::Finite)
            indexes.emplace(reading.number, static_cast<float>(i));
    }
    std::vector<float> values;
    for (const double number : column.numbers) {
        const auto known = indexes.find(number);
        const float index = known == indexes.end() ? static_cast<float>(feature.categories.size()) : known->second;
        values.push_back(std::isnan(number) ? missing : index);
    }
    return values;
}

std::vector<float> categoryValuesOfTexts(const Column& column, const Feature& feature)
{
    CategoryIndexes indexes;
    for (const std::string& name : feature.categories)
        indexes.emplace(name, static_cast<float>(indexes.size()));
    std::vector<float> values;
    std::vector<float> ofCode;
    for (const std::string& text : column.categories)
        ofCode.push_back(indexOf(text, indexes));
    for (const std::int32_t code : column.codes)
        values.push_back(code < 0 ? missing : ofCode[static_cast<std::size_t>(code)]);
    return values;
}

Message notTimes(const Column& column)
{
    return message("data.not-times",
                   BROTO_TEXT("core", "The model needs other values in the column \"%1\", which holds dates or times."),
                   column.header);
}

Message notNumbers(const Column& column)
{
    const auto row =
        std::find_if(column.codes.begin(), column.codes.end(), [](std::int32_t code) { return code >= 0; });
    return message(
        "data.not-numbers",
        BROTO_TEXT("core", "The model needs numbers in the column \"%1\", which holds texts such as \"%2\"."),
        column.header, column.categories[static_cast<std::size_t>(*row)]);
}

}

Result<std::size_t> findFeature(const ColumnIndex& index, const Feature& feature)
{
    Result<std::size_t> found = index.find(feature.name);
    if (found || feature.unit.empty())
        return found;
    for (const std::string& header :
         {feature.name + " (" + feature.unit + ")", feature.name + " [" + feature.unit + "]"}) {
        if (Result<std::size_t> whole = index.find(header))
            return whole;
    }
    return found;
}

std::optional<Message> problemWithUnit(const Column& column, const Feature& feature)
{
    if (column.unit.empty() || feature.unit.empty() || column.unit == feature.unit)
        return std::nullopt;
    return message("data.other-unit",
                   BROTO_TEXT("core",
                              "The model takes \"%1\" in %2, and the column \"%3\" holds %4. Convert the column "
                              "and its name."),
                   feature.name, feature.unit, column.header, column.unit);
}

Result<std::vector<float>> featureValues(const Column& column, const Feature& feature, char decimal)
{
    if (std::optional<Message> problem = problemWithUnit(column, feature))
        return *std::move(problem);
    if (column.values == Column::Values::Times)
        return notTimes(column);
    if (!feature.categories.empty())
        return column.numeric() ? categoryValuesOfNumbers(column, feature, decimal)
                                : categoryValuesOfTexts(column, feature);
    if (column.numeric())
        return std::vector<float>(column.numbers.begin(), column.numbers.end());
    if (!column.categories.empty())
        return notNumbers(column);
    return std::vector<float>(column.codes.size(), missing);
}

}
