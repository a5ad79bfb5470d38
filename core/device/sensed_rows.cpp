#include "device/sensed_rows.h"

#include "common/number_text.h"

#include <algorithm>

namespace broto {

namespace {

Message readingsAreNoRows()
{
    return message("device.sensed-readings",
                   BROTO_TEXT("core", "The model takes windows of readings: what is kept here is what windows come to, "
                                      "and no rows of the table."));
}

Message noColumnFor(const std::string& name)
{
    return message("device.sensed-other-columns",
                   BROTO_TEXT("core", "The open table has no column “%1”, which the model has: open the table that it "
                                      "has learned from."),
                   name);
}

Message notSensed(const std::string& header)
{
    return message("device.not-sensed",
                   BROTO_TEXT("core",
                              "The table has the column “%1” too, which is no feature of the model: rows without "
                              "it cannot be added."),
                   header);
}

Message noLabel(const Target& target)
{
    if (target.task == Task::Classification)
        return message("device.no-label", BROTO_TEXT("core", "Say which “%1” the rows are."), target.name);
    return message("device.no-label",
                   BROTO_TEXT("core", "Say which “%1” the rows have: a number with a decimal point."), target.name);
}

const Column* columnOf(const std::string& name, const Table& table)
{
    const auto column = std::ranges::find(table.columns, name, &Column::name);
    return column == table.columns.end() ? nullptr : &*column;
}

std::vector<double> valuesOf(const std::vector<std::vector<float>>& sensed, std::size_t feature)
{
    std::vector<double> values;
    for (const std::vector<float>& row : sensed)
        values.push_back(parseNumber(shortest(row[feature])).value_or(static_cast<double>(row[feature])));
    return values;
}

/// A class is a text, any other truth a number.
std::optional<CapturedColumn> labelled(const std::string& header, const std::string& label, const Target& target,
                                       std::size_t rows)
{
    if (target.task == Task::Classification)
        return label.empty() ? std::optional<CapturedColumn>() : CapturedColumn{header, {}, label};
    const std::optional<double> number = parseNumber(label);
    return number ? CapturedColumn{header, std::vector<double>(rows, *number), {}} : std::optional<CapturedColumn>();
}

}

Result<CapturedRows> rowsForTable(const std::vector<std::vector<float>>& sensed, const std::string& label,
                                  const DeployableModel& model, const Table& table)
{
    if (model.preprocessing.stream)
        return readingsAreNoRows();
    const std::vector<Feature>& features = model.preprocessing.features;
    const Target& target = model.decoding.target;
    CapturedRows rows{{}, sensed.size()};
    for (std::size_t i = 0; i < features.size(); ++i) {
        const Column* column = columnOf(features[i].name, table);
        if (!column)
            return noColumnFor(features[i].name);
        rows.columns.push_back({column->header, valuesOf(sensed, i), {}});
    }
    const Column* truth = columnOf(target.name, table);
    if (!truth)
        return noColumnFor(target.name);
    for (const Column& column : table.columns)
        if (&column != truth && std::ranges::find(features, column.name, &Feature::name) == features.end())
            return notSensed(column.header);
    std::optional<CapturedColumn> labels = labelled(truth->header, label, target, sensed.size());
    if (!labels)
        return noLabel(target);
    rows.columns.push_back(*std::move(labels));
    return rows;
}

}
