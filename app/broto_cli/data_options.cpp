#include "data_options.h"

#include "language.h"
#include "option_text.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

/// Numbers alone have a mean and a median; categories keep their own way.
void applyMissing(DataChoices& choices, const Table& table, const DataOptions& options)
{
    const std::optional<MissingPolicy> policy = missingPolicyNamed(options.missing);
    const bool ofNumbers = policy == MissingPolicy::Mean || policy == MissingPolicy::Median;
    for (std::size_t i = 0; policy && i < choices.columns.size(); ++i)
        if (table.columns[i].numeric() || !ofNumbers)
            choices.columns[i].missing = policy;
}

Message columnIsTheTarget(const Column& column)
{
    return message("cli.split-by-target",
                   BROTO_TEXT("cli", "The column “%1” is the target and cannot decide about the split as well."),
                   column.header);
}

/// The column that a split goes by is not learned from.
Result<void> applySplitBy(DataChoices& choices, const Table& table, const SplitBy& by)
{
    choices.split.method = by.method;
    if (by.column.empty())
        return {};
    const Result<std::size_t> found = findColumn(table, by.column);
    if (!found)
        return found.error();
    if (choices.columns[*found].role == Role::Target)
        return columnIsTheTarget(table.columns[*found]);
    const Role role = by.method == SplitMethod::Group  ? Role::Group
                      : by.method == SplitMethod::Time ? Role::Time
                                                       : Role::Ignore;
    if (role == Role::Time)
        for (ColumnChoice& column : choices.columns)
            if (column.role == Role::Time)
                column.role = Role::Ignore;
    choices.columns[*found].role = role;
    if (by.method == SplitMethod::Column)
        choices.split.partColumn = *found;
    return {};
}

/// Folds of groups are made of whole groups, so that the two go together.
void applyFolds(Split& split, const DataOptions& options)
{
    if (options.folds == 0)
        return;
    split.method = SplitMethod::Folds;
    split.folds = options.folds;
    split.fold = std::max(options.fold, 1) - 1; // what is saved when each is tried: the first
}

void addSplitOptions(CLI::App& command, DataOptions& options)
{
    CLI::Option* by =
        command
            .add_option(
                "--split-by", options.splitBy,
                text(BROTO_TEXT("cli", "How rows are shared out: random, stratified, time, time:NAME, group:NAME "
                                       "or column:NAME")))
            ->check(readableBy(parseSplitBy, text(BROTO_TEXT("cli", "Write random, stratified, time, time:NAME, "
                                                                    "group:NAME or column:NAME"))));
    CLI::Option* file = command.add_option("--test-file", options.testFile,
                                           text(BROTO_TEXT("cli", "A CSV file that holds the test rows")));
    CLI::Option* folds =
        command
            .add_option("--folds", options.folds,
                        text(BROTO_TEXT("cli", "Make so many equal parts, and test with each in turn (with --fold: "
                                               "with one of them)")))
            ->check(CLI::Range(2, mostFolds));
    command.add_option("--fold", options.fold, text(BROTO_TEXT("cli", "Which of the folds is for the test, from 1")))
        ->check(CLI::Range(1, mostFolds))
        ->needs(folds);
    file->excludes(by)->excludes(folds);
}

void addPreparationOptions(CLI::App& command, DataOptions& options)
{
    command
        .add_option(
            "--missing", options.missing,
            text(BROTO_TEXT("cli", "What becomes of missing values (default: mean, and the most frequent category)")))
        ->check(CLI::IsMember({"keep", "drop-rows", "mean", "median", "most-frequent", "last-value"}));
    command
        .add_option("--missing-value", options.missingValues,
                    text(BROTO_TEXT("cli", "A value that means \"missing\", as -200 or NAME=-200; may be given again")))
        ->check(readableBy(parseMissingValue, text(BROTO_TEXT("cli", "Write a value, or NAME=VALUE"))))
        ->allow_extra_args(false);
    command
        .add_option("--scaling", options.scaling, text(BROTO_TEXT("cli", "How numbers are scaled (default: standard)")))
        ->check(CLI::IsMember({"standard", "min-max", "robust", "none"}));
}

}

void addDataOptions(CLI::App& command, DataOptions& options)
{
    addSplitOptions(command, options);
    addPreparationOptions(command, options);
}

Result<void> applyMissingValues(DataChoices& choices, const Table& table, const DataOptions& options)
{
    for (const std::string& text : options.missingValues) {
        const MissingValue value = *parseMissingValue(text);
        if (value.column.empty()) {
            for (ColumnChoice& column : choices.columns)
                column.missingMarks.push_back(value.mark);
            continue;
        }
        const Result<std::size_t> column = findColumn(table, value.column);
        if (!column)
            return column.error();
        choices.columns[*column].missingMarks.push_back(value.mark);
    }
    return {};
}

Result<void> applyDataOptions(DataChoices& choices, const Table& table, const DataOptions& options)
{
    applyMissing(choices, table, options);
    if (const std::optional<Scaling> scaling = scalingNamed(options.scaling))
        choices.scaling = *scaling;
    if (!options.splitBy.empty())
        if (const Result<void> applied = applySplitBy(choices, table, *parseSplitBy(options.splitBy)); !applied)
            return applied;
    applyFolds(choices.split, options);
    return {};
}

}
