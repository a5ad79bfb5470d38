#pragma once

#include "project/archive.h"
#include "project/array_source.h"
#include "project/checked_json.h"
#include "project/project.h"

namespace broto {

Json toJson(const Metrics& metrics);
Metrics metricsFrom(const CheckedJson& json);

/// A training's result: what is small as JSON, the weights as arrays "network/layer-1-weights.npy" beside it.
Json toJson(const TrainedNetwork& trained, std::vector<ArchiveEntry>& arrays);
TrainedNetwork trainedNetworkFrom(const CheckedJson& json, const ArraySource& arrays);

}
