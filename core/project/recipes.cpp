#include "project/recipes.h"

#include "project/model_json.h"

#include <algorithm>

namespace broto {

namespace {

Message noSuchRecipe(const Project& project, std::string_view name)
{
    std::string names;
    for (const SavedRecipe& saved : project.recipes)
        names += (names.empty() ? "" : ", ") + saved.name;
    if (names.empty())
        return message("project.no-recipes",
                       BROTO_TEXT("core", "The project keeps no recipe yet. Keep one when you compress."));
    return message("project.no-such-recipe", BROTO_TEXT("core", "There is no recipe “%1”. There are: %2."), name,
                   names);
}

}

Result<Recipe> findRecipe(const Project& project, std::string_view name)
{
    for (const SavedRecipe& saved : project.recipes)
        if (saved.name == name)
            return saved.recipe;
    return noSuchRecipe(project, name);
}

Result<Project> withRecipe(Project project, const SavedRecipe& recipe)
{
    if (!usableVariantName(recipe.name))
        return message("project.recipe-name",
                       BROTO_TEXT("core", "“%1” cannot be the name of a recipe: use letters, digits, “-”, “_” and “.”, "
                                          "at most 64 of them, and no “.” at the start."),
                       recipe.name);
    if (const Result<void> checked = checkRecipe(recipe.recipe); !checked)
        return checked.error();
    const auto same = std::find_if(project.recipes.begin(), project.recipes.end(),
                                   [&](const SavedRecipe& other) { return other.name == recipe.name; });
    if (same == project.recipes.end())
        project.recipes.push_back(recipe);
    else
        *same = recipe;
    return project;
}

Project withoutRecipe(Project project, std::string_view name)
{
    std::erase_if(project.recipes, [&](const SavedRecipe& saved) { return saved.name == name; });
    return project;
}

}
