#include "data/dataset.h"

#include "data/column_index.h"
#include "data/column_typing.h"
#include "data/data_split.h"
#include "data/preprocessing_fit.h"
#include "data/statistics.h"
#include "data/target_values.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

/// Columns by what they are used for.
struct ColumnPlan {
    std::size_t target = 0;
    std::vector<std::size_t> features;
};

/// A column named as a feature must at least have values in a form that a row can hold.
std::optional<Message> problemWithFeature(const Column& column)
{
    const std::size_t texts = column.categories.size();
    if (column.numeric() || (column.type != ColumnType::DateTime && texts > 0 && texts <= mostCategories))
        return std::nullopt;
    return message("data.feature-not-usable",
                   BROTO_TEXT("core", "The column \"%1\" cannot be a feature: it has no values, dates, or more than %2 "
                                      "different texts. Ignore it."),
                   column.header, mostCategories);
}

Message noFeaturesError(const Column& target)
{
    return message("data.no-features",
                   BROTO_TEXT("core", "No column is left to learn \"%1\" from. Choose at least one feature."),
                   target.header);
}

Result<ColumnPlan> planColumns(const Table& table, const DataChoices& choices)
{
    if (const std::optional<Message> problem = problemWith(choices, table))
        return *problem;
    const auto targets = std::count_if(choices.columns.begin(), choices.columns.end(),
                                       [](const ColumnChoice& column) { return column.role == Role::Target; });
    if (targets == 0)
        return message("data.no-target",
                       BROTO_TEXT("core", "No column is the target. Choose the column that is to be learned."));
    if (targets > 1)
        return message("data.several-targets",
                       BROTO_TEXT("core", "%1 columns are targets; one can be learned. Choose one of them."), targets);
    ColumnPlan plan;
    for (std::size_t i = 0; i < choices.columns.size(); ++i) {
        if (choices.columns[i].role == Role::Target)
            plan.target = i;
        if (choices.columns[i].role != Role::Feature)
            continue;
        if (const std::optional<Message> problem = problemWithFeature(table.columns[i]))
            return *problem;
        plan.features.push_back(i);
    }
    if (plan.features.empty())
        return noFeaturesError(table.columns[plan.target]);
    return plan;
}

/// The categories that training rows have, and the index of each in the order of the column's own.
struct KnownCategories {
    std::vector<std::string> names;
    std::vector<float> indexes;
};

KnownCategories categoriesIn(const Column& column, const std::vector<std::size_t>& rows)
{
    std::vector<bool> seen(column.categories.size());
    for (const std::size_t row : rows) {
        if (column.codes[row] >= 0)
            seen[static_cast<std::size_t>(column.codes[row])] = true;
    }
    KnownCategories known;
    for (std::size_t code = 0; code < seen.size(); ++code) {
        known.indexes.push_back(static_cast<float>(known.names.size()));
        if (seen[code])
            known.names.push_back(column.categories[code]);
    }
    const auto unknown = static_cast<float>(known.names.size());
    for (std::size_t code = 0; code < seen.size(); ++code) {
        if (!seen[code])
            known.indexes[code] = unknown;
    }
    return known;
}

/// A column as a feature of raw rows.
struct FeatureColumn {
    const Column* column = nullptr;
    KnownCategories known; ///< of a category

    float value(std::size_t row) const
    {
        if (column->numeric())
            return static_cast<float>(column->numbers[row]);
        const std::int32_t code = column->codes[row];
        return code < 0 ? std::numeric_limits<float>::quiet_NaN() : known.indexes[static_cast<std::size_t>(code)];
    }
    bool hasValueIn(const std::vector<std::size_t>& rows) const
    {
        return std::any_of(rows.begin(), rows.end(), [this](std::size_t row) { return !std::isnan(value(row)); });
    }
};

