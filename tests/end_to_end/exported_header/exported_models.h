#pragma once

#include "compression/deployable_model.h"

#include <string>
#include <vector>

namespace broto {

/// A model that is exported, compiled and run, with rows in raw units to ask it.
struct ExportedModel {
    std::string title; ///< of the test row
    DeployableModel model;
    std::vector<std::vector<float>> rows;
    int readings = 0; ///< of a stream, made up one after the other

    bool isFloat() const { return model.arithmetic == Arithmetic::Float32; } ///< its header includes <math.h>
};

/// One of every kind: storages, tasks, activations, categories, missing values, no hidden layer, extremes of the
/// arithmetic, names that try to break out of comments and strings; streams with every feature of windows.
const std::vector<ExportedModel>& exportedModels();

}
