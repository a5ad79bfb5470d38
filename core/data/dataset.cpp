#include "data/dataset.h"

#include "common/cancelled.h"
#include "data/column_index.h"
#include "data/column_plan.h"
#include "data/dataset_parts.h"
#include "data/feature_column.h"
#include "data/last_values.h"
#include "data/part_rows.h"
#include "data/preprocessing_fit.h"
#include "data/row_facts.h"
#include "data/test_file.h"
#include "data/window_dataset.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

/// The part of the work that makes a dataset once the columns are known to be usable.
class DatasetMaker {
public:
    DatasetMaker(const Table& table, const DataChoices& choices, const Table* testFile, ColumnPlan plan,
                 const RunControl& control)
        : m_table(table),
          m_choices(choices),
          m_testFile(testFile),
          m_control(control),
          m_plan(std::move(plan)),
          m_targetColumn(*m_plan.target.column)
    {
    }

    Result<Dataset> make();

private:
    std::optional<Message> shareOut();
    std::optional<Message> chooseFeatureColumns(const std::vector<std::size_t>& trainingRows);
    std::optional<Message> makeParts(const SplitRows& parts);
    std::optional<Message> reached(int step) const;
    void warnOfMissingTargets();
    void warnOfRareClasses();
    DataPart partOf(const std::vector<std::size_t>& rows) const;
    RowOrder orderOf(const std::vector<std::size_t>& tableRows) const;
    void treatMissing(DataPart& part, const RowOrder& order);

    const Table& m_table;
    const DataChoices& m_choices;
    const Table* m_testFile; ///< null where the split needs none
    const RunControl& m_control;
    ColumnPlan m_plan;
    const Column& m_targetColumn;
    SplitBasis m_basis;
    std::vector<FeatureColumn> m_columns;  ///< of m_plan.features those with values in the training rows
    std::vector<MissingPolicy> m_policies; ///< one a column of m_columns
    std::vector<Feature> m_features;       ///< likewise; their ranges are not set
    std::size_t m_rowsWithoutValue = 0;
    Dataset m_dataset;
};

void DatasetMaker::warnOfMissingTargets()
{
    const std::size_t left = m_table.rows - m_basis.target.rows.size();
    if (left > 0)
        m_dataset.warnings.push_back(message(
            "data.missing-target", BROTO_TEXT("core", "Rows left out because the target \"%1\" is missing: %2."),
            m_targetColumn.header, left));
}

void DatasetMaker::warnOfRareClasses()
{
    constexpr std::size_t fewest = 3;
    if (splitMethodOf(m_choices, m_dataset.target.task) != SplitMethod::Stratified)
        return;
    std::vector<std::size_t> counts(m_basis.target.classes.size());
    for (const std::int32_t label : m_basis.target.labels)
        ++counts[static_cast<std::size_t>(label)];
    std::vector<std::string> rare;
    for (std::size_t label = 0; label < counts.size(); ++label) {
        if (counts[label] < fewest)
            rare.push_back(m_basis.target.classes[label]);
    }
    if (!rare.empty())
        m_dataset.warnings.push_back(
            message("data.rare-classes",
                    BROTO_TEXT("core", "Classes with fewer than %1 rows cannot be in every part of the split: %2."),
                    fewest, listedNames(rare)));
}

DataPart DatasetMaker::partOf(const std::vector<std::size_t>& rows) const
{
    const TargetValues& target = m_basis.target;
    DataPart part;
    for (const std::size_t row : rows) {
        part.tableRows.push_back(target.rows[row]);
        if (!target.labels.empty())
            part.labels.push_back(target.labels[row]);
    }
    if (m_dataset.target.task == Task::Regression) {
        part.values.resize(static_cast<Eigen::Index>(rows.size()));
        for (std::size_t i = 0; i < rows.size(); ++i)
            part.values(static_cast<Eigen::Index>(i)) = target.values[rows[i]];
    }
    part.raw.resize(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(m_columns.size()));
    for (std::size_t f = 0; f < m_columns.size() && !m_control.stopRequested(); ++f) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            part.raw(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(f)) =
                m_columns[f].value(part.tableRows[i]);
    }
    return part;
}

