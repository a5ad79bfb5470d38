#include "choice_words.h"
#include "commands.h"
#include "common/fingerprint.h"
#include "common/number_text.h"
#include "language.h"
#include "network/design_text.h"
#include "project/project_file.h"
#include "project/settings_json.h"
#include "project/stage.h"
#include "project/workflow.h"
#include "project_input.h"
#include "run_text.h"
#include "text_table.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

constexpr int noRun = 0;

Json runJson(const Project& project, const TrainedNetwork& run)
{
    return {{"run", run.number},
            {"current", run.number == project.trained->number},
            {"metric", std::string(headlineName(taskOf(run)))},
            {"train", jsonNumber(run.training.headline)},
            {"validation", jsonNumber(run.validation.headline)},
            {"test", jsonNumber(run.test.headline)},
            {"epochs", run.history.size()},
            {"bestEpoch", run.bestEpoch},
            {"parameters", parameterCount(shapeOf(run.network))},
            {"instructionSet", run.instructionSet},
            {"data", hexadecimal(run.dataFingerprint)},
            {"layers", toJson(run.design)["hidden"]},
            {"settings", toJson(run.settings)},
            {"differences", differencesFromBefore(project, run.number)}};
}

std::string tableText(const Project& project)
{
    constexpr auto right = TextTable::Align::Right;
    TextTable table({{text(BROTO_TEXT("cli", "run")), right},
                     {text(BROTO_TEXT("cli", "hidden layers"))},
                     {text(BROTO_TEXT("cli", "optimizer"))},
                     {text(BROTO_TEXT("cli", "rate")), right},
                     {text(BROTO_TEXT("cli", "epochs")), right},
                     {text(BROTO_TEXT("cli", "best")), right},
                     {text(BROTO_TEXT("cli", "metric"))},
                     {text(BROTO_TEXT("cli", "training")), right},
                     {text(BROTO_TEXT("cli", "validation")), right},
                     {text(BROTO_TEXT("cli", "test")), right}});
    for (const std::shared_ptr<const TrainedNetwork>& run : allRuns(project))
        table.addRow({std::to_string(run->number) + (run == project.trained ? "*" : " "), designText(run->design),
                      std::string(optimizerName(run->settings.optimizer)), shortest(run->settings.learningRate),
                      std::to_string(run->history.size()), std::to_string(run->bestEpoch),
                      wordFor(headlineName(taskOf(*run))), metricText(run->training.headline),
                      metricText(run->validation.headline), metricText(run->test.headline)});
    return table.text() + "\n" + text(BROTO_TEXT("cli", "* The run that the variants are made of.")) + "\n";
}

Outcome outcomeOf(const Project& project)
{
    Outcome outcome{{{"runs", Json::array()}}, tableText(project)};
    for (const std::shared_ptr<const TrainedNetwork>& run : allRuns(project)) {
        outcome.document["runs"].push_back(runJson(project, *run));
        if (const std::string differences = differencesText(project, run->number); !differences.empty())
            outcome.text += "\n" + differences;
    }
    return outcome;
}

Result<Project> broughtBack(const Project& project, const std::string& path, int number, const Session& session)
{
    const Result<Dataset> data = datasetOf(project, session.control);
    if (!data)
        return data.error();
    Result<Project> after = withRun(project, *data, number);
    if (!after)
        return after;
    after = withVariantsOfRun(*std::move(after), *data, session.control);
    if (!after)
        return after;
    if (const Result<void> saved = saveProject(*after, path); !saved)
        return saved.error();
    return after;
}

Result<Outcome> runs(const std::string& path, int use, const Session& session)
{
    Result<Project> project = loadProject(path);
    if (!project)
        return project.error();
    if (use != noRun && !(project->trained && project->trained->number == use))
        project = broughtBack(*project, path, use, session);
    if (!project)
        return project.error();
    if (!project->trained)
        return *reasonFor(Stage::Compress, *project);
    return outcomeOf(*project);
}

}

void addRuns(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("runs", text(BROTO_TEXT("cli", "Show all trainings of a project, and what differed")));
    const auto path = std::make_shared<std::string>();
    const auto use = std::make_shared<int>(noRun);
    command->add_option("project", *path, text(BROTO_TEXT("cli", "A project file")))->required();
    command
        ->add_option("--use", *use,
                     text(BROTO_TEXT("cli", "Bring the run of this number back: the variants are made of it again")))
        ->check(CLI::PositiveNumber);
    command->callback([=, &session] { session.action = [=, &session] { return runs(*path, *use, session); }; });
}

}
