#include "data/data_choices.h"

#include "data/column_index.h"
#include "data/column_typing.h"
#include "data/float_spread.h"
#include "data/value_text.h"

#include <algorithm>
#include <array>

namespace broto {

namespace {

constexpr std::size_t mostClassesOfNumbers = 20;

bool holdsOneText(const Column& column)
{
    return column.type == ColumnType::Constant && column.texts() && column.distinct == 1;
}

/// What the name says outweighs that there are many of them.
bool holdsManyClasses(const Column& column)
{
    return column.type == ColumnType::Text && canBeClasses(column);
}

bool isNamedLikeTarget(const Column& column)
{
    static constexpr auto names = std::to_array<std::string_view>(
        {"target",   "class",    "label",       "species",     "outcome", "diagnosis", "gesture",  "activity",
         "survived", "alvo",     "classe",      "rótulo",      "rotulo",  "espécie",   "especie",  "saída",
         "saida",    "resposta", "diagnóstico", "diagnostico", "gesto",   "atividade", "situação", "situacao"});
    return std::find(names.begin(), names.end(), lowerCase(column.name)) != names.end();
}

/// A "y" before everything else is what statisticians put there; anywhere else it may well be an axis.
bool isLeadingY(const std::vector<Column>& columns, std::size_t index)
{
    return lowerCase(columns[index].name) == "y" &&
           std::none_of(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(index), usableAsTarget);
}

/// Whether a column of numbers says when its row was: it is called so and never runs backwards.
bool tellsTheTime(const Column& column)
{
    static constexpr auto names = std::to_array<std::string_view>(
        {"time",    "timestamp", "epoch",         "unix",     "unixtime", "elapsed",        "elapsed time", "uptime",
         "ts",      "t",         "seconds",       "ms",       "millis",   "millis()",       "micros",       "micros()",
         "x_value", "tempo",     "milissegundos", "segundos", "instante", "tempo decorrido"});
    static constexpr auto units = std::to_array<std::string_view>({"_ms", "_s", "_us", "_ns", "_elapsed"});
    std::string name = lowerCase(column.name);
    for (const std::string_view unit : units) {
        if (name.ends_with(unit))
            name.resize(name.size() - unit.size());
    }
    const bool called = std::find(names.begin(), names.end(), name) != names.end();
    return called && column.numeric() && column.missing == 0 && column.distinct > 1 &&
           std::is_sorted(column.numbers.begin(), column.numbers.end());
}

/// The first column of dates and times; where there is none, one of numbers that tells the time, if it leaves anything
/// to learn from.
std::optional<std::size_t> proposedTime(const Table& table, const DataChoices& choices)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].type == ColumnType::DateTime)
            return i;
    }
    const auto features = std::count_if(choices.columns.begin(), choices.columns.end(),
                                        [](const ColumnChoice& column) { return column.role == Role::Feature; });
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Role role = choices.columns[i].role;
        const bool canBe = role == Role::Ignore || (role == Role::Feature && features > 1);
        if (canBe && tellsTheTime(table.columns[i]))
            return i;
    }
    return std::nullopt;
}

bool holdsClasses(const Column& column)
{
    return usableAsTarget(column) && suggestedTask(column) == Task::Classification &&
           column.distinct <= mostClassesOfNumbers;
}

Result<std::vector<std::size_t>> findColumns(const Table& table, std::span<const std::string> names)
{
    const ColumnIndex index(table);
    std::vector<std::size_t> columns;
    for (const std::string& name : names) {
        const Result<std::size_t> column = index.find(name);
        if (!column)
            return column.error();
        columns.push_back(*column);
    }
    return columns;
}

void setRoles(DataChoices& choices, const std::vector<Role>& roles)
{
    for (std::size_t i = 0; i < roles.size(); ++i)
        choices.columns[i].role = roles[i];
}

Role roleWithoutTarget(const Column& column)
{
    return usableAsFeature(column) ? Role::Feature : Role::Ignore;
}

}

std::vector<Role> rolesOf(const DataChoices& choices)
{
    std::vector<Role> roles;
    for (const ColumnChoice& column : choices.columns)
        roles.push_back(column.role);
    return roles;
}

std::optional<std::size_t> columnWith(Role role, const DataChoices& choices)
{
    for (std::size_t i = 0; i < choices.columns.size(); ++i) {
        if (choices.columns[i].role == role)
            return i;
    }
    return std::nullopt;
}

Result<std::size_t> findColumn(const Table& table, std::string_view name)
{
    return ColumnIndex(table).find(name);
}

bool usableAsFeature(const Column& column)
{
    const bool tooManyTexts = column.texts() && column.categories.size() > mostCategories;
    return usableAsTarget(column) && !tooManyTexts && !isTooFineForFloats(column);
}

bool usableAsTarget(const Column& column)
{
    switch (column.type) {
    case ColumnType::Number:
    case ColumnType::Integer:
    case ColumnType::Boolean:
    case ColumnType::Category:
        return true;
    case ColumnType::DateTime:
    case ColumnType::Identifier:
    case ColumnType::Text:
    case ColumnType::Constant:
        return false;
    }
    return false;
}

