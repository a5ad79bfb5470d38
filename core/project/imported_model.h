#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/dataset.h"
#include "project/project.h"

#include <string>
#include <vector>

namespace broto {

/// A project of an imported model (import/import_model.h) and no data: it can be exported, put on boards and asked for
/// predictions. An int8 model stands beside the float network that its weights are.
Project projectWithModel(DeployableModel model);

/// A project with data, and an imported model that answers its rows: the float network becomes a run of the project,
/// as if it had been trained here, with the variants of one; an int8 model stands beside them. Features and classes are
/// found by their names where the model knows names; else they are taken in the order of the data. `classes`, where it
/// is not empty, names the model's outputs in their order. What the model does to a row before its first layer becomes
/// part of that layer, behind the data's own scaling.
Result<Project> withImportedModel(const Project& project, const Dataset& data, DeployableModel model,
                                  const std::vector<std::string>& classes = {}, const RunControl& control = {});

/// The features that a model knows by names of its own: what to choose from a table. Empty: it knows none.
std::vector<std::string> knownFeatures(const DeployableModel& model);

/// The model of a project that has one and no data; null of any other project.
const DeployableModel* modelWithoutRows(const Project& project);

/// The choices about a table's columns that the model was made by, as far as it knows their names. `target` is the
/// column that a person named; empty: the one that bears the model's name for it, or the one that is chosen.
Result<void> chooseColumnsFor(const DeployableModel& model, const Table& table, std::string_view target,
                              DataChoices& choices);

/// A project that has just been opened from a table, with the model that was made for its rows.
Result<Project> withModelOfRows(Project project, DeployableModel model, const RunControl& control = {});

}
