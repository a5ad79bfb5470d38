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

struct ResumeOptions {
    std::string project;
    std::string output; ///< empty: the project itself
    int more = 0;       ///< 0: to the planned end
};

/// How many epochs there will be in all.
Result<int> epochsInAll(const TrainedNetwork& run, int more)
{
    const int done = static_cast<int>(run.history.size());
    if (more > 0)
        return more <= mostEpochs - done ? done + more : mostEpochs + 1; // what is too much, the trainer says
    if (done < run.settings.epochs)
        return run.settings.epochs;
    return message("cli.all-epochs-run",
                   BROTO_TEXT("cli",
                              "All %1 planned epochs have been run. Add --more and a number to go on for as many "
                              "epochs."),
                   run.settings.epochs);
}

Result<Outcome> resume(const ResumeOptions& options, Session& session)
{
    const Result<Project> project = loadProject(options.project);
    if (!project)
        return project.error();
    if (!project->trained)
        return *reasonFor(Stage::Compress, *project);
    const Result<int> epochs = epochsInAll(*project->trained, options.more);
    if (!epochs)
        return epochs.error();
    const Result<Dataset> data = datasetOf(*project, session.control);
    if (!data)
        return data.error();
    const Result<Project> after =
        trainedOn(*project, *data, *epochs, session.control, epochLines(session, *epochs, data->target.task));
    if (!after)
        return after.error();
    warnWhenNotQuantized(*after, *data, session);
    const std::string& output = options.output.empty() ? options.project : options.output;
    if (const Result<void> saved = saveProject(*after, output); !saved)
        return saved.error();
    const TrainingFindings findings{reportsOn(after->trained->network, *data), {}};
    return Outcome{trainingJson(*after, *data, findings), trainingText(*after, *data, findings, output)};
}

}

void addResume(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("resume", text(BROTO_TEXT("cli", "Go on with a training exactly where it stood")));
    const auto options = std::make_shared<ResumeOptions>();
    command->add_option("project", options->project, text(BROTO_TEXT("cli", "A project file")))->required();
    command
        ->add_option("--more", options->more,
                     text(BROTO_TEXT("cli", "Epochs to add (default: those of the plan that are left)")))
        ->check(CLI::Range(1, mostEpochs));
    command->add_option("-o,--output", options->output,
                        text(BROTO_TEXT("cli", "The project file to write (default: the same)")));
    command->callback([=, &session] { session.action = [=, &session] { return resume(*options, session); }; });
}

}
