#include "data/feature_values.h"

#include "data/missing_value.h"
#include "data/value_text.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace broto {

namespace {

/// Where a value stands among the categories of a feature. One that is written otherwise still is the same: a table may
/// happen to hold only those categories that look like numbers, and a number does not tell whether it was written as 1
/// or as 1.0; and yes is YES and true.
class CategoryIndex {
public:
    CategoryIndex(const std::vector<std::string>& categories, const NumberFormat& format)
        : m_unknown(static_cast<float>(categories.size())), m_format(format)
    {
        for (std::size_t i = 0; i < categories.size(); ++i) {
            const auto index = static_cast<float>(i);
            m_ofText.emplace(categories[i], index);
            // Categories made of numbers are written as programs do it; those of a table's texts, as the table does.
            for (const NumberFormat& written : {NumberFormat{}, format}) {
                if (const NumberReading reading = readNumber(categories[i], written);
                    reading.kind == NumberKind::Finite) {
                    m_ofNumber.emplace(reading.number, index);
                    break;
                }
            }
        }
        if (categories.size() == 2 && isBooleanPair(categories[0], categories[1]))
            m_yes = booleanMeaning(categories[1]) == true ? 1.0f : 0.0f;
    }

    float of(double number) const
    {
        const auto known = m_ofNumber.find(number);
        return known == m_ofNumber.end() ? m_unknown : known->second;
    }

    float of(const std::string& text) const
    {
        if (const auto known = m_ofText.find(text); known != m_ofText.end())
            return known->second;
        if (const std::optional<bool> meaning = booleanMeaning(text); m_yes && meaning)
            return *meaning ? *m_yes : 1 - *m_yes;
        const NumberReading reading = readNumber(text, m_format);
        return reading.kind == NumberKind::Finite ? of(reading.number) : m_unknown;
    }

private:
    float m_unknown;
    NumberFormat m_format;
    std::unordered_map<std::string_view, float> m_ofText;
    std::unordered_map<double, float> m_ofNumber;
    std::optional<float> m_yes; ///< of two that mean yes and no, the one that means yes
};

std::vector<float> categoryValues(const Column& column, const CategoryIndex& index)
{
    std::vector<float> values;
    if (column.numeric()) {
        values.reserve(column.numbers.size());
        for (const double number : column.numbers)
            values.push_back(std::isnan(number) ? missingValue : index.of(number));
        return values;
    }
    std::vector<float> ofCode;
    for (const std::string& text : column.categories)
        ofCode.push_back(index.of(text));
    values.reserve(column.codes.size());
    for (const std::int32_t code : column.codes)
        values.push_back(code < 0 ? missingValue : ofCode[static_cast<std::size_t>(code)]);
    return values;
}

Message notTimes(const Column& column)
{
    return message("data.not-times",
                   BROTO_TEXT("core", "The model needs other values in the column \"%1\", which holds dates or times."),
                   column.header);
}

/// Names the first text that is no number; where all are numbers that were kept as texts, the first.
Message notNumbers(const Column& column, const NumberFormat& format)
{
    const auto textOf = [&](std::int32_t code) { return column.categories[static_cast<std::size_t>(code)]; };
    const auto isThere = [](std::int32_t code) { return code >= 0; };
    auto found = std::find_if(column.codes.begin(), column.codes.end(), [&](std::int32_t code) {
        return isThere(code) && readNumber(textOf(code), format).kind != NumberKind::Finite;
    });
    if (found == column.codes.end())
        found = std::find_if(column.codes.begin(), column.codes.end(), isThere);
    return message("data.not-numbers",
                   BROTO_TEXT("core", "The model needs numbers in the column \"%1\", and row %2 holds the text \"%3\". "
                                      "Correct it, or leave the cell empty."),
                   column.header, found - column.codes.begin() + 1, textOf(*found));
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

Result<std::vector<float>> featureValues(const Column& column, const Feature& feature, const NumberFormat& format)
{
    if (std::optional<Message> problem = problemWithUnit(column, feature))
        return *std::move(problem);
    if (column.values == Column::Values::Times)
        return notTimes(column);
    if (!feature.categories.empty())
        return categoryValues(column, CategoryIndex(feature.categories, format));
    if (column.numeric())
        return std::vector<float>(column.numbers.begin(), column.numbers.end());
    if (!column.categories.empty())
        return notNumbers(column, format);
    return std::vector<float>(column.codes.size(), missingValue);
}

}
