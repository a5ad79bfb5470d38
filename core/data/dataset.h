#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/data_choices.h"
#include "data/preprocessing.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace broto {

/// What is learned.
struct Target {
    Task task = Task::Classification;
    std::string name;
    std::string unit;
    std::vector<std::string> classes; ///< classification, in the order of the network's outputs
    float centre = 0;                 ///< regression: the network learns (value - centre) / deviation
    float deviation = 1;
    bool operator==(const Target&) const = default;
};

/// Some rows of a data set. All members have the same number of rows.
struct DataPart {
    std::vector<std::size_t> tableRows; ///< indexes into the table, or into the test file; of a window: its first row
    Matrix raw;                         ///< raw units, as the board gets them (see Feature)
    Matrix inputs;                      ///< encoded, as the network gets them
    std::vector<std::int32_t> labels;   ///< classification
    Vector values;                      ///< regression, in the target's unit

    std::size_t rows() const { return tableRows.size(); }
};

/// A table made ready for learning: typed, split, and with the preprocessing fitted on the training part alone.
struct Dataset {
    Preprocessing preprocessing;
    Target target;
    DataPart training;
    DataPart validation;
    DataPart test;
    std::vector<Message> warnings; ///< columns that were ignored and why, rows without a target, and so on
    std::uint64_t fingerprint = 0; ///< of the table's bytes and the choices
    /// With windows: the table's channels as a board gets them, a row of the table each; NaN where a value is missing.
    std::shared_ptr<const Matrix> readings;
    std::shared_ptr<const Matrix> testReadings; ///< likewise, where the test rows stand in a file of their own

    int inputs() const { return inputCount(preprocessing); }
    int outputs() const { return target.task == Task::Classification ? static_cast<int>(target.classes.size()) : 1; }
};

/// Rows of each part (training, validation, test), of all classes and of each.
struct PartCounts {
    std::array<std::size_t, 3> rows = {};
    std::vector<std::array<std::size_t, 3>> classes; ///< in the order of Target::classes; none for a regression
};
PartCounts countsOf(const Dataset& dataset);

/// The fingerprint that makeDataset would give its result, without making one: tells quickly whether results are stale.
std::uint64_t dataFingerprint(const Table& table, const DataChoices& choices, const Table* testFile = nullptr);

/// Fails when there is no target, no feature, one class only, or too few rows for a training part. `testFile` has the
/// test rows where the split wants them from a file of their own (SplitMethod::File); its columns are found by name.
/// A million rows of 12 columns take about a second; the control is looked at between the steps and at every column.
Result<Dataset> makeDataset(const Table& table, const DataChoices& choices, const Table* testFile = nullptr,
                            const RunControl& control = {});

/// Readings of some windows of a part, as a board takes them one after the other: a matrix row each, all of the windows
/// in it following each other by the stride. At most `most` windows, the first ones.
std::vector<Matrix> recordingsOf(const Dataset& dataset, const DataPart& part, std::size_t most);

/// Rows of another table in the order and units of `features`, for prediction. Fails by name where a column is missing.
/// Categories the model does not know become an index past the last one. `missingMarks` are values that mean "missing",
/// one list a feature, or none at all.
Result<Matrix> rowsFor(const std::vector<Feature>& features, const Table& table,
                       std::span<const std::vector<std::string>> missingMarks = {});

/// The same for the channels of a stream: one reading a row of the table, NaN where a value is missing.
Result<Matrix> readingsFor(const Stream& stream, const Table& table,
                           std::span<const std::vector<std::string>> missingMarks = {});

}
