#pragma once

#include "project/project.h"

namespace broto {

/// What belongs to the choice of a run: the run itself, what it was made by, and what was made of it.
struct RunChoice {
    NetworkDesign design;
    TrainingSettings training;
    std::shared_ptr<const TrainedNetwork> trained;
    std::vector<std::shared_ptr<const TrainedNetwork>> earlierRuns;
    std::vector<std::shared_ptr<const Variant>> variants;
};

RunChoice runChoiceOf(const Project& project);

/// The project with that choice. No run is lost: what the project has beyond the choice stays among the earlier runs,
/// with another number where the choice has a different run of the same.
Project withRunChoice(Project project, const RunChoice& choice);

/// Without an earlier run, and with one more; that gets another number where its own has been given away since.
Project withoutEarlierRun(Project project, int number);
Project withEarlierRun(Project project, std::shared_ptr<const TrainedNetwork> run);

/// Null where there is none of that number.
std::shared_ptr<const TrainedNetwork> findRun(const Project& project, int number);

/// All of them by number, the current one included.
std::vector<std::shared_ptr<const TrainedNetwork>> allRuns(const Project& project);

}
