#pragma once

#include "project/archive.h"
#include "project/array_source.h"
#include "project/checked_json.h"
#include "training/trainer.h"

namespace broto {

/// What it takes to go on with a training: null, or what is small, with arrays "<folder>/state/parameters.npy" beside
/// it.
Json stateJson(const TrainedNetwork& trained, const std::string& folder, std::vector<ArchiveEntry>& arrays);

/// Of a network whose other parts have been read.
std::shared_ptr<const TrainingState> stateFrom(const CheckedJson& json, const TrainedNetwork& trained,
                                               const std::string& folder, const ArraySource& arrays);

}
