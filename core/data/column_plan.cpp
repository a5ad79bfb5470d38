#include "data/column_plan.h"

#include "data/chosen_column.h"
#include "data/column_roles.h"
#include "data/column_typing.h"
#include "data/float_spread.h"

#include <algorithm>
#include <limits>

namespace broto {

namespace {

/// A column named as a feature must at least have values in a form that a row can hold.
std::optional<Message> problemWithFeature(const Column& column)
{
    if (isTooFineForFloats(column))
        return message("data.feature-too-fine",
                       BROTO_TEXT("core",
                                  "The column \"%1\" cannot be a feature: its values differ too little for their size, "
                                  "and a network computes with seven digits. Subtract a constant, such as %2, from the "
                                  "column in the file, or ignore it."),
                       column.header, constantToSubtract(column));
    if (column.numeric())
        return std::nullopt;
    const std::size_t texts = column.categories.size();
    if (column.type == ColumnType::DateTime || texts == 0)
        return message("data.feature-not-usable",
                       BROTO_TEXT("core",
                                  "The column \"%1\" cannot be a feature: it has no values, or dates and times. "
                                  "Ignore it."),
                       column.header);
    if (texts > mostCategories)
        return message("data.too-many-categories",
                       BROTO_TEXT("core",
                                  "The column \"%1\" cannot be a feature: it has %2 different texts, and at most "
                                  "%3 can be categories. Ignore it, or join rare ones in the table."),
                       column.header, texts, mostCategories);
    return std::nullopt;
}

std::optional<Message> problemWithPolicy(const Column& column, MissingPolicy policy)
{
    if (column.numeric() || (policy != MissingPolicy::Mean && policy != MissingPolicy::Median))
        return std::nullopt;
    return message("data.missing-policy",
                   BROTO_TEXT("core",
                              "The column \"%1\" holds categories, which have no mean and no median. Fill in the "
                              "most frequent one, keep missing values, or drop their rows."),
                   column.header);
}

Message timeNotUsable(const Column& column)
{
    return message("data.time-not-usable",
                   BROTO_TEXT("core", "The column \"%1\" cannot say when a row was taken: it holds neither dates and "
                                      "times nor numbers. Choose another role for it."),
                   column.header);
}

class ColumnPlanner {
public:
    ColumnPlanner(const Table& table, const DataChoices& choices) : m_table(table), m_choices(choices) {}

    Result<ColumnPlan> plan()
    {
        if (std::optional<Message> problem = problemWithRoles())
            return *std::move(problem);
        for (std::size_t i = 0; i < m_choices.columns.size(); ++i) {
            if (std::optional<Message> problem = add(i))
                return *std::move(problem);
        }
        if (m_plan.features.empty())
            return noFeaturesError(*m_plan.target.column);
        return std::move(m_plan);
    }

private:
    std::size_t count(Role role) const
    {
        return static_cast<std::size_t>(
            std::count_if(m_choices.columns.begin(), m_choices.columns.end(),
                          [role](const ColumnChoice& column) { return column.role == role; }));
    }

    std::optional<Message> problemWithRoles() const
    {
        if (std::optional<Message> problem = problemWith(m_choices, m_table))
            return problem;
        if (count(Role::Target) == 0)
            return message("data.no-target",
                           BROTO_TEXT("core", "No column is the target. Choose the column that is to be learned."));
        if (count(Role::Target) > 1)
            return message("data.several-targets",
                           BROTO_TEXT("core", "%1 columns are targets; one can be learned. Choose one of them."),
                           count(Role::Target));
        if (count(Role::Time) > 1)
            return message(
                "data.several-times",
                BROTO_TEXT("core", "%1 columns are to say when a row was taken; one can. Choose one of them."),
                count(Role::Time));
        return std::nullopt;
    }

    std::optional<Message> add(std::size_t index)
    {
        const bool saysParts = m_choices.split.method == SplitMethod::Column && m_choices.split.partColumn == index;
        const ColumnChoice& choice = m_choices.columns[index];
        if (choice.role == Role::Ignore && !saysParts)
            return std::nullopt;
        Result<std::shared_ptr<const Column>> column =
            chosenColumn(m_table.columns[index], choice, m_table.cellFormat());
        if (!column)
            return column.error();
        PlannedColumn planned{index, *std::move(column)};
        if (saysParts && choice.role != Role::Target) {
            m_plan.parts = std::move(planned);
            return std::nullopt;
        }
        return addAs(choice, std::move(planned));
    }

    std::optional<Message> addAs(const ColumnChoice& choice, PlannedColumn planned)
    {
        switch (choice.role) {
        case Role::Feature:
            return addFeature(choice, std::move(planned));
        case Role::Target:
            m_plan.target = std::move(planned);
            break;
        case Role::Group:
            m_plan.groups.push_back(std::move(planned));
            break;
        case Role::Time:
            if (planned.column->texts() && planned.column->type != ColumnType::DateTime)
                return timeNotUsable(*planned.column);
            m_plan.time = std::move(planned);
            break;
        case Role::Ignore:
            break;
        }
        return std::nullopt;
    }

    std::optional<Message> addFeature(const ColumnChoice& choice, PlannedColumn planned)
    {
        const Column& column = *planned.column;
        if (std::optional<Message> problem = problemWithFeature(column))
            return problem;
        const MissingPolicy policy = choice.missing.value_or(usualMissingPolicy(column, m_choices));
        if (std::optional<Message> problem = problemWithPolicy(column, policy))
            return problem;
        m_plan.features.push_back({std::move(planned), policy});
        return std::nullopt;
    }

    const Table& m_table;
    const DataChoices& m_choices;
    ColumnPlan m_plan;
};

}

Result<ColumnPlan> planColumns(const Table& table, const DataChoices& choices)
{
    return ColumnPlanner(table, choices).plan();
}

Message noFeaturesError(const Column& target)
{
    return message("data.no-features",
                   BROTO_TEXT("core", "No column is left to learn \"%1\" from. Choose at least one feature."),
                   target.header);
}

std::vector<double> timesOf(const Column& column)
{
    if (!column.texts())
        return column.numbers;
    std::vector<double> times;
    times.reserve(column.codes.size());
    for (const std::int32_t code : column.codes)
        times.push_back(code < 0 ? std::numeric_limits<double>::quiet_NaN() : code);
    return times;
}

}
