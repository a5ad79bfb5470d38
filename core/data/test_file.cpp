#include "data/test_file.h"

#include "common/number_text.h"
#include "data/chosen_column.h"
#include "data/feature_values.h"
#include "data/row_facts.h"
#include "data/value_text.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace broto {

namespace {

class FileReader {
public:
    FileReader(const Table& file, const DataChoices& choices) : m_file(file), m_index(file), m_choices(choices) {}

    /// The column that holds a feature, by the choices for the table's own column.
    Result<std::shared_ptr<const Column>> column(const Feature& feature, std::size_t tableColumn) const
    {
        const Result<std::size_t> found = testFileColumn(m_index, feature);
        if (!found)
            return found.error();
        return chosenColumn(m_file.columns[*found], m_choices.columns[tableColumn], m_file.cellFormat());
    }

    Result<std::vector<float>> values(const Feature& feature, std::size_t tableColumn) const
    {
        const Result<std::shared_ptr<const Column>> chosen = column(feature, tableColumn);
        if (!chosen)
            return chosen.error();
        return featureValues(**chosen, feature, m_file.cellFormat().numbers);
    }

private:
    const Table& m_file;
    ColumnIndex m_index;
    const DataChoices& m_choices;
};

/// Classes are looked up as categories are; what is past the last one is no class.
std::optional<Message> problemWithClasses(const std::vector<float>& labels, std::size_t classes, const Column& column)
{
    for (std::size_t row = 0; row < labels.size(); ++row) {
        if (std::isnan(labels[row]) || labels[row] < static_cast<float>(classes))
            continue;
        return unknownTestClass(column, column.numeric()
                                            ? shortest(column.numbers[row])
                                            : column.categories[static_cast<std::size_t>(column.codes[row])]);
    }
    return std::nullopt;
}

void setTargets(DataPart& part, const std::vector<float>& values, Task task)
{
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (!std::isnan(values[row]))
            part.tableRows.push_back(row);
    }
    if (task == Task::Classification) {
        for (const std::size_t row : part.tableRows)
            part.labels.push_back(static_cast<std::int32_t>(values[row]));
        return;
    }
    part.values.resize(static_cast<Eigen::Index>(part.rows()));
    for (std::size_t i = 0; i < part.rows(); ++i)
        part.values(static_cast<Eigen::Index>(i)) = values[part.tableRows[i]];
}

}

Result<std::size_t> testFileColumn(const ColumnIndex& index, const Feature& feature)
{
    Result<std::size_t> found = findFeature(index, feature);
    if (found)
        return found;
    return message("data.test-file-column",
                   BROTO_TEXT("core", "The test file has no column \"%1\", or more than one. Choose a file with the "
                                      "columns of the table."),
                   feature.name);
}

Message unknownTestClass(const Column& column, std::string_view text)
{
    return message("data.test-class-not-known",
                   BROTO_TEXT("core", "The test file has \"%2\" in the column \"%1\", a class that the table does not "
                                      "have. Choose another test file, or add rows of that class to the table."),
                   column.header, text);
}

RowOrder orderInFile(const Table& file, const ColumnPlan& plan, const DataChoices& choices,
                     const std::vector<std::size_t>& rows)
{
    const FileReader reader(file, choices);
    const auto found = [&](const PlannedColumn& planned) {
        return reader.column({planned.column->name, planned.column->unit, {}, 0, 0}, planned.index);
    };
    RowOrder order;
    if (plan.time) {
        if (const auto time = found(*plan.time)) {
            const std::vector<double> times = timesOf(**time);
            for (const std::size_t row : rows)
                order.times.push_back(times[row]);
        }
    }
    std::vector<PlannedColumn> groups;
    for (const PlannedColumn& planned : plan.groups) {
        if (auto group = found(planned))
            groups.push_back({planned.index, *std::move(group)});
    }
    if (!groups.empty()) {
        const GroupNumbers numbers = groupNumbers(groups);
        for (const std::size_t row : rows)
            order.groups.push_back(numbers.ofRow[row]);
    }
    return order;
}

Result<DataPart> partFromFile(const Table& file, const Target& target, const PlannedColumn& targetColumn,
                              const std::vector<Feature>& features, const std::vector<PlannedFeature>& columns,
                              const DataChoices& choices)
{
    const FileReader reader(file, choices);
    const Feature targetFeature{target.name, target.unit, target.classes, 0, 0};
    const Result<std::vector<float>> truth = reader.values(targetFeature, targetColumn.index);
    if (!truth)
        return truth.error();
    if (target.task == Task::Classification) {
        const Result<std::shared_ptr<const Column>> column = reader.column(targetFeature, targetColumn.index);
        if (std::optional<Message> problem = problemWithClasses(*truth, target.classes.size(), **column))
            return *std::move(problem);
    }
    DataPart part;
    setTargets(part, *truth, target.task);
    part.raw.resize(static_cast<Eigen::Index>(part.rows()), static_cast<Eigen::Index>(features.size()));
    for (std::size_t f = 0; f < features.size(); ++f) {
        const Result<std::vector<float>> values = reader.values(features[f], columns[f].index);
        if (!values)
            return values.error();
        for (std::size_t i = 0; i < part.rows(); ++i)
            part.raw(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(f)) = (*values)[part.tableRows[i]];
    }
    return part;
}

}
