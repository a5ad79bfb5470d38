#include "project/kept_runs.h"

#include "project/unknown_fields.h"

#include <algorithm>
#include <utility>

namespace broto {

namespace {

using Run = std::shared_ptr<const TrainedNetwork>;

bool same(const TrainedNetwork& a, const TrainedNetwork& b)
{
    return a.number == b.number && a.history == b.history && a.dataFingerprint == b.dataFingerprint;
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

void dropOldest(Project& project)
{
    std::vector<Run>& runs = project.earlierRuns;
    while (runs.size() > mostEarlierRuns || bytesOf(runs) > mostEarlierBytes)
        runs.erase(runs.begin());
}

/// Whether a run is what another has become in more epochs. One that has been imported has none and becomes nothing.
bool wentOn(const TrainedNetwork& before, const TrainedNetwork& after)
{
    return !isImported(before) && before.number == after.number && before.dataFingerprint == after.dataFingerprint &&
           before.history.size() <= after.history.size() &&
           std::equal(before.history.begin(), before.history.end(), after.history.begin());
}

Run withFreeNumber(const Project& project, Run run)
{
    if (!findRun(project, run->number))
        return run;
    auto copy = std::make_shared<TrainedNetwork>(*run);
    copy->number = nextRunNumber(project);
    return copy;
}

}

RunChoice runChoiceOf(const Project& project)
{
    return {project.design, project.training, project.trained, project.earlierRuns, project.variants, project.unknown};
}

Project withRunChoice(Project project, const RunChoice& choice)
{
    const std::vector<Run> before = allRuns(project);
    project.design = choice.design;
    project.training = choice.training;
    project.trained = choice.trained;
    project.earlierRuns = choice.earlierRuns;
    project.variants = choice.variants;
    project.unknown = choice.unknown;
    for (const Run& run : before) {
        const std::vector<Run> now = allRuns(project);
        if (std::none_of(now.begin(), now.end(), [&](const Run& other) { return same(*run, *other); }))
            project = withEarlierRun(std::move(project), run);
    }
    return project;
}

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
    dropOldest(project);
}

void forgetVariants(Project& project)
{
    project.variants.clear();
    forgetUnknown(project.unknown, {"variants"});
}

Project withFinishedRun(Project project, Run run)
{
    if (project.trained && wentOn(*project.trained, *run)) {
        forgetUnknown(project.unknown, {"trained"});
    } else {
        std::erase_if(project.earlierRuns, [&](const Run& other) { return wentOn(*other, *run); });
        keepLastRun(project);
        run = withFreeNumber(project, std::move(run));
    }
    project.trained = std::move(run);
    forgetVariants(project);
    return project;
}

Project withoutEarlierRun(Project project, int number)
{
    std::erase_if(project.earlierRuns, [&](const Run& run) { return run->number == number; });
    return project;
}

Project withEarlierRun(Project project, Run run)
{
    run = withFreeNumber(project, withoutState(run));
    const auto place = std::find_if(project.earlierRuns.begin(), project.earlierRuns.end(),
                                    [&](const Run& other) { return other->number > run->number; });
    project.earlierRuns.insert(place, std::move(run));
    dropOldest(project);
    return project;
}

Run findRun(const Project& project, int number)
{
    const std::vector<Run> runs = allRuns(project);
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return run->number == number; });
    return found == runs.end() ? nullptr : *found;
}

int nextRunNumber(const Project& project)
{
    const std::vector<Run> runs = allRuns(project);
    int next = runs.empty() ? 1 : std::min(runs.back()->number, largestRunNumber - 1) + 1;
    while (findRun(project, next)) // there are far fewer runs than numbers
        --next;
    return next;
}

std::vector<Run> allRuns(const Project& project)
{
    std::vector<Run> runs = project.earlierRuns;
    if (project.trained) {
        const auto place = std::find_if(runs.begin(), runs.end(),
                                        [&](const Run& run) { return run->number > project.trained->number; });
        runs.insert(place, project.trained);
    }
    return runs;
}

}
