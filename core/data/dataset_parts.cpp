#include "data/dataset_parts.h"

#include "data/column_index.h"
#include "data/column_typing.h"
#include "data/float_spread.h"
#include "data/statistics.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace broto {

void warnOfIgnoredColumns(const Table& table, const DataChoices& choices, std::vector<Message>& warnings)
{
    const std::pair<ColumnType, std::string_view> reasons[] = {
        {ColumnType::DateTime, BROTO_TEXT("core", "Dates and times cannot be learned from. Ignored: %1.")},
        {ColumnType::Identifier, BROTO_TEXT("core", "Identifiers tell rows apart and nothing else. Ignored: %1.")},
        {ColumnType::Text, BROTO_TEXT("core", "Texts with more than %2 values cannot be learned from. Ignored: %1.")},
        {ColumnType::Constant, BROTO_TEXT("core", "Columns with one value or none teach nothing. Ignored: %1.")}};
    for (const auto& [type, text] : reasons) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].type == type && choices.columns[i].role == Role::Ignore)
                names.push_back(table.columns[i].header);
        }
        if (!names.empty())
            warnings.push_back(
                message("data.ignored-columns", text, listedNames(names), mostCategories));
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
