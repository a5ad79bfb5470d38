#pragma once

#include "compression/recipe.h"
#include "project/checked_json.h"

namespace broto {

/// What is done to a network, to and from project.json: an array of steps, each with its method and its numbers.
Json toJson(const Recipe& recipe);
Recipe recipeFrom(const CheckedJson& json);

}
