#pragma once

#include "project/archive.h"
#include "project/array_source.h"
#include "project/checked_json.h"
#include "project/project.h"

namespace broto {

Json toJson(const Metrics& metrics);
Metrics metricsFrom(const CheckedJson& json);

/// A training's result: what is small as JSON, the weights as arrays "<folder>/layer-1-weights.npy" beside it, and what
/// it takes to go on with it in "<folder>/state/".
Json toJson(const TrainedNetwork& trained, const std::string& folder, std::vector<ArchiveEntry>& arrays);
TrainedNetwork trainedNetworkFrom(const CheckedJson& json, const std::string& folder, const ArraySource& arrays);

/// A run has a number from 1.
int runNumberFrom(const CheckedJson& json);

}
