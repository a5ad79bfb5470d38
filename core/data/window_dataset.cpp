#include "data/window_dataset.h"

#include "common/cancelled.h"
#include "data/dataset_parts.h"
#include "data/feature_stream.h"
#include "data/part_rows.h"
#include "data/preprocessing_fit.h"
#include "data/window_plan.h"
#include "data/window_test_file.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

std::shared_ptr<const Matrix> readingsOf(const ColumnPlan& columns, const Stream& stream, std::size_t rows)
{
    auto readings =
        std::make_shared<Matrix>(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns.features.size()));
    for (std::size_t c = 0; c < columns.features.size(); ++c)
        for (std::size_t row = 0; row < rows; ++row)
            (*readings)(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(c)) =
                static_cast<float>(columns.features[c].column->numbers[row]);
    carryLastReadings(stream, *readings);
    return readings;
}

/// Without the features of its windows.
DataPart partOf(const WindowPlan& plan, SplitPart which)
{
    DataPart part;
    std::vector<float> values;
    for (const PlannedWindow& window : plan.windows) {
        if (window.part != which)
            continue;
        part.tableRows.push_back(window.firstRow);
        if (plan.task == Task::Classification)
            part.labels.push_back(window.label);
        else
            values.push_back(window.value);
    }
    part.values = Eigen::Map<const Vector>(values.data(), static_cast<Eigen::Index>(values.size()));
    return part;
}

/// Readings may be so large that a float cannot hold their squares. How many windows were left out.
std::size_t keepFiniteRows(DataPart& part)
{
    std::vector<std::size_t> finite;
    for (Eigen::Index row = 0; row < part.raw.rows(); ++row)
        if (part.raw.row(row).allFinite())
            finite.push_back(static_cast<std::size_t>(row));
    const std::size_t left = part.rows() - finite.size();
    if (left > 0)
        keepRows(part, finite);
    return left;
}

class Maker {
public:
    Maker(const Table& table, const DataChoices& choices, const Table* testFile, const ColumnPlan& columns,
          const RunControl& control)
        : m_table(table), m_choices(choices), m_testFile(testFile), m_columns(columns), m_control(control)
    {
    }

    Result<Dataset> make()
    {
        Result<WindowPlan> plan = planWindows(m_table, m_choices);
        if (!plan)
            return plan.error();
        m_plan = *std::move(plan);
        describe();
        if (std::optional<Message> problem = makeParts())
            return *std::move(problem);
        if (std::optional<Message> problem = problemWithTraining(m_dataset))
            return *std::move(problem);
        fit();
        return std::move(m_dataset);
    }

private:
    void describe()
    {
        warnOfIgnoredColumns(m_table, m_choices, m_dataset.warnings);
        m_dataset.warnings.insert(m_dataset.warnings.end(), m_plan.warnings.begin(), m_plan.warnings.end());
        const Column& target = *m_columns.target.column;
        m_dataset.target.task = m_plan.task;
        m_dataset.target.name = target.name;
        m_dataset.target.unit = target.unit;
        m_dataset.target.classes = m_plan.classes;
    }

    std::optional<Message> makeParts()
    {
        m_dataset.readings = readingsOf(m_columns, m_plan.stream, m_table.rows);
        m_dataset.training = partOf(m_plan, SplitPart::Training);
        m_dataset.validation = partOf(m_plan, SplitPart::Validation);
        m_dataset.test = partOf(m_plan, SplitPart::Test);
        if (m_testFile)
            if (std::optional<Message> problem = takeTestFile())
                return problem;
        std::size_t left = 0;
        constexpr int parts = 3;
        int done = 0;
        for (DataPart* part : {&m_dataset.training, &m_dataset.validation, &m_dataset.test}) {
            const bool isFromFile = m_testFile && part == &m_dataset.test;
            part->raw = windowRows(m_plan.stream, isFromFile ? *m_dataset.testReadings : *m_dataset.readings,
                                   part->tableRows, m_control);
            m_control.report(++done, parts);
            if (m_control.stopRequested())
                return cancelledByUser();
            left += keepFiniteRows(*part);
        }
        if (left > 0)
            m_dataset.warnings.push_back(
                message("data.windows-too-large",
                        BROTO_TEXT("core", "Windows left out because their features are too large to compute with: "
                                           "%1."),
                        left));
        return std::nullopt;
    }

    std::optional<Message> takeTestFile()
    {
        Result<WindowTestFile> file = windowsOfTestFile(*m_testFile, m_table, m_choices, m_columns, m_plan);
        if (!file)
            return file.error();
        m_dataset.testReadings = readingsOf(file->columns, m_plan.stream, m_testFile->rows);
        m_dataset.test = partOf(file->plan, SplitPart::Training);
        return std::nullopt;
    }

