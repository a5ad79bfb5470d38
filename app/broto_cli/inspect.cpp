#include "commands.h"
#include "common/number_text.h"
#include "data/number_set.h"
#include "data/window_plan.h"
#include "language.h"
#include "project/workflow.h"
#include "project_input.h"
#include "text_table.h"
#include "window_text.h"

#include <array>
#include <charconv>

namespace broto {

namespace {

std::string separatorName(char separator)
{
    return separator == '\t' ? "tab" : std::string(1, separator);
}

/// Six significant digits, for people.
std::string rounded(double value)
{
    constexpr int digits = 6;
    std::array<char, 32> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, digits).ptr;
    return shortest(parseNumber({buffer.data(), end}).value_or(value));
}

bool hasNumbers(const Column& column, std::size_t rows)
{
    return column.numeric() && column.missing < rows;
}

Json columnJson(const Column& column, Role role, std::size_t rows)
{
    const bool numbers = hasNumbers(column, rows);
    return {{"name", column.name},
            {"unit", column.unit},
            {"type", std::string(typeName(column.type))},
            {"role", std::string(roleName(role))},
            {"missing", column.missing},
            {"min", numbers ? jsonNumber(column.min) : Json(nullptr)},
            {"max", numbers ? jsonNumber(column.max) : Json(nullptr)},
            {"mean", numbers ? jsonNumber(column.mean) : Json(nullptr)},
            {"values", countDistinct(column)}};
}

/// What reading the table brought to light, and what learning from it as proposed would leave out.
std::vector<std::string> warningsOf(const Project& project)
{
    std::vector<std::string> warnings;
    for (const Message& warning : project.source->table->warnings)
        warnings.push_back(inUserLanguage(warning));
    const Result<Dataset> data = datasetOf(project);
    if (!data) {
        warnings.push_back(inUserLanguage(data.error()));
        return warnings;
    }
    for (const Message& warning : data->warnings)
        warnings.push_back(inUserLanguage(warning));
    for (const DataCheck& check : checksOf(project, *data))
        warnings.push_back(inUserLanguage(check.finding));
    return warnings;
}

/// The windows that would be learned from; nothing where there are none, or none can be.
std::optional<Stream> windowsOf(const Project& project)
{
    if (!project.data.windows)
        return std::nullopt;
    Result<WindowPlan> plan = planWindows(*project.source->table, project.data);
    return plan ? std::optional(std::move(plan->stream)) : std::nullopt;
}

Json documentOf(const Project& project, const std::vector<std::string>& warnings)
{
    const Table& table = *project.source->table;
    Json columns = Json::array();
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        columns.push_back(columnJson(table.columns[i], project.data.columns[i].role, table.rows));
    return {{"rows", table.rows},
            {"separator", std::string(1, table.separator)},
            {"decimal", std::string(1, table.decimal)},
            {"encoding", std::string(encodingName(table.encoding))},
            {"header", table.header},
            {"columns", std::move(columns)},
            {"windows", windowsJson(windowsOf(project))},
            {"warnings", warnings}};
}

std::string columnsText(const Project& project)
{
    const Table& table = *project.source->table;
    constexpr auto right = TextTable::Align::Right;
    TextTable text({{broto::text(BROTO_TEXT("cli", "column"))},
                    {broto::text(BROTO_TEXT("cli", "unit"))},
                    {broto::text(BROTO_TEXT("cli", "type"))},
                    {broto::text(BROTO_TEXT("cli", "role"))},
                    {broto::text(BROTO_TEXT("cli", "missing")), right},
                    {broto::text(BROTO_TEXT("cli", "values")), right},
                    {broto::text(BROTO_TEXT("cli", "min")), right},
                    {broto::text(BROTO_TEXT("cli", "max")), right},
                    {broto::text(BROTO_TEXT("cli", "mean")), right}});
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        const bool numbers = hasNumbers(column, table.rows);
        const auto number = [&](double value) { return numbers ? rounded(value) : ""; };
        text.addRow({column.name, column.unit, std::string(typeName(column.type)),
                     std::string(roleName(project.data.columns[i].role)), std::to_string(column.missing),
                     std::to_string(countDistinct(column)), number(column.min), number(column.max),
                     number(column.mean)});
    }
    return text.text();
}

std::string textOf(const Project& project, const std::vector<std::string>& warnings)
{
    const Table& table = *project.source->table;
    std::string text =
        broto::text(BROTO_TEXT("cli", "%1: %2 rows, %3 columns; separator “%4”, decimal sign “%5”, %6, header: %7"),
                    project.source->fileName, table.rows, table.columns.size(), separatorName(table.separator),
                    std::string(1, table.decimal), encodingName(table.encoding),
                    table.header ? broto::text(BROTO_TEXT("cli", "yes")) : broto::text(BROTO_TEXT("cli", "none")));
    text += "\n\n" + columnsText(project);
    if (const std::optional<Stream> windows = windowsOf(project))
        text += "\n" + windowsText(*windows) + "\n";
    for (const std::string& warning : warnings)
        text += "\n" + warning;
    return text + (warnings.empty() ? "" : "\n");
}

Result<Outcome> inspect(const std::string& table, const Session& session)
{
    const Result<Project> project = openTable(table, UseSidecar::Yes, session);
    if (!project)
        return project.error();
    const std::vector<std::string> warnings = warningsOf(*project);
    return Outcome{documentOf(*project, warnings), textOf(*project, warnings)};
}

}

void addInspect(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("inspect", text(BROTO_TEXT("cli", "Show what is in a table")));
    const auto table = std::make_shared<std::string>();
    command->add_option("table", *table, text(BROTO_TEXT("cli", "A CSV file, or a sample such as sample:iris")))
        ->required();
    command->callback([=, &session] { session.action = [=, &session] { return inspect(*table, session); }; });
}

}
