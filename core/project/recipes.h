#pragma once

#include "common/result.h"
#include "project/project.h"

#include <string_view>

namespace broto {

// The recipes that a project keeps: steps with a name, to be carried out again.

/// The error lists those there are.
Result<Recipe> findRecipe(const Project& project, std::string_view name);

/// The project with a recipe more, or another one by its name.
Result<Project> withRecipe(Project project, const SavedRecipe& recipe);

Project withoutRecipe(Project project, std::string_view name);

}