RowOrder DatasetMaker::orderOf(const std::vector<std::size_t>& tableRows) const
{
    RowOrder order;
    if (m_plan.time) {
        const std::vector<double> times = timesOf(*m_plan.time->column);
        for (const std::size_t row : tableRows)
            order.times.push_back(times[row]);
    }
    if (!m_plan.groups.empty()) {
        const GroupNumbers groups = groupNumbers(m_plan.groups);
        for (const std::size_t row : tableRows)
            order.groups.push_back(groups.ofRow[row]);
    }
    return order;
}

/// A value is carried on within its own part alone: what is fitted on the training rows must not hang on others.
void DatasetMaker::treatMissing(DataPart& part, const RowOrder& order)
{
    for (std::size_t f = 0; f < m_policies.size(); ++f) {
        if (m_policies[f] == MissingPolicy::LastValue)
            carryLastValues(part.raw, static_cast<Eigen::Index>(f), order);
    }
    const std::vector<std::size_t> usable = usableRows(part, m_features, m_policies);
    m_rowsWithoutValue += part.rows() - usable.size();
    keepRows(part, usable);
}

std::optional<Message> DatasetMaker::chooseFeatureColumns(const std::vector<std::size_t>& trainingRows)
{
    std::vector<std::string> empty;
    for (const PlannedFeature& planned : m_plan.features) {
        if (m_control.stopRequested())
            return cancelledByUser();
        FeatureColumn feature{planned, {}};
        if (planned.column->texts())
            feature.known = categoriesIn(*planned.column, trainingRows);
        if (!feature.hasValueIn(trainingRows)) {
            empty.push_back(planned.column->header);
            continue;
        }
        m_policies.push_back(planned.missing);
        m_features.push_back({planned.column->name, planned.column->unit, feature.known.names, 0, 0});
        m_columns.push_back(std::move(feature));
    }
    if (!empty.empty())
        m_dataset.warnings.push_back(
            message("data.ignored-columns",
                    BROTO_TEXT("core", "Columns without a value in the training rows teach nothing. Ignored: %1."),
                    listedNames(empty)));
    return m_columns.empty() ? std::optional(noFeaturesError(m_targetColumn)) : std::nullopt;
}

std::optional<Message> DatasetMaker::makeParts(const SplitRows& parts)
{
    m_dataset.training = partOf(parts[0]);
    m_dataset.validation = partOf(parts[1]);
    m_dataset.test = partOf(parts[2]);
    if (std::optional<Message> end = reached(4))
        return end;
    const bool ordered = std::find(m_policies.begin(), m_policies.end(), MissingPolicy::LastValue) != m_policies.end();
    for (DataPart* part : {&m_dataset.training, &m_dataset.validation, &m_dataset.test})
        treatMissing(*part, ordered ? orderOf(part->tableRows) : RowOrder());
    if (m_testFile) {
        std::vector<PlannedFeature> planned;
        for (const FeatureColumn& column : m_columns)
            planned.push_back(column.planned);
        Result<DataPart> part =
            partFromFile(*m_testFile, m_dataset.target, m_plan.target, m_features, planned, m_choices);
        if (!part)
            return part.error();
        m_dataset.test = *std::move(part);
        treatMissing(m_dataset.test,
                     ordered ? orderInFile(*m_testFile, m_plan, m_choices, m_dataset.test.tableRows) : RowOrder());
    }
    if (m_rowsWithoutValue > 0)
        m_dataset.warnings.push_back(
            message("data.rows-without-value",
                    BROTO_TEXT("core", "Rows left out because they lack a value that nothing stands for: %1."),
                    m_rowsWithoutValue));
    return problemWithTraining(m_dataset);
}

