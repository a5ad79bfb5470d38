#include "boards/board.h"
#include "commands.h"
#include "common/number_text.h"
#include "common_options.h"
#include "export/cost_estimate.h"
#include "language.h"
#include "project/project_file.h"
#include "project/workflow.h"
#include "project_input.h"
#include "text_table.h"
#include "window_text.h"

#include <CLI/CLI.hpp>

#include <cmath>

namespace broto {

namespace {

using Costs = std::vector<std::optional<CostEstimate>>; ///< one a variant; nothing without a board

Json documentOf(const Project& project, Task task, double floatMetric, const Costs& costs)
{
    Json rows = Json::array();
    for (std::size_t i = 0; i < project.variants.size(); ++i) {
        const Variant& variant = *project.variants[i];
        const std::optional<CostEstimate>& cost = costs[i];
        rows.push_back({{"name", variant.model.name},
                        {"metric", jsonNumber(variant.test.headline)},
                        {"change", jsonNumber(variant.test.headline - floatMetric)},
                        {"weightBytes", weightBytes(variant.model)},
                        {"flashBytes", cost ? Json(cost->flashBytes) : Json(nullptr)},
                        {"ramBytes", cost ? Json(cost->ramBytes) : Json(nullptr)},
                        {"cycles", cost ? jsonNumber(cost->cycles) : Json(nullptr)},
                        {"microseconds", cost ? jsonNumber(cost->microseconds) : Json(nullptr)},
                        {"microjoules", cost ? jsonNumber(cost->microjoules) : Json(nullptr)},
                        {"fits", cost ? Json(cost->fits) : Json(nullptr)}});
    }
    return {{"task", std::string(taskName(task))},
            {"metric", std::string(headlineName(task))},
            {"variants", std::move(rows)}};
}

std::string signedText(double change)
{
    return std::isfinite(change) ? (change > 0 ? "+" : "") + fixed(change, 4) : "–";
}

std::string textOf(const Project& project, Task task, double floatMetric, const Costs& costs)
{
    constexpr auto right = TextTable::Align::Right;
    std::vector<TextTable::Column> columns = {{text(BROTO_TEXT("cli", "variant"))},
                                              {std::string(headlineName(task)), right},
                                              {text(BROTO_TEXT("cli", "change")), right},
                                              {text(BROTO_TEXT("cli", "weights (B)")), right}};
    const bool withBoard = !costs.empty() && costs.front().has_value();
    if (withBoard)
        for (const char* title : {BROTO_TEXT("cli", "flash (B)"), BROTO_TEXT("cli", "RAM (B)"),
                                  BROTO_TEXT("cli", "time (µs)"), BROTO_TEXT("cli", "energy (µJ)")})
            columns.push_back({text(title), right});
    TextTable table(columns);
    for (std::size_t i = 0; i < project.variants.size(); ++i) {
        const Variant& variant = *project.variants[i];
        std::vector<std::string> row = {variant.model.name, metricText(variant.test.headline),
                                        signedText(variant.test.headline - floatMetric),
                                        grouped(weightBytes(variant.model))};
        if (const std::optional<CostEstimate>& cost = costs[i])
            for (const std::string& cell : {grouped(cost->flashBytes), grouped(cost->ramBytes),
                                            fixed(cost->microseconds, 1), fixed(cost->microjoules, 2)})
                row.push_back(cell);
        table.addRow(row);
    }
    return table.text();
}

/// What a person must know about the estimates, below the table.
std::string notesOn(const Project& project, const Costs& costs, const Board& board)
{
    std::string notes = text(BROTO_TEXT("cli", "\nEstimates for %1; they count the model and its code, not the "
                                               "program around it."),
                             board.name) +
                        "\n";
    for (std::size_t i = 0; i < project.variants.size(); ++i) {
        if (!costs[i]->fits)
            notes +=
                text(BROTO_TEXT("cli", "%1 does not fit: the %2 has %3 bytes of flash and %4 of RAM."),
                     project.variants[i]->model.name, board.name, grouped(board.flashBytes), grouped(board.ramBytes)) +
                "\n";
    }
    return notes;
}

Result<Outcome> compare(const std::string& path, const std::optional<Board>& board)
{
    const Result<Project> project = loadProject(path);
    if (!project)
        return project.error();
    const auto floating = findVariant(*project, "float");
    if (!floating)
        return floating.error();
    Costs costs;
    for (const std::shared_ptr<const Variant>& variant : project->variants)
        costs.push_back(board ? std::optional(estimateCost(variant->model, *board)) : std::nullopt);
    const Task task = (*floating)->model.decoding.target.task;
    const double metric = (*floating)->test.headline;
    Outcome outcome{documentOf(*project, task, metric, costs), textOf(*project, task, metric, costs)};
    const std::optional<Stream>& stream = (*floating)->model.preprocessing.stream;
    outcome.document["windows"] = windowsJson(stream);
    if (stream)
        outcome.text += "\n" + windowsText(*stream) + "\n";
    if (board)
        outcome.text += notesOn(*project, costs, *board);
    return outcome;
}

}

void addCompare(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("compare", text(BROTO_TEXT("cli", "Show all variants side by side, and what they cost")));
    const auto path = std::make_shared<std::string>();
    const auto boardId = std::make_shared<std::string>();
    command->add_option("project", *path, text(BROTO_TEXT("cli", "A project file")))->required();
    addBoardOption(*command, *boardId);
    command->callback([=, &session] {
        session.action = [=] {
            return compare(*path, boardId->empty() ? std::nullopt : std::optional(*findBoard(*boardId)));
        };
    });
}

}
