#pragma once

#include "data/column_plan.h"
#include "data/data_checks.h"
#include "data/row_facts.h"

#include <string>
#include <vector>

namespace broto {

/// What all checks look at: the columns as the choices want them, the rows that have a target, and their parts. With
/// windows these are the first rows of all windows.
struct CheckContext {
    const Table& table;
    const DataChoices& choices;
    ColumnPlan plan;
    Task task = Task::Classification;
    SplitBasis basis;
    SplitRows parts; ///< indexes into basis.target.rows

    std::size_t rows() const { return basis.target.rows.size(); }
};

/// Nothing where no data set can be made.
std::optional<CheckContext> contextFor(const Table& table, const DataChoices& choices);

/// Adds a check about some columns with the remedy to give them a role.
void addRoleCheck(std::vector<DataCheck>& checks, const DataChoices& choices, DataCheck::Severity severity,
                  Message finding, std::vector<std::size_t> columns, Role role, Message remedy);

/// "Ignore “x”", "Ignore these 3 columns".
Message ignoreRemedy(const Table& table, const std::vector<std::size_t>& columns);

/// "a, b, c" of the columns' headers.
std::string headersOf(const Table& table, const std::vector<std::size_t>& columns);

/// Some row numbers, evenly spread, where there are more than it takes to tell.
std::vector<std::size_t> sampledRows(std::size_t rows, std::size_t most);

/// The choices with another way to split, if that leaves every class in the training part and more than one in the
/// test.
std::optional<DataChoices> splitBy(SplitMethod method, const CheckContext& context);

/// Each kind of check adds what it finds.
void checkColumns(const CheckContext& context, std::vector<DataCheck>& checks);
void checkClasses(const CheckContext& context, std::vector<DataCheck>& checks);
void checkForDisguisedTarget(const CheckContext& context, std::vector<DataCheck>& checks);
void checkDuplicates(const CheckContext& context, std::vector<DataCheck>& checks);
void checkOrder(const CheckContext& context, std::vector<DataCheck>& checks);
void checkStream(const CheckContext& context, std::vector<DataCheck>& checks);
void checkGroups(const CheckContext& context, std::vector<DataCheck>& checks);

}