Matrix rawRows(const std::vector<FeatureColumn>& features, const std::vector<std::size_t>& rows)
{
    Matrix raw(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(features.size()));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t f = 0; f < features.size(); ++f)
            raw(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(f)) = features[f].value(rows[row]);
    }
    return raw;
}

/// The part of the work that makes a dataset once the columns are known to be usable.
class DatasetMaker {
public:
    DatasetMaker(const Table& table, const DataChoices& choices, ColumnPlan plan)
        : m_table(table), m_choices(choices), m_plan(std::move(plan)), m_targetColumn(table.columns[m_plan.target])
    {
    }

    Result<Dataset> make();

private:
    void warnOfIgnoredColumns();
    void warnOfMissingTargets();
    void warnOfRareClasses();
    Result<SplitRows> split() const;
    Result<std::vector<FeatureColumn>> featureColumns(const std::vector<std::size_t>& trainingRows);
    void setPart(DataPart& part, const std::vector<FeatureColumn>& features, const std::vector<std::size_t>& rows);
    void setTarget(const std::vector<std::size_t>& trainingRows);

    const Table& m_table;
    const DataChoices& m_choices;
    ColumnPlan m_plan;
    const Column& m_targetColumn;
    TargetValues m_values;
    Dataset m_dataset;
};

void DatasetMaker::warnOfIgnoredColumns()
{
    const std::pair<ColumnType, std::string_view> reasons[] = {
        {ColumnType::DateTime, BROTO_TEXT("core", "Dates and times cannot be learned from. Ignored: %1.")},
        {ColumnType::Identifier, BROTO_TEXT("core", "Identifiers tell rows apart and nothing else. Ignored: %1.")},
        {ColumnType::Text, BROTO_TEXT("core", "Texts with more than %2 values cannot be learned from. Ignored: %1.")},
        {ColumnType::Constant, BROTO_TEXT("core", "Columns with one value or none teach nothing. Ignored: %1.")}};
    for (const auto& [type, text] : reasons) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            if (m_table.columns[i].type == type && m_choices.columns[i].role == Role::Ignore)
                names.push_back(m_table.columns[i].header);
        }
        if (!names.empty())
            m_dataset.warnings.push_back(message("data.ignored-columns", text, listedNames(names), mostCategories));
    }
}

void DatasetMaker::warnOfMissingTargets()
{
    const std::size_t left = m_table.rows - m_values.rows.size();
    if (left > 0)
        m_dataset.warnings.push_back(message(
            "data.missing-target", BROTO_TEXT("core", "Rows left out because the target \"%1\" is missing: %2."),
            m_targetColumn.header, left));
}

void DatasetMaker::warnOfRareClasses()
{
    constexpr std::size_t fewest = 3;
    std::vector<std::size_t> counts(m_values.classes.size());
    for (const std::int32_t label : m_values.labels)
        ++counts[static_cast<std::size_t>(label)];
    std::vector<std::string> rare;
    for (std::size_t label = 0; label < counts.size(); ++label) {
        if (counts[label] < fewest)
            rare.push_back(m_values.classes[label]);
    }
    if (!rare.empty())
        m_dataset.warnings.push_back(
            message("data.rare-classes",
                    BROTO_TEXT("core", "Classes with fewer than %1 rows cannot be in every part of the split: %2."),
                    fewest, listedNames(rare)));
}

Result<SplitRows> DatasetMaker::split() const
{
    if (m_dataset.target.task == Task::Classification)
        return stratifiedSplit(m_values.labels, m_values.classes.size(), m_choices.split);
    return randomSplit(m_values.rows.size(), m_choices.split);
}

