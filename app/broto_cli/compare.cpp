#include "boards/board.h"
#include "choice_words.h"
#include "commands.h"
#include "common/cancelled.h"
#include "common/number_text.h"
#include "common_options.h"
#include "compression/model_comparison.h"
#include "export/cost_estimate.h"
#include "language.h"
#include "project/project_file.h"
#include "project/workflow.h"
#include "project_input.h"
#include "text_table.h"
#include "window_text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

using Costs = std::vector<std::optional<CostEstimate>>;          ///< one a variant; nothing without a board
using Comparisons = std::vector<std::optional<ModelComparison>>; ///< with float, on the test rows; nothing without them

Json jsonOf(const Interval& interval)
{
    return Json::array({jsonNumber(interval.low), jsonNumber(interval.high)});
}

/// What the test rows say beyond the metrics.
void addComparison(Json& row, const std::optional<ModelComparison>& comparison)
{
    row["interval"] = comparison ? jsonOf(comparison->metric) : Json(nullptr);
    row["changeInterval"] = comparison ? jsonOf(comparison->change.changeInterval) : Json(nullptr);
    row["probability"] = comparison ? jsonNumber(comparison->change.probability) : Json(nullptr);
    row["agreement"] = comparison ? jsonNumber(comparison->change.agreement) : Json(nullptr);
}

Json documentOf(const Project& project, Task task, double floatMetric, const Costs& costs,
                const Comparisons& comparisons)
{
    Json rows = Json::array();
    for (std::size_t i = 0; i < project.variants.size(); ++i) {
        const Variant& variant = *project.variants[i];
        const std::optional<CostEstimate>& cost = costs[i];
        Json row = {{"name", variant.model.name},
                    {"method", methodOf(variant)},
                    {"bits", bitsOf(variant)},
                    {"storage", storageText(variant.model)},
                    {"extraEpochs", variant.extraEpochs},
                    {"control", variant.control ? jsonNumber(variant.control->test.headline) : Json(nullptr)},
                    {"metric", jsonNumber(variant.test.headline)},
                    {"change", jsonNumber(variant.test.headline - floatMetric)},
                    {"weightBytes", weightBytes(variant.model)},
                    {"flashBytes", cost ? Json(cost->flashBytes) : Json(nullptr)},
                    {"ramBytes", cost ? Json(cost->ramBytes) : Json(nullptr)},
                    {"cycles", cost ? jsonNumber(cost->cycles) : Json(nullptr)},
                    {"microseconds", cost ? jsonNumber(cost->microseconds) : Json(nullptr)},
                    {"microjoules", cost ? jsonNumber(cost->microjoules) : Json(nullptr)},
                    {"fits", cost ? Json(cost->fits()) : Json(nullptr)}};
        addComparison(row, comparisons[i]);
        rows.push_back(std::move(row));
    }
    return {{"task", std::string(taskName(task))},
            {"metric", std::string(headlineName(task))},
            {"variants", std::move(rows)}};
}

std::string signedText(double change)
{
    return std::isfinite(change) ? (change > 0 ? "+" : "") + fixed(change, 4) : "–";
}

std::string percentText(double share)
{
    return std::isfinite(share) ? fixed(100 * share, 1) + " %" : "–";
}

std::string intervalText(const Interval& interval)
{
    return std::isfinite(interval.low) ? signedText(interval.low) + " … " + signedText(interval.high) : "–";
}

std::string textOf(const Project& project, Task task, double floatMetric, const Costs& costs,
                   const Comparisons& comparisons)
{
    constexpr auto right = TextTable::Align::Right;
    std::vector<TextTable::Column> columns = {{text(BROTO_TEXT("cli", "variant"))},
                                              {wordFor(headlineName(task)), right},
                                              {text(BROTO_TEXT("cli", "change")), right},
                                              {text(BROTO_TEXT("cli", "95 % interval")), right},
                                              {text(BROTO_TEXT("cli", "same answers")), right},
                                              {text(BROTO_TEXT("cli", "to control")), right},
                                              {text(BROTO_TEXT("cli", "weights (B)")), right}};
    const bool withBoard = !costs.empty() && costs.front().has_value();
    if (withBoard)
        for (const char* title : {BROTO_TEXT("cli", "flash (B)"), BROTO_TEXT("cli", "RAM (B)"),
                                  BROTO_TEXT("cli", "time (µs)"), BROTO_TEXT("cli", "energy (µJ)")})
            columns.push_back({text(title), right});
    TextTable table(columns);
    for (std::size_t i = 0; i < project.variants.size(); ++i) {
        const Variant& variant = *project.variants[i];
        const std::optional<ModelComparison>& comparison = comparisons[i];
        std::vector<std::string> row = {
            variant.model.name,
            metricText(variant.test.headline),
            signedText(variant.test.headline - floatMetric),
            comparison && i > 0 ? intervalText(comparison->change.changeInterval) : "–",
            comparison && i > 0 ? percentText(comparison->change.agreement) : "–",
            variant.control ? signedText(variant.test.headline - variant.control->test.headline) : "–",
            grouped(weightBytes(variant.model))};
        if (const std::optional<CostEstimate>& cost = costs[i])
            for (const std::string& cell : {grouped(cost->flashBytes), grouped(cost->ramBytes),
                                            fixed(cost->microseconds, 1), fixed(cost->microjoules, 2)})
                row.push_back(cell);
        table.addRow(row);
    }
    return table.text();
}

