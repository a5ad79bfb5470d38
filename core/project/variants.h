#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "compression/compress.h"
#include "data/dataset.h"
#include "project/project.h"

#include <string>
#include <string_view>

namespace broto {

/// What compression can be asked for.
struct CompressionRequest {
    Recipe recipe;    ///< no steps: to 8 bits after the training
    std::string name; ///< of the variant; empty: the recipe's, "ptq-int8"
};

/// The name that the variant gets.
std::string variantName(const CompressionRequest& request);

/// Adds a variant, or replaces the one with its name. The float one is added where there is none yet.
Result<Project> compressed(const Project& project, const Dataset& data, const CompressionRequest& request,
                           const RunControl& control = {}, const CompressionObserver& observer = {});

/// Mixed precision: the bits of each layer of the trained network with which a model of it takes at most so many bytes
/// of flash on the project's board, and loses least on the validation rows. The error says when no bits are few enough.
Result<Recipe> mixedRecipe(const Project& project, const Dataset& data, std::int64_t flashBytes,
                           const RunControl& control = {});

/// A variant by name; the error lists those there are.
Result<std::shared_ptr<const Variant>> findVariant(const Project& project, std::string_view name);

/// With the variant of that name as `result` has it: others may have come and gone while it was made. As it was where
/// the project has another run by now.
Project withVariantOf(const Project& result, std::string_view name, Project project);

/// Without the variant of that name. The float one stays, for the others are measured beside it.
Project withoutVariant(Project project, std::string_view name);

/// With a variant at that place, or at the end. It stays away where it belongs to another run than the project's, and
/// where another has its name by now.
Project withVariant(Project project, std::shared_ptr<const Variant> variant, std::size_t place,
                    const std::shared_ptr<const TrainedNetwork>& run);

/// The project with the variants `float` and `ptq-int8` made anew of its trained network, and no others. Fails only
/// when cancelled.
Result<Project> withVariantsOfRun(Project project, const Dataset& data, const RunControl& control = {});

/// Whether a model takes the rows of these data and answers in their classes or unit. A project file may say anything.
bool answersRowsOf(const DeployableModel& model, const Dataset& data);

/// Whether a network was made from these data.
bool belongsTo(const TrainedNetwork& trained, const Dataset& data);

}
