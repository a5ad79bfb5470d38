#include "project/verification.h"

#include "choice_words.h"
#include "commands.h"
#include "language.h"
#include "project/project_file.h"
#include "project/stage.h"
#include "project/workflow.h"
#include "project_input.h"
#include "training_report.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

Json documentOf(const Verification& verification, const TrainedNetwork& run, Task task)
{
    const bool bits = verification.comparableBits();
    return {{"confirmed", verification.confirmed()},
            {"run", run.number},
            {"epochs", run.history.size()},
            {"recordedInstructionSet", verification.recordedInstructions},
            {"instructionSet", verification.usedInstructions},
            {"sameWeights", verification.sameWeights},
            {"sameNumbers", verification.sameNumbers},
            {"metric", std::string(headlineName(task))},
            {"recorded", jsonNumber(verification.recorded)},
            {"found", jsonNumber(verification.found)},
            {"tolerance", bits ? Json(nullptr) : jsonNumber(verification.tolerance)}};
}

/// Why not every bit can be compared.
std::string otherInstructions(const Verification& verification)
{
    const bool known = !verification.recordedInstructions.empty() && verification.recordedInstructions != "mixed";
    return known
               ? text(BROTO_TEXT("cli", "The run was made with the processor's instructions %1, which this machine "
                                        "does not have, so that the last bits may differ."),
                      verification.recordedInstructions)
               : text(BROTO_TEXT("cli", "No single set of processor's instructions is known for this run, so that the "
                                        "last bits may differ."));
}

std::string metricsText(const Verification& verification, Task task)
{
    return text(BROTO_TEXT("cli", "%1: %2 stored, %3 trained again."), wordFor(headlineName(task)),
                metricText(verification.recorded), metricText(verification.found));
}

std::string textOf(const Verification& verification, const TrainedNetwork& run, Task task)
{
    const std::string what = text(BROTO_TEXT("cli", "Trained run %1 again: %2 epochs with the instructions %3."),
                                  run.number, run.history.size(), verification.usedInstructions);
    const std::string metrics = metricsText(verification, task);
    if (verification.comparableBits() && verification.confirmed())
        return what + "\n" +
               text(BROTO_TEXT("cli", "The same, bit for bit: all %1 weights, the curve and the metrics."),
                    parameterCount(shapeOf(run.network))) +
               "\n";
    if (verification.comparableBits())
        return what + "\n" +
               (verification.sameWeights
                    ? text(BROTO_TEXT("cli", "Different: the weights are the same, but not the curve or the metrics."))
                    : text(BROTO_TEXT("cli", "Different: the weights are not the same."))) +
               "\n" + metrics + "\n";
    return otherInstructions(verification) + "\n" + what + "\n" + metrics + "\n" +
           text(verification.confirmed() ? BROTO_TEXT("cli", "They agree within the tolerance of %1.")
                                         : BROTO_TEXT("cli", "They differ by more than the tolerance of %1."),
                metricText(verification.tolerance)) +
           "\n";
}

Result<Outcome> verify(const std::string& path, const Session& session)
{
    const Result<Project> project = loadProject(path);
    if (!project)
        return project.error();
    if (!project->trained)
        return *reasonFor(Stage::Compress, *project);
    const Result<Dataset> data = datasetOf(*project, session.control);
    if (!data)
        return data.error();
    const TrainedNetwork& run = *project->trained;
    const Task task = data->target.task;
    const Result<Verification> verification =
        verified(*project, *data, session.control, epochLines(session, static_cast<int>(run.history.size()), task));
    if (!verification)
        return verification.error();
    return Outcome{documentOf(*verification, run, task), textOf(*verification, run, task), !verification->confirmed()};
}

}

void addVerify(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand(
        "verify", text(BROTO_TEXT("cli", "Train again from what is stored, and see whether the numbers are the same")));
    const auto path = std::make_shared<std::string>();
    command->add_option("project", *path, text(BROTO_TEXT("cli", "A project file")))->required();
    command->callback([=, &session] { session.action = [=, &session] { return verify(*path, session); }; });
}

}