    void fit()
    {
        fitTarget(m_dataset.target, m_dataset.training);
        std::vector<Feature> features;
        for (const WindowFeature& feature : m_plan.stream.features)
            features.push_back(
                {windowFeatureTitle(feature, m_plan.stream), windowFeatureUnit(feature, m_plan.stream), {}, 0, 0});
        // What a window lacks is settled reading by reading.
        const std::vector<MissingPolicy> policies(features.size(), MissingPolicy::Keep);
        m_dataset.preprocessing =
            fitPreprocessing(std::move(features), m_dataset.training.raw, m_choices.scaling, policies);
        m_dataset.preprocessing.stream = m_plan.stream;
        for (DataPart* part : {&m_dataset.training, &m_dataset.validation, &m_dataset.test})
            part->inputs = encoded(m_dataset.preprocessing, part->raw);
        m_dataset.fingerprint = dataFingerprint(m_table, m_choices, m_testFile);
    }

    const Table& m_table;
    const DataChoices& m_choices;
    const Table* m_testFile; ///< null where the split needs none
    const ColumnPlan& m_columns;
    const RunControl& m_control;
    WindowPlan m_plan;
    Dataset m_dataset;
};

}

void carryLastReadings(const Stream& stream, Matrix& readings)
{
    for (std::size_t c = 0; c < stream.channels.size(); ++c) {
        if (stream.channels[c].missing != MissingReading::LastValue)
            continue;
        const auto channel = static_cast<Eigen::Index>(c);
        for (Eigen::Index row = 1; row < readings.rows(); ++row)
            if (std::isnan(readings(row, channel)))
                readings(row, channel) = readings(row - 1, channel);
    }
}

Matrix windowRows(const Stream& stream, const Matrix& readings, const std::vector<std::size_t>& firstRows,
                  const RunControl& control)
{
    const auto length = static_cast<std::size_t>(stream.length);
    Stream everyReading = stream;
    everyReading.stride = 1; // so that any window can be told, wherever its stretch began
    FeatureStream features(everyReading);
    Matrix rows(static_cast<Eigen::Index>(firstRows.size()), static_cast<Eigen::Index>(stream.features.size()));
    std::size_t next = 0; // reading that comes next
    for (std::size_t window = 0; window < firstRows.size() && !control.stopRequested(); ++window) {
        const std::size_t first = firstRows[window];
        if (first >= next || window == 0) {
            features.restart();
            next = first;
        }
        for (; next < first + length; ++next)
            features.push({readings.row(static_cast<Eigen::Index>(next)).data(), stream.channels.size()});
        const std::vector<float>& row = features.row();
        rows.row(static_cast<Eigen::Index>(window)) =
            Eigen::Map<const Eigen::RowVectorXf>(row.data(), static_cast<Eigen::Index>(row.size()));
    }
    return rows;
}

std::vector<Matrix> recordingsOf(const Dataset& dataset, const DataPart& part, std::size_t most)
{
    const Stream& stream = *dataset.preprocessing.stream;
    const Matrix& readings = &part == &dataset.test && dataset.testReadings ? *dataset.testReadings : *dataset.readings;
    const auto length = static_cast<std::size_t>(stream.length);
    const auto stride = static_cast<std::size_t>(stream.stride);
    const std::size_t windows = std::min(most, part.rows());
    std::vector<Matrix> recordings;
    for (std::size_t from = 0; from < windows;) {
        std::size_t to = from + 1;
        // Windows with a gap between them may be of two recordings.
        while (to < windows && stride <= length && part.tableRows[to] == part.tableRows[to - 1] + stride)
            ++to;
        const std::size_t first = part.tableRows[from];
        const std::size_t rows = part.tableRows[to - 1] + length - first;
        recordings.push_back(readings.middleRows(static_cast<Eigen::Index>(first), static_cast<Eigen::Index>(rows)));
        from = to;
    }
    return recordings;
}

std::vector<std::size_t> windowsIn(const Stream& stream, const Matrix& readings, ReadingFacts facts)
{
    facts.rows = static_cast<std::size_t>(readings.rows());
    facts.broken.assign(facts.rows, 0);
    facts.carried.assign(facts.rows, 0);
    for (std::size_t c = 0; c < stream.channels.size(); ++c) {
        const MissingReading missing = stream.channels[c].missing;
        for (std::size_t row = 0; row < facts.rows; ++row) {
            const float value = readings(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(c));
            if (std::isnan(value) && missing == MissingReading::LastValue)
                facts.carried[row] = 1;
            else if (!std::isfinite(value) && !(std::isnan(value) && missing == MissingReading::Fill))
                facts.broken[row] = 1;
        }
    }
    const auto length = static_cast<std::size_t>(stream.length);
    std::vector<std::size_t> windows;
    for (const WindowStretch& stretch : findStretches(facts).stretches)
        for (std::size_t at = 0; at + length <= stretch.rows; at += static_cast<std::size_t>(stream.stride))
            windows.push_back(stretch.firstRow + at);
    return windows;
}

Result<Dataset> makeWindowDataset(const Table& table, const DataChoices& choices, const Table* testFile,
                                  const ColumnPlan& columns, const RunControl& control)
{
    return Maker(table, choices, testFile, columns, control).make();
}

}
