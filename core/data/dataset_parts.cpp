#include "data/dataset_parts.h"

#include "data/column_index.h"
#include "data/column_typing.h"
#include "data/float_spread.h"
#include "data/statistics.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace broto {

namespace {

/// Why columns are not learned from that nobody chose a role for.
struct IgnoredKind {
    bool (*holds)(const Column&);
    std::string_view text;
};

template<ColumnType type>
bool isOf(const Column& column)
{
    return column.type == type;
}

bool isManyTexts(const Column& column)
{
    return (column.type == ColumnType::Text || column.type == ColumnType::Category) && column.texts() &&
           column.categories.size() > mostCategories;
}

bool couldBeTarget(const Column& column)
{
    return isManyTexts(column) && canBeClasses(column);
}

bool isFreeText(const Column& column)
{
    return isManyTexts(column) && !canBeClasses(column);
}

constexpr IgnoredKind ignoredKinds[] = {
    {isOf<ColumnType::DateTime>, BROTO_TEXT("core", "Dates and times cannot be learned from. Ignored: %1.")},
    {isOf<ColumnType::Identifier>, BROTO_TEXT("core", "Identifiers tell rows apart and nothing else. Ignored: %1.")},
    {couldBeTarget, BROTO_TEXT("core", "Texts with more than %2 values cannot be features. To learn to tell such texts "
                                       "apart, make their column the target. Ignored: %1.")},
    {isFreeText,
     BROTO_TEXT("core", "Texts that hardly ever come again, or have more than %3 values, cannot be learned from. "
                        "Ignored: %1.")},
    {isOf<ColumnType::Constant>, BROTO_TEXT("core", "Columns with one value or none teach nothing. Ignored: %1.")}};

}

void warnOfIgnoredColumns(const Table& table, const DataChoices& choices, std::vector<Message>& warnings)
{
    for (const IgnoredKind& kind : ignoredKinds) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (kind.holds(table.columns[i]) && choices.columns[i].role == Role::Ignore)
                names.push_back(table.columns[i].header);
        }
        if (!names.empty())
            warnings.push_back(
                message("data.ignored-columns", kind.text, listedNames(names), mostCategories, mostClasses));
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (choices.columns[i].role == Role::Ignore && usableAsTarget(column) && isTooFineForFloats(column))
            warnings.push_back(message(
                "data.ignored-too-fine",
                BROTO_TEXT("core", "The values of \"%1\" differ too little for their size, and a network computes with "
                                   "seven digits: the column is ignored. To learn from it, subtract a constant, such "
                                   "as %2, from it in the file."),
                column.header, constantToSubtract(column)));
    }
}

void fitTarget(Target& target, const DataPart& training)
{
    const Vector& truth = training.values;
    if (target.task == Task::Classification)
        return;
    const std::vector<double> values(truth.data(), truth.data() + truth.size());
    const double mean = statisticsOf(values).mean;
    target.centre = static_cast<float>(mean);
    // Where all training rows agree any deviation is as good as another, but it has to divide.
    const auto deviation = static_cast<float>(deviationOf(values, mean));
    target.deviation = deviation > std::numeric_limits<float>::min() ? deviation : 1;
}

std::optional<Message> problemWithTraining(const Dataset& dataset)
{
    constexpr std::size_t fewest = 2;
    const DataPart& training = dataset.training;
    if (training.rows() < fewest)
        return message("data.too-few-training-rows",
                       BROTO_TEXT("core",
                                  "Only %1 rows are left for training. Fill in missing values instead of leaving "
                                  "their rows out, or choose another split."),
                       training.rows());
    if (!training.labels.empty() && std::adjacent_find(training.labels.begin(), training.labels.end(),
                                                       std::not_equal_to<>()) == training.labels.end())
        return message(
            "data.one-class-in-training",
            BROTO_TEXT("core", "All rows for training are of one class, \"%1\". Choose another way to split."),
            dataset.target.classes[static_cast<std::size_t>(training.labels.front())]);
    return std::nullopt;
}

}
