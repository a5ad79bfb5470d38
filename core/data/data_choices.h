#pragma once

#include "common/result.h"
#include "data/table.h"
#include "data/window_choices.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// Group: rows with one value belong together and stay in one part of the split. Time: says which row is older.
enum class Role { Feature, Target, Ignore, Group, Time };
enum class Task { Classification, Regression };

/// What becomes of missing values. Keep: a number's row is left out of learning and refused by the model, a category is
/// none of the known ones. LastValue: the one before it, in the order of time.
enum class MissingPolicy { Keep, DropRows, Mean, Median, MostFrequent, LastValue };

/// Robust: by the median and the range of the middle half.
enum class Scaling { Standard, MinMax, Robust, None };

/// File: the test rows stand in a file of their own. Folds: one of `Split::folds` equal parts is the test part.
enum class SplitMethod { Random, Stratified, Group, Time, Column, File, Folds };

/// Names as in project files and on the command line: "feature", "classification", "last-value", "min-max", "folds".
std::string_view roleName(Role role);
std::string_view taskName(Task task);
std::string_view missingPolicyName(MissingPolicy policy);
std::string_view scalingName(Scaling scaling);
std::string_view splitMethodName(SplitMethod method);
std::optional<Role> roleNamed(std::string_view name);
std::optional<Task> taskNamed(std::string_view name);
std::optional<MissingPolicy> missingPolicyNamed(std::string_view name);
std::optional<Scaling> scalingNamed(std::string_view name);
std::optional<SplitMethod> splitMethodNamed(std::string_view name);
std::optional<ColumnType> typeNamed(std::string_view name);

inline constexpr int mostFolds = 100;

/// How rows come to be for training, validation or test. The shares need not add up to 100: only their proportions
/// count.
struct Split {
    double training = 70;
    double validation = 15;
    double test = 15;
    std::uint64_t seed = 1;
    std::optional<SplitMethod> method = {};     ///< nothing: by the groups if there are any, else as fits the task
    std::optional<std::size_t> partColumn = {}; ///< Column: where the rows' parts are written
    int folds = 5;                              ///< Folds
    int fold = 0;                               ///< Folds: which of them is the test part, from 0
    bool operator==(const Split&) const = default;
};

/// What a person decides about one column.
struct ColumnChoice {
    Role role = Role::Feature;
    std::optional<ColumnType> type = {};        ///< nothing: as its values suggest
    std::vector<std::string> missingMarks = {}; ///< values that mean "missing" in this column, such as -200
    std::optional<MissingPolicy> missing = {};  ///< nothing: mean for numbers, most frequent for categories
    bool operator==(const ColumnChoice&) const = default;
};

/// Everything about the data that a person decides. Plain, saved with the project.
struct DataChoices {
    ReadOptions reading;
    std::vector<ColumnChoice> columns; ///< one a column
    std::optional<Task> task;          ///< nothing: as the target's values suggest
    Scaling scaling = Scaling::Standard;
    Split split;
    std::optional<WindowChoices> windows = {}; ///< nothing: every row stands for itself
    bool operator==(const DataChoices&) const = default;
};

/// The roles of the columns, in their order.
std::vector<Role> rolesOf(const DataChoices& choices);

/// The first column of a role.
std::optional<std::size_t> columnWith(Role role, const DataChoices& choices);

/// The column that a person means: the raw header first, then the name without its unit; an error when there is none
/// or more than one.
Result<std::size_t> findColumn(const Table& table, std::string_view name);

/// Whether a column is proposed to be learned from or learned: dates, identifiers, free text and constants are not.
/// Neither more than 32 categories nor numbers that differ too little for floats are a feature; of such numbers as the
/// target makeDataset says what is wrong with them.
bool usableAsFeature(const Column& column);
bool usableAsTarget(const Column& column);

/// Classification for category, text and boolean targets and for whole numbers with at most 20 values, else regression.
Task suggestedTask(const Column& target);

/// The column that is proposed to be learned, none that is `taken` (one a column, or none at all): the last that is
/// called target, class, label and the like in English or Portuguese; else a first one of classes in a table without
/// names; else the last that can be one. A last column that holds one text only is proposed all the same: it was meant
/// to be the classes, and makeDataset says what is wrong with it.
std::optional<std::size_t> proposedTarget(const Table& table, const std::vector<bool>& taken = {});

/// The proposed target; the first column of dates and times as the time, or of numbers that are called so and never run
/// backwards; what cannot be learned from ignored, the rest features.
DataChoices proposeChoices(const Table& table);

/// How rows are shared out when nobody says: by the groups, if a column is one, else classes in their proportions.
SplitMethod splitMethodOf(const DataChoices& choices, Task task);

/// Why choices cannot be for this table: they have another number of roles, or windows that make no sense. For choices
/// that come from a file.
std::optional<Message> problemWith(const DataChoices& choices, const Table& table);

/// Changes to the roles by name, as the command line takes them. What a person names is taken, if makeDataset can make
/// anything of it. The former target becomes a feature if it can be one, and the task is found out again. Fails when a
/// name is not found, and when the target is to be a feature or ignored.
Result<void> chooseTarget(DataChoices& choices, const Table& table, std::string_view name);
Result<void> chooseFeatures(DataChoices& choices, const Table& table, std::span<const std::string> names);
Result<void> ignoreColumns(DataChoices& choices, const Table& table, std::span<const std::string> names);

}
