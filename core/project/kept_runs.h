#pragma once

#include "project/project.h"

namespace broto {

/// What a project keeps of its earlier runs: the oldest make room for new ones. A file must not outgrow what can be
/// saved (archive.h) and read again, however large the networks are.
inline constexpr std::size_t mostEarlierRuns = 100;
inline constexpr std::size_t mostEarlierBytes = std::size_t(256) << 20;

/// Runs are numbered from 1 up to this, more than anybody trains.
inline constexpr int largestRunNumber = 1'000'000;

/// What belongs to the choice of a run: the run itself, what it was made by, and what was made of it.
struct RunChoice {
    NetworkDesign design;
    TrainingSettings training;
    std::shared_ptr<const TrainedNetwork> trained;
    std::vector<std::shared_ptr<const TrainedNetwork>> earlierRuns;
    std::vector<std::shared_ptr<const Variant>> variants;
    UnknownContent unknown;
};

RunChoice runChoiceOf(const Project& project);

/// The project with that choice. No run is lost: what the project has beyond the choice stays among the earlier runs,
/// with another number where the choice has a different run of the same.
Project withRunChoice(Project project, const RunChoice& choice);

/// The project with a run that has been trained for it, perhaps while it was changed: what was its last run goes among
/// the earlier ones, and the variants are gone. A run that went on takes the place of what it was; any other gets
/// another number where its own has been given away since.
Project withFinishedRun(Project project, std::shared_ptr<const TrainedNetwork> run);

/// The last run, where there is one, joins the earlier ones, with what a newer program has put into it.
void keepLastRun(Project& project);

/// Together with what a newer program has put into them.
void forgetVariants(Project& project);

/// Without an earlier run, and with one more; that gets another number where its own has been given away since.
Project withoutEarlierRun(Project project, int number);
Project withEarlierRun(Project project, std::shared_ptr<const TrainedNetwork> run);

/// Null where there is none of that number.
std::shared_ptr<const TrainedNetwork> findRun(const Project& project, int number);

/// The number of the next run: the one after the last, or the largest that is free where that is the largest there is.
int nextRunNumber(const Project& project);

/// All of them by number, the current one included.
std::vector<std::shared_ptr<const TrainedNetwork>> allRuns(const Project& project);

}