/// What the columns mean that tell of the test rows.
std::string notesOn(const Project& project, const ModelComparison& ofFloat)
{
    std::string notes =
        text(BROTO_TEXT("cli", "\nChanges are against float on the same %1 test rows, which chose nothing."),
             ofFloat.rows.size()) +
        "\n";
    if (ofFloat.change.task == Task::Regression)
        notes +=
            text(BROTO_TEXT("cli", "Answers count as the same within a hundredth of the target's deviation.")) + "\n";
    const auto has = [&](bool learnedLonger) {
        return std::any_of(project.variants.begin(), project.variants.end(), [&](const auto& variant) {
            return variant->control && (variant->extraEpochs > 0) == learnedLonger;
        });
    };
    if (has(true))
        notes +=
            text(BROTO_TEXT("cli", "The control is the float network after as many extra epochs: what remains is the "
                                   "compression's own.")) +
            "\n";
    if (has(false))
        notes +=
            text(BROTO_TEXT("cli", "The control of a distilled network is the same one, trained without a teacher.")) +
            "\n";
    return notes;
}

/// What a person must know about the estimates, below the table.
std::string notesOn(const Project& project, const Costs& costs, const Board& board)
{
    std::string notes = text(BROTO_TEXT("cli", "\nEstimates for %1; they count the model and its code, not the "
                                               "program around it."),
                             board.name) +
                        "\n";
    for (std::size_t i = 0; i < project.variants.size(); ++i) {
        if (!costs[i]->fits())
            notes +=
                text(BROTO_TEXT("cli",
                                "%1 does not fit: it takes %2 bytes of flash, and of RAM %3 and up to %4 of stack; "
                                "the %5 has %6 bytes of flash and %7 of RAM."),
                     project.variants[i]->model.name, grouped(costs[i]->flashBytes), grouped(costs[i]->ramBytes),
                     grouped(costs[i]->stackBytes), board.name, grouped(board.flashBytes), grouped(board.ramBytes)) +
                "\n";
    }
    return notes;
}

/// Nothing where the data are not those of the variants any more: what was measured then still holds.
std::optional<Dataset> dataOf(const Project& project)
{
    Result<Dataset> data = datasetOf(project);
    if (!data || !project.trained || !belongsTo(*project.trained, *data))
        return std::nullopt;
    return std::move(*data);
}

Result<Outcome> compare(const std::string& path, const std::optional<Board>& board, const RunControl& control)
{
    const Result<Project> project = loadProject(path);
    if (!project)
        return project.error();
    const auto floating = findVariant(*project, "float");
    if (!floating)
        return floating.error();
    const std::optional<Dataset> data = dataOf(*project);
    Costs costs;
    Comparisons comparisons;
    for (const std::shared_ptr<const Variant>& variant : project->variants) {
        costs.push_back(board ? std::optional(estimateCost(variant->model, *board)) : std::nullopt);
        const bool both = data && answersRowsOf((*floating)->model, *data) && answersRowsOf(variant->model, *data);
        comparisons.push_back(
            both ? std::optional(compareModels((*floating)->model, variant->model, data->test, control))
                 : std::nullopt);
    }
    if (control.cancelled())
        return cancelledByUser();
    const Task task = (*floating)->model.decoding.target.task;
    const double metric = (*floating)->test.headline;
    Outcome outcome{documentOf(*project, task, metric, costs, comparisons),
                    textOf(*project, task, metric, costs, comparisons)};
    const auto place = std::find(project->variants.begin(), project->variants.end(), *floating);
    if (const auto& ofFloat = comparisons[static_cast<std::size_t>(place - project->variants.begin())];
        ofFloat && !ofFloat->rows.empty())
        outcome.text += notesOn(*project, *ofFloat);
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
        session.action = [=, &session] {
            return compare(*path, boardId->empty() ? std::nullopt : std::optional(*findBoard(*boardId)),
                           session.control);
        };
    });
}

}
