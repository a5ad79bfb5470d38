#include "choice_words.h"
#include "commands.h"
#include "common_options.h"
#include "compression_options.h"
#include "language.h"
#include "project/project_file.h"
#include "project/recipe_json.h"
#include "project/recipes.h"
#include "project/workflow.h"
#include "project_input.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

/// What the command line asks for.
struct Asked {
    std::string path;
    std::string name;       ///< of the variant; empty: the recipe's
    std::string recipe;     ///< one that the project keeps; empty: what the options say
    std::string board;      ///< that --flash counts on; empty: the project's
    std::string saveRecipe; ///< keeps the steps in the project by this name; empty: does not
    std::shared_ptr<CompressionOptions> options = std::make_shared<CompressionOptions>();
};

Json documentOf(const Variant& variant, const Variant& floating)
{
    Json document = {{"variant", variant.model.name},
                     {"method", methodOf(variant)},
                     {"bits", bitsOf(variant)},
                     {"recipe", toJson(*variant.recipe)},
                     {"storage", storageText(variant.model)},
                     {"metric", jsonNumber(variant.test.headline)},
                     {"change", jsonNumber(variant.test.headline - floating.test.headline)},
                     {"extraEpochs", variant.extraEpochs},
                     {"control", variant.control ? jsonNumber(variant.control->test.headline) : Json(nullptr)},
                     {"weightBytes", weightBytes(variant.model)},
                     {"grownScales", variant.model.provenance.grownScales}};
    return document;
}

std::string textOf(const Variant& variant, const Variant& floating)
{
    std::string lines =
        text(BROTO_TEXT("cli", "%1: test %2 %3 (float: %4), %5 bytes of weights (float: %6)"), variant.model.name,
             wordFor(headlineName(variant.model.decoding.target.task)), metricText(variant.test.headline),
             metricText(floating.test.headline), weightBytes(variant.model), weightBytes(floating.model)) +
        "\n";
    if (variant.control && variant.extraEpochs == 0)
        lines += text(BROTO_TEXT("cli", "The same network, trained without a teacher: %1"),
                      metricText(variant.control->test.headline)) +
                 "\n";
    else if (variant.control)
        lines += text(BROTO_TEXT("cli", "The float network, trained on for %1 epochs as well: %2"), variant.extraEpochs,
                      metricText(variant.control->test.headline)) +
                 "\n";
    if (const int grown = variant.model.provenance.grownScales; grown > 0)
        lines +=
            text(BROTO_TEXT("cli", "The steps of %1 neurons are larger, so that no sum can leave 24 bits."), grown) +
            "\n";
    return lines;
}

Result<Recipe> recipeFor(const Asked& asked, const Project& project, const Dataset& data, const RunControl& control)
{
    if (asked.options->flash) {
        Project onBoard = project;
        onBoard.board = asked.board.empty() ? project.board : asked.board;
        return mixedRecipe(onBoard, data, *asked.options->flash, control);
    }
    if (asked.recipe.empty())
        return recipeOf(*asked.options, project.trained ? project.trained->design : project.design);
    return findRecipe(project, asked.recipe);
}

Result<Outcome> compress(const Asked& asked, Session& session)
{
    Result<Project> project = loadProject(asked.path);
    if (!project)
        return project.error();
    const Result<Dataset> data = datasetOf(*project);
    if (!data)
        return data.error();
    Result<Recipe> recipe = recipeFor(asked, *project, *data, session.control);
    if (!recipe)
        return recipe.error();
    if (!asked.saveRecipe.empty()) {
        if (Result<Project> kept = withRecipe(*project, {asked.saveRecipe, *recipe}); kept)
            project = std::move(kept);
        else
            return kept.error();
    }
    const CompressionRequest request{std::move(*recipe), asked.name};
    session.showProgress(variantName(request));
    const Result<Project> after = compressed(*project, *data, request, session.control);
    if (!after)
        return after.error();
    const auto variant = findVariant(*after, variantName(request));
    const auto floating = findVariant(*after, "float");
    if (!variant || !floating)
        return variant ? floating.error() : variant.error();
    if (const Result<void> saved = saveProject(*after, asked.path); !saved)
        return saved.error();
    return Outcome{documentOf(**variant, **floating), textOf(**variant, **floating)};
}

/// What the parser cannot see by itself.
void checkTogether(const Asked& asked)
{
    const CompressionOptions& options = *asked.options;
    if (asked.recipe.empty() == options.methods.empty())
        throw CLI::ValidationError("--method", text(BROTO_TEXT("cli", "Give the methods, or a recipe of the project")));
    if (!asked.recipe.empty() && !options.written.empty())
        throw CLI::ValidationError(options.written.front().option,
                                   text(BROTO_TEXT("cli", "A recipe has its own numbers: leave this out")));
    if (const std::optional<Message> foreign = foreignOption(options))
        throw CLI::ValidationError("--method", inUserLanguage(*foreign));
    if (options.flash && (options.methods.size() > 1 || options.written.size() > 1))
        throw CLI::ValidationError("--flash",
                                   text(BROTO_TEXT("cli", "It goes with ptq alone, and decides about all the rest")));
    if (!options.flash && !asked.board.empty())
        throw CLI::ValidationError("--board",
                                   text(BROTO_TEXT("cli", "It is what --flash counts on, and goes with it alone")));
    if (options.bits.size() > 1 && options.methods.back() != "ptq")
        throw CLI::ValidationError("--bits", text(BROTO_TEXT("cli", "Only ptq takes a number for each layer")));
}

}

void addCompress(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("compress", text(BROTO_TEXT("cli", "Add a smaller variant of the model")));
    const auto asked = std::make_shared<Asked>();
    command->add_option("project", asked->path, text(BROTO_TEXT("cli", "A project file")))->required();
    addCompressionOptions(*command, asked->options);
    command->add_option("--recipe", asked->recipe,
                        text(BROTO_TEXT("cli", "Steps that the project keeps, by their name")));
    command->add_option("--save-recipe", asked->saveRecipe,
                        text(BROTO_TEXT("cli", "Keep these steps in the project, by this name")));
    addBoardOption(*command, asked->board);
    command->add_option("--name", asked->name,
                        text(BROTO_TEXT("cli", "Name of the variant (default: after its steps, such as qat-int4)")));
    command->callback([=, &session] {
        checkTogether(*asked);
        session.action = [=, &session] { return compress(*asked, session); };
    });
}

}
