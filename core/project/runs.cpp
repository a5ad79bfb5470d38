#include "project/runs.h"

#include "project/stage.h"
#include "project/unknown_fields.h"
#include "project/variants.h"

#include <algorithm>

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

Message noState(int number)
{
    return message("project.run-without-state",
                   BROTO_TEXT("core",
                              "Run %1 holds its network alone, and not what it takes to go on with the training. "
                              "Train anew."),
                   number);
}

Message epochsAlreadyRun(int number, std::size_t epochs)
{
    return message("project.epochs-already-run",
                   BROTO_TEXT("core", "Run %1 has had %2 epochs already. Choose a larger number to go on with it."),
                   number, epochs);
}

Message patienceIsOver(const TrainedNetwork& run)
{
    return message("project.patience-is-over",
                   BROTO_TEXT("core", "Run %1 ended by itself: for %2 epochs its loss had not become lower. Train anew "
                                      "with more patience to give it longer."),
                   run.number, run.settings.patience);
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

void keepAmongEarlier(std::vector<Run>& runs, const Run& run)
{
    const auto place =
        std::find_if(runs.begin(), runs.end(), [&](const Run& other) { return other->number > run->number; });
    runs.insert(place, withoutState(run));
    if (runs.size() > mostEarlierRuns)
        runs.erase(runs.begin());
}

}

Result<Project> trained(const Project& project, const Dataset& data, const RunControl& control,
                        const EpochObserver& observer)
{
    Result<TrainedNetwork> result = train(data, project.design, project.training, control, observer);
    if (!result)
        return result.error();
    result->number = highestNumber(project) + 1;
    Project after = project;
    if (project.trained)
        keepAmongEarlier(after.earlierRuns, project.trained);
    after.trained = std::make_shared<const TrainedNetwork>(std::move(*result));
    forgetUnknown(after.unknown, {"trained"});
    return withVariantsOfRun(std::move(after), data, control);
}

Result<Project> trainedOn(const Project& project, const Dataset& data, int epochs, const RunControl& control,
                          const EpochObserver& observer)
{
    if (!project.trained)
        return *reasonFor(Stage::Compress, project);
    const TrainedNetwork& earlier = *project.trained;
    if (!belongsTo(earlier, data))
        return otherData(earlier.number);
    if (!earlier.state)
        return noState(earlier.number);
    if (epochs <= static_cast<int>(earlier.history.size()))
        return epochsAlreadyRun(earlier.number, earlier.history.size());
    Result<TrainedNetwork> result = trainOn(data, earlier, epochs, control, observer);
    if (!result)
        return result.error();
    if (result->history.size() == earlier.history.size() && !control.stopRequested())
        return patienceIsOver(earlier);
    result->number = earlier.number;
    result->earlierPlans = earlier.earlierPlans;
    if (result->settings != earlier.settings || result->instructionSet != earlier.instructionSet)
        result->earlierPlans.push_back(
            {earlier.settings.epochs, static_cast<int>(earlier.history.size()), earlier.instructionSet});
    Project after = project;
    // More epochs of the same run are no change since the training.
    if (project.training == earlier.settings)
        after.training = result->settings;
    after.trained = std::make_shared<const TrainedNetwork>(std::move(*result));
    forgetUnknown(after.unknown, {"trained"});
    return withVariantsOfRun(std::move(after), data, control);
}

Result<Project> withRun(const Project& project, const Dataset& data, int number, const RunControl& control)
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
    if (project.trained)
        keepAmongEarlier(after.earlierRuns, project.trained);
    after.trained = run;
    after.design = run->design;
    after.training = run->settings;
    forgetUnknown(after.unknown, {"trained"});
    return withVariantsOfRun(std::move(after), data, control);
}

}