Task suggestedTask(const Column& target)
{
    if (!target.numeric())
        return Task::Classification;
    // A class is seen several times; numbers that nearly all differ measure something, however whole they are.
    constexpr std::size_t rowsOfClass = 3;
    const std::size_t present = target.numbers.size() - target.missing;
    const bool come = target.distinct <= 2 || present >= rowsOfClass * target.distinct;
    const bool classes = target.type == ColumnType::Integer && target.distinct <= mostClassesOfNumbers && come;
    return classes ? Task::Classification : Task::Regression;
}

std::optional<std::size_t> proposedTarget(const Table& table, const std::vector<bool>& taken)
{
    const std::vector<Column>& columns = table.columns;
    const auto isFree = [&](std::size_t i) { return taken.empty() || !taken[i]; };
    for (std::size_t i = columns.size(); i-- > 0;) {
        if (isFree(i) && (isNamedLikeTarget(columns[i]) || isLeadingY(columns, i)) &&
            (usableAsTarget(columns[i]) || holdsOneText(columns[i]) || holdsManyClasses(columns[i])))
            return i;
    }
    // Where no column has a name the classes stand first or last; numbers that take many values are none.
    const bool classesFirst = !table.header && columns.size() > 2 && isFree(0) && holdsClasses(columns.front()) &&
                              !holdsClasses(columns.back());
    if (classesFirst)
        return 0;
    // What is hardly ever filled in is a remark.
    for (const bool remarks : {false, true}) {
        for (std::size_t i = columns.size(); i-- > 0;) {
            if (isFree(i) && usableAsTarget(columns[i]) && (remarks || 2 * columns[i].missing <= table.rows))
                return i;
        }
    }
    return std::nullopt;
}

SplitMethod splitMethodOf(const DataChoices& choices, Task task)
{
    if (choices.split.method)
        return *choices.split.method;
    if (columnWith(Role::Group, choices))
        return SplitMethod::Group;
    return task == Task::Classification ? SplitMethod::Stratified : SplitMethod::Random;
}

DataChoices proposeChoices(const Table& table)
{
    DataChoices choices;
    choices.reading = readingOf(table);
    for (const Column& column : table.columns)
        choices.columns.push_back({roleWithoutTarget(column)});
    if (const std::optional<std::size_t> target = proposedTarget(table))
        choices.columns[*target].role = Role::Target;
    if (const std::optional<std::size_t> time = proposedTime(table, choices))
        choices.columns[*time].role = Role::Time;
    return choices;
}

std::optional<Message> problemWith(const DataChoices& choices, const Table& table)
{
    if (choices.columns.size() == table.columns.size())
        return choices.windows ? problemWith(*choices.windows) : std::nullopt;
    return message("data.roles-do-not-fit",
                   BROTO_TEXT("core",
                              "The choices are for a table of %1 columns, and this one has %2. Choose target and "
                              "features again."),
                   choices.columns.size(), table.columns.size());
}

Result<void> chooseTarget(DataChoices& choices, const Table& table, std::string_view name)
{
    if (const std::optional<Message> problem = problemWith(choices, table))
        return *problem;
    const Result<std::size_t> target = findColumn(table, name);
    if (!target)
        return target.error();
    if (choices.columns[*target].role == Role::Target)
        return {};
    for (std::size_t i = 0; i < choices.columns.size(); ++i) {
        if (choices.columns[i].role == Role::Target)
            choices.columns[i].role = roleWithoutTarget(table.columns[i]);
    }
    choices.columns[*target].role = Role::Target;
    choices.task.reset();
    return {};
}

Result<void> chooseFeatures(DataChoices& choices, const Table& table, std::span<const std::string> names)
{
    if (const std::optional<Message> problem = problemWith(choices, table))
        return *problem;
    const Result<std::vector<std::size_t>> columns = findColumns(table, names);
    if (!columns)
        return columns.error();
    std::vector<Role> roles = rolesOf(choices);
    std::replace(roles.begin(), roles.end(), Role::Feature, Role::Ignore);
    for (const std::size_t column : *columns) {
        if (roles[column] == Role::Target)
            return message("data.target-as-feature",
                           BROTO_TEXT("core", "The column \"%1\" is the target and cannot be a feature as well. Choose "
                                              "another target first."),
                           table.columns[column].header);
        roles[column] = Role::Feature;
    }
    setRoles(choices, roles);
    return {};
}

Result<void> ignoreColumns(DataChoices& choices, const Table& table, std::span<const std::string> names)
{
    if (const std::optional<Message> problem = problemWith(choices, table))
        return *problem;
    const Result<std::vector<std::size_t>> columns = findColumns(table, names);
    if (!columns)
        return columns.error();
    std::vector<Role> roles = rolesOf(choices);
    for (const std::size_t column : *columns) {
        if (roles[column] == Role::Target)
            return message("data.target-ignored",
                           BROTO_TEXT("core", "The column \"%1\" is the target and cannot be ignored. Choose another "
                                              "target first."),
                           table.columns[column].header);
        roles[column] = Role::Ignore;
    }
    setRoles(choices, roles);
    return {};
}

}
