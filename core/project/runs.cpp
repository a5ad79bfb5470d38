#include "project/runs.h"

#include "project/kept_runs.h"
#include "project/stage.h"
#include "project/unknown_fields.h"
#include "project/variants.h"

#include <algorithm>
#include <utility>

namespace broto {

namespace {

using Run = std::shared_ptr<const TrainedNetwork>;

Message noSuchRun(int number)
{
    return message(
        "project.no-such-run",
        BROTO_TEXT("core", "The project has no earlier run %1. See which there are, and choose one of them."), number);
}

Message otherData(int number)
{
    return message("project.run-of-other-data",
                   BROTO_TEXT("core",
                              "Run %1 learned from other data than the project has now. Choose the data as they "
                              "were then, or train anew."),
                   number);
}

}

Result<Project> withNewRun(const Project& project, const Dataset& data, const RunControl& control,
                           const EpochObserver& observer)
{
    Result<TrainedNetwork> result = train(data, project.design, project.training, control, observer);
    if (!result)
        return result.error();
    result->number = nextRunNumber(project);
    return withFinishedRun(project, std::make_shared<const TrainedNetwork>(std::move(*result)));
}

Result<Project> withLongerRun(const Project& project, const Dataset& data, int epochs, const RunControl& control,
                              const EpochObserver& observer)
{
    if (!project.trained)
        return *reasonFor(Stage::Compress, project);
    Result<TrainedNetwork> result = trainOn(data, *project.trained, epochs, control, observer);
    if (!result)
        return result.error();
    result->number = project.trained->number;
    return withFinishedRun(project, std::make_shared<const TrainedNetwork>(std::move(*result)));
}

Result<Project> withRun(const Project& project, const Dataset& data, int number)
{
    const auto found = std::find_if(project.earlierRuns.begin(), project.earlierRuns.end(),
                                    [&](const Run& run) { return run->number == number; });
    if (found == project.earlierRuns.end())
        return noSuchRun(number);
    const Run run = *found;
    if (!belongsTo(*run, data))
        return otherData(number);
    Project after = project;
    std::erase(after.earlierRuns, run);
    keepLastRun(after);
    moveUnknown(after.unknown, {"earlierRuns", std::to_string(number)}, {"trained"});
    after.trained = run;
    after.design = run->design;
    after.training = run->settings;
    forgetVariants(after);
    return after;
}

Result<Project> trained(const Project& project, const Dataset& data, const RunControl& control,
                        const EpochObserver& observer)
{
    Result<Project> after = withNewRun(project, data, control, observer);
    return after ? withVariantsOfRun(*std::move(after), data, control) : after;
}

Result<Project> trainedOn(const Project& project, const Dataset& data, int epochs, const RunControl& control,
                          const EpochObserver& observer)
{
    Result<Project> after = withLongerRun(project, data, epochs, control, observer);
    return after ? withVariantsOfRun(*std::move(after), data, control) : after;
}

}
