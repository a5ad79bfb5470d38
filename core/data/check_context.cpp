#include "data/check_context.h"

#include "data/column_index.h"
#include "data/window_plan.h"

#include <algorithm>

namespace broto {

namespace {

/// Every window stands for itself, by its first row.
std::optional<CheckContext> contextOfWindows(const Table& table, const DataChoices& choices, ColumnPlan columns)
{
    const Result<WindowPlan> plan = planWindows(table, choices);
    if (!plan)
        return std::nullopt;
    CheckContext context{table, choices, std::move(columns), plan->task, {}, {}};
    TargetValues& target = context.basis.target;
    target.classes = plan->classes;
    for (const PlannedWindow& window : plan->windows) {
        context.parts[static_cast<std::size_t>(window.part)].push_back(target.rows.size());
        target.rows.push_back(window.firstRow);
        if (plan->task == Task::Classification)
            target.labels.push_back(window.label);
        else
            target.values.push_back(window.value);
    }
    return context;
}

}

std::optional<CheckContext> contextFor(const Table& table, const DataChoices& choices)
{
    Result<ColumnPlan> plan = planColumns(table, choices);
    if (!plan)
        return std::nullopt;
    if (choices.windows)
        return contextOfWindows(table, choices, *std::move(plan));
    const Task task = choices.task.value_or(suggestedTask(*plan->target.column));
    Result<TargetValues> target = targetValues(*plan->target.column, task);
    if (!target)
        return std::nullopt;
    Result<SplitBasis> basis = splitBasis(*plan, choices, task, *std::move(target));
    if (!basis)
        return std::nullopt;
    Result<SplitRows> parts = splitRows(basis->facts, choices.split, splitMethodOf(choices, task));
    if (!parts)
        return std::nullopt;
    return CheckContext{table, choices, *std::move(plan), task, *std::move(basis), *std::move(parts)};
}

void addRoleCheck(std::vector<DataCheck>& checks, const DataChoices& choices, DataCheck::Severity severity,
                  Message finding, std::vector<std::size_t> columns, Role role, Message remedy)
{
    DataCheck check{severity, std::move(finding), std::move(columns), std::move(remedy), choices};
    for (const std::size_t column : check.columns)
        check.remedied.columns[column].role = role;
    checks.push_back(std::move(check));
}

Message ignoreRemedy(const Table& table, const std::vector<std::size_t>& columns)
{
    if (columns.size() == 1)
        return message("data.remedy-ignore", BROTO_TEXT("core", "Ignore “%1”"), table.columns[columns.front()].name);
    return message("data.remedy-ignore-several", BROTO_TEXT("core", "Ignore these %1 columns"), columns.size());
}

std::string headersOf(const Table& table, const std::vector<std::size_t>& columns)
{
    std::vector<std::string> headers;
    for (const std::size_t column : columns)
        headers.push_back(table.columns[column].header);
    return listedNames(headers);
}

std::vector<std::size_t> sampledRows(std::size_t rows, std::size_t most)
{
    const std::size_t count = std::min(rows, most);
    std::vector<std::size_t> sample(count);
    for (std::size_t i = 0; i < count; ++i)
        sample[i] = i * rows / count;
    return sample;
}

std::optional<DataChoices> splitBy(SplitMethod method, const CheckContext& context)
{
    DataChoices choices = context.choices;
    choices.split.method = method;
    const std::optional<CheckContext> other = contextFor(context.table, choices);
    if (!other)
        return std::nullopt;
    if (other->task == Task::Regression)
        return choices;
    std::vector<bool> learned(other->basis.target.classes.size());
    std::vector<bool> tested(learned.size());
    for (const std::size_t row : other->parts[0])
        learned[static_cast<std::size_t>(other->basis.target.labels[row])] = true;
    for (const std::size_t row : other->parts[2])
        tested[static_cast<std::size_t>(other->basis.target.labels[row])] = true;
    const bool allLearned = std::find(learned.begin(), learned.end(), false) == learned.end();
    return allLearned && std::count(tested.begin(), tested.end(), true) > 1 ? std::optional(choices) : std::nullopt;
}

}
