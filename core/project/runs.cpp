#include "project/runs.h"

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

int highestNumber(const Project& project)
{
    int highest = project.trained ? project.trained->number : 0;
    for (const Run& run : project.earlierRuns)
        highest = std::max(highest, run->number);
    return highest;
}

/// What goes among the earlier runs is looked at and compared, not gone on with.
Run withoutState(const Run& run)
{
    if (!run->state)
        return run;
    auto copy = std::make_shared<TrainedNetwork>(*run);
    copy->state.reset();
    return copy;
}

/// What a run takes up in a project file, about: its weights, and its curve in text.
std::size_t bytesOf(const Run& run)
{
    constexpr std::size_t bytesOfAnEpoch = 60;
    const auto parameters = static_cast<std::size_t>(parameterCount(shapeOf(run->network)));
    return parameters * sizeof(float) + run->history.size() * bytesOfAnEpoch;
}

std::size_t bytesOf(const std::vector<Run>& runs)
{
    std::size_t bytes = 0;
    for (const Run& run : runs)
        bytes += bytesOf(run);
    return bytes;
}

/// The last run of a project joins the earlier ones, with what a newer program has put into it.
void keepLastRun(Project& project)
{
    if (!project.trained)
        return;
    const Run run = std::exchange(project.trained, nullptr);
    moveUnknown(project.unknown, {"trained"}, {"earlierRuns", std::to_string(run->number)});
    std::vector<Run>& runs = project.earlierRuns;
    const auto place =
        std::find_if(runs.begin(), runs.end(), [&](const Run& other) { return other->number > run->number; });
    runs.insert(place, withoutState(run));
    while (runs.size() > mostEarlierRuns || bytesOf(runs) > mostEarlierBytes)
        runs.erase(runs.begin());
}

void forgetVariants(Project& project)
{
    project.variants.clear();
    forgetUnknown(project.unknown, {"variants"});
}

}

Result<Project> withNewRun(const Project& project, const Dataset& data, const RunControl& control,
                           const EpochObserver& observer)
{
    Result<TrainedNetwork> result = train(data, project.design, project.training, control, observer);
    if (!result)
        return result.error();
    result->number = highestNumber(project) + 1;
    Project after = project;
    keepLastRun(after);
    after.trained = std::make_shared<const TrainedNetwork>(std::move(*result));
    forgetVariants(after);
    return after;
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
    Project after = project;
    after.trained = std::make_shared<const TrainedNetwork>(std::move(*result));
    forgetUnknown(after.unknown, {"trained"});
    forgetVariants(after);
    return after;
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