/// Tells how far this is, and whether it is to go no further.
std::optional<Message> DatasetMaker::reached(int step) const
{
    constexpr int steps = 6;
    m_control.report(step, steps);
    return m_control.stopRequested() ? std::optional(cancelledByUser()) : std::nullopt;
}

/// The rows of every part, and the columns that can be learned from in the training part.
std::optional<Message> DatasetMaker::shareOut()
{
    const Task task = m_dataset.target.task;
    Result<TargetValues> values = targetValues(m_targetColumn, task);
    if (!values)
        return values.error();
    m_basis.target = *std::move(values);
    if (std::optional<Message> end = reached(1))
        return end;
    warnOfIgnoredColumns(m_table, m_choices, m_dataset.warnings);
    warnOfMissingTargets();
    Result<SplitBasis> basis = splitBasis(m_plan, m_choices, task, std::move(m_basis.target));
    if (!basis)
        return basis.error();
    m_basis = *std::move(basis);
    if (std::optional<Message> end = reached(2))
        return end;
    m_dataset.warnings.insert(m_dataset.warnings.end(), m_basis.warnings.begin(), m_basis.warnings.end());
    warnOfRareClasses();
    m_dataset.target.name = m_targetColumn.name;
    m_dataset.target.unit = m_targetColumn.unit;
    m_dataset.target.classes = m_basis.target.classes;

    const Result<SplitRows> parts = splitRows(m_basis.facts, m_choices.split, splitMethodOf(m_choices, task));
    if (!parts)
        return parts.error();
    if (std::optional<Message> end = reached(3))
        return end;
    std::vector<std::size_t> trainingRows;
    for (const std::size_t row : (*parts)[0])
        trainingRows.push_back(m_basis.target.rows[row]);
    if (std::optional<Message> problem = chooseFeatureColumns(trainingRows))
        return problem;
    return makeParts(*parts);
}

Result<Dataset> DatasetMaker::make()
{
    m_dataset.target.task = m_choices.task.value_or(suggestedTask(m_targetColumn));
    if (std::optional<Message> problem = shareOut())
        return *std::move(problem);
    if (std::optional<Message> end = reached(5))
        return *std::move(end);
    fitTarget(m_dataset.target, m_dataset.training);
    m_dataset.preprocessing =
        fitPreprocessing(std::move(m_features), m_dataset.training.raw, m_choices.scaling, m_policies);
    if (std::optional<Message> end = reached(6))
        return *std::move(end);
    for (DataPart* part : {&m_dataset.training, &m_dataset.validation, &m_dataset.test})
        part->inputs = encoded(m_dataset.preprocessing, part->raw);
    m_dataset.fingerprint = dataFingerprint(m_table, m_choices, m_testFile);
    return std::move(m_dataset);
}

Message noTestFile()
{
    return message("data.no-test-file", BROTO_TEXT("core", "The test rows are to come from a file of their own. Choose "
                                                           "that file, or another way to split."));
}

}

PartCounts countsOf(const Dataset& dataset)
{
    PartCounts counts;
    counts.classes.resize(dataset.target.classes.size());
    const DataPart* const parts[] = {&dataset.training, &dataset.validation, &dataset.test};
    for (std::size_t part = 0; part < counts.rows.size(); ++part) {
        counts.rows[part] = parts[part]->rows();
        for (const std::int32_t label : parts[part]->labels)
            ++counts.classes[static_cast<std::size_t>(label)][part];
    }
    return counts;
}

Result<Dataset> makeDataset(const Table& table, const DataChoices& choices, const Table* testFile,
                            const RunControl& control)
{
    if (control.stopRequested())
        return cancelledByUser();
    Result<ColumnPlan> plan = planColumns(table, choices);
    if (!plan)
        return plan.error();
    const bool needsFile = choices.split.method == SplitMethod::File;
    if (needsFile && !testFile)
        return noTestFile();
    const Table* file = needsFile ? testFile : nullptr;
    return choices.windows ? makeWindowDataset(table, choices, file, *plan, control)
                           : DatasetMaker(table, choices, file, *std::move(plan), control).make();
}

}
