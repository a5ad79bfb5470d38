#include "project/kept_runs.h"

#include <algorithm>

namespace broto {

namespace {

using Run = std::shared_ptr<const TrainedNetwork>;

bool same(const TrainedNetwork& a, const TrainedNetwork& b)
{
    return a.number == b.number && a.history == b.history && a.dataFingerprint == b.dataFingerprint;
}

}

RunChoice runChoiceOf(const Project& project)
{
    return {project.design, project.training, project.trained, project.earlierRuns, project.variants};
}

Project withRunChoice(Project project, const RunChoice& choice)
{
    const std::vector<Run> before = allRuns(project);
    project.design = choice.design;
    project.training = choice.training;
    project.trained = choice.trained;
    project.earlierRuns = choice.earlierRuns;
    project.variants = choice.variants;
    for (const Run& run : before) {
        const std::vector<Run> now = allRuns(project);
        if (std::none_of(now.begin(), now.end(), [&](const Run& other) { return same(*run, *other); }))
            project = withEarlierRun(std::move(project), run);
    }
    return project;
}

Project withoutEarlierRun(Project project, int number)
{
    std::erase_if(project.earlierRuns, [&](const Run& run) { return run->number == number; });
    return project;
}

Project withEarlierRun(Project project, Run run)
{
    const std::vector<Run> runs = allRuns(project);
    const bool taken =
        std::any_of(runs.begin(), runs.end(), [&](const Run& other) { return other->number == run->number; });
    auto copy = std::make_shared<TrainedNetwork>(*run);
    copy->state.reset();
    if (taken)
        copy->number = runs.back()->number + 1;
    const auto place = std::find_if(project.earlierRuns.begin(), project.earlierRuns.end(),
                                    [&](const Run& other) { return other->number > copy->number; });
    project.earlierRuns.insert(place, std::move(copy));
    return project;
}

Run findRun(const Project& project, int number)
{
    const std::vector<Run> runs = allRuns(project);
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return run->number == number; });
    return found == runs.end() ? nullptr : *found;
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
