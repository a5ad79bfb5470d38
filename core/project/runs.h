#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/dataset.h"
#include "project/kept_runs.h"
#include "project/project.h"
#include "training/trainer.h"

namespace broto {

/// Trains. The run before stays among the earlier ones; its variants are gone, and those of the new run are made after
/// it, by withVariantsOfRun (variants.h).
Result<Project> withNewRun(const Project& project, const Dataset& data, const RunControl& control = {},
                           const EpochObserver& observer = {});

/// Goes on with the project's last run, by its own design and settings, up to `epochs` in all: the same run, as if it
/// had never been interrupted. Its variants are gone. An error where it cannot: it learned from other data, or
/// elsewhere.
Result<Project> withLongerRun(const Project& project, const Dataset& data, int epochs, const RunControl& control = {},
                              const EpochObserver& observer = {});

/// Brings back an earlier run by its number: its network, design and settings become the project's, and what was the
/// last run goes among the earlier ones. The variants are gone. `data` is what it learned from, or this is an error.
Result<Project> withRun(const Project& project, const Dataset& data, int number);

/// The first two with their variants at once.
Result<Project> trained(const Project& project, const Dataset& data, const RunControl& control = {},
                        const EpochObserver& observer = {});
Result<Project> trainedOn(const Project& project, const Dataset& data, int epochs, const RunControl& control = {},
                          const EpochObserver& observer = {});

}