Result<std::vector<FeatureColumn>> DatasetMaker::featureColumns(const std::vector<std::size_t>& trainingRows)
{
    std::vector<FeatureColumn> features;
    std::vector<std::string> empty;
    for (const std::size_t index : m_plan.features) {
        FeatureColumn feature{&m_table.columns[index], {}};
        if (feature.column->texts())
            feature.known = categoriesIn(*feature.column, trainingRows);
        if (feature.hasValueIn(trainingRows))
            features.push_back(std::move(feature));
        else
            empty.push_back(feature.column->header);
    }
    if (!empty.empty())
        m_dataset.warnings.push_back(
            message("data.ignored-columns",
                    BROTO_TEXT("core", "Columns without a value in the training rows teach nothing. Ignored: %1."),
                    listedNames(empty)));
    if (features.empty())
        return noFeaturesError(m_targetColumn);
    return features;
}

void DatasetMaker::setPart(DataPart& part, const std::vector<FeatureColumn>& features,
                           const std::vector<std::size_t>& rows)
{
    for (const std::size_t row : rows) {
        part.tableRows.push_back(m_values.rows[row]);
        if (m_dataset.target.task == Task::Classification)
            part.labels.push_back(m_values.labels[row]);
    }
    if (m_dataset.target.task == Task::Regression) {
        part.values.resize(static_cast<Eigen::Index>(rows.size()));
        for (std::size_t i = 0; i < rows.size(); ++i)
            part.values(static_cast<Eigen::Index>(i)) = m_values.values[rows[i]];
    }
    part.raw = rawRows(features, part.tableRows);
}

void DatasetMaker::setTarget(const std::vector<std::size_t>& trainingRows)
{
    Target& target = m_dataset.target;
    target.name = m_targetColumn.name;
    target.unit = m_targetColumn.unit;
    target.classes = m_values.classes;
    if (target.task == Task::Classification)
        return;
    std::vector<double> values;
    for (const std::size_t row : trainingRows)
        values.push_back(m_values.values[row]);
    const double mean = statisticsOf(values).mean;
    target.centre = static_cast<float>(mean);
    // Where all training rows agree any deviation is as good as another, but it has to divide.
    const auto deviation = static_cast<float>(deviationOf(values, mean));
    target.deviation = deviation > std::numeric_limits<float>::min() ? deviation : 1;
}

Result<Dataset> DatasetMaker::make()
{
    m_dataset.target.task = m_choices.task.value_or(suggestedTask(m_targetColumn));
    Result<TargetValues> values = targetValues(m_targetColumn, m_dataset.target.task);
    if (!values)
        return values.error();
    m_values = *std::move(values);
    warnOfIgnoredColumns();
    warnOfMissingTargets();
    warnOfRareClasses();

    const Result<SplitRows> parts = split();
    if (!parts)
        return parts.error();
    std::vector<std::size_t> trainingRows;
    for (const std::size_t row : (*parts)[0])
        trainingRows.push_back(m_values.rows[row]);
    const Result<std::vector<FeatureColumn>> columns = featureColumns(trainingRows);
    if (!columns)
        return columns.error();

    setPart(m_dataset.training, *columns, (*parts)[0]);
    setPart(m_dataset.validation, *columns, (*parts)[1]);
    setPart(m_dataset.test, *columns, (*parts)[2]);
    setTarget((*parts)[0]);
    std::vector<Feature> features;
    for (const FeatureColumn& feature : *columns)
        features.push_back({feature.column->name, feature.column->unit, feature.known.names, 0, 0});
    m_dataset.preprocessing = fitPreprocessing(std::move(features), m_dataset.training.raw, m_choices.scaling);
    for (DataPart* part : {&m_dataset.training, &m_dataset.validation, &m_dataset.test})
        part->inputs = encoded(m_dataset.preprocessing, part->raw);
    m_dataset.fingerprint = dataFingerprint(m_table, m_choices);
    return std::move(m_dataset);
}

}

Result<Dataset> makeDataset(const Table& table, const DataChoices& choices)
{
    Result<ColumnPlan> plan = planColumns(table, choices);
    if (!plan)
        return plan.error();
    return DatasetMaker(table, choices, *std::move(plan)).make();
}

}
