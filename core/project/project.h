#pragma once

#include "compression/deployable_model.h"
#include "compression/recipe.h"
#include "data/data_choices.h"
#include "data/table.h"
#include "device/sensor_pin.h"
#include "network/network.h"
#include "platform/file_bytes.h"
#include "training/trainer.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace broto {

/// The data as it came: the file's own bytes, never changed, and the table read from them.
struct DataSource {
    std::string fileName; ///< without folders: "iris.csv"
    std::shared_ptr<const FileBytes> bytes;
    std::shared_ptr<const Table> table;
};

/// How good the float network became that learned as long as a compressed one: what tells compression from training.
struct ControlMetrics {
    Metrics validation;
    Metrics test;
};

/// A model of the trained network, and how it was made.
struct Variant {
    std::optional<Recipe> recipe; ///< nothing: the network itself, in float
    DeployableModel model;
    Metrics validation;
    Metrics test;
    int extraEpochs = 0; ///< that it has learned beyond the training
    std::optional<ControlMetrics> control;
};

/// "float", "ptq", "prune+qat+codebook".
std::string methodOf(const Variant& variant);

/// Of a weight.
int bitsOf(const Variant& variant);

/// A recipe that a person keeps.
struct SavedRecipe {
    std::string name;
    Recipe recipe;
    bool operator==(const SavedRecipe&) const = default;
};

/// What a newer program put into a project file and this one does not understand: kept, and written back.
struct UnknownContent {
    std::string fields; ///< JSON of the same shape as project.json, with the unknown fields alone; or empty
    std::vector<std::pair<std::string, std::shared_ptr<const std::string>>> files; ///< by their names in the ZIP
};

/// All that a user saves, as one value. Cheap to copy: large parts are shared and never changed in place.
struct Project {
    std::optional<DataSource> source;
    std::optional<DataSource> testSource; ///< the test rows, where the split takes them from a file of their own
    DataChoices data;
    NetworkDesign design;
    TrainingSettings training;
    std::string board = "uno";                                ///< the target of every estimate: an id of the catalogue
    std::map<std::string, std::vector<SensorPin>> sensorPins; ///< that measure features, by the board's id
    std::shared_ptr<const TrainedNetwork> trained;            ///< the run that the variants are made of
    std::vector<std::shared_ptr<const TrainedNetwork>> earlierRuns; ///< by number; without the state of their training
    std::vector<std::shared_ptr<const Variant>> variants;
    std::vector<SavedRecipe> recipes; ///< by name
    UnknownContent unknown;
};

/// Those of a board that a model can take.
std::vector<SensorPin> pinsFor(const Project& project, const DeployableModel& model, const Board& board);

/// Null where there is no test file.
inline const Table* testTableOf(const Project& project)
{
    return project.testSource ? project.testSource->table.get() : nullptr;
}

}
