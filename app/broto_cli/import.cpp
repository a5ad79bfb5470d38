#include "choice_words.h"
#include "commands.h"
#include "data_options.h"
#include "import/import_model.h"
#include "language.h"
#include "option_text.h"
#include "project/imported_model.h"
#include "project/project_file.h"
#include "project/workflow.h"
#include "project_input.h"
#include "reading_options.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

/// The options as they were typed; the parser has checked each of them.
struct ImportOptions {
    std::string model;
    std::string output;
    std::string data;
    std::string target;
    std::string features;
    std::string classes;
    ReadingOptions reading;
};

std::vector<std::string> namesIn(const std::string& text)
{
    return text.empty() ? std::vector<std::string>() : parseNames(text).value_or(std::vector<std::string>());
}

Result<void> chooseColumns(const ImportOptions& options, const DeployableModel& model, Project& project)
{
    const Table& table = *project.source->table;
    if (options.features.empty())
        return chooseColumnsFor(model, table, options.target, project.data);
    if (!options.target.empty())
        if (const Result<void> chosen = chooseTarget(project.data, table, options.target); !chosen)
            return chosen;
    project.data.task = model.decoding.target.task;
    return chooseFeatures(project.data, table, namesIn(options.features));
}

/// The table with the columns that the model was made for.
Result<Project> projectWithRows(const ImportOptions& options, const DeployableModel& model, const Session& session)
{
    const bool chooses = !options.target.empty() || !options.features.empty();
    Result<Project> project =
        openTable(options.data, readOptions(options.reading), chooses ? UseSidecar::No : UseSidecar::Yes, session);
    if (!project)
        return project;
    for (const Message& warning : project->source->table->warnings)
        session.warn(warning);
    if (const Result<void> chosen = chooseColumns(options, model, *project); !chosen)
        return chosen.error();
    return project;
}

Result<Project> imported(const ImportOptions& options, const DeployableModel& model, const Session& session)
{
    if (options.data.empty())
        return projectWithModel(model);
    const Result<Project> project = projectWithRows(options, model, session);
    if (!project)
        return project;
    const Result<Dataset> data = datasetOf(*project, session.control);
    if (!data)
        return data.error();
    return withImportedModel(*project, *data, model, namesIn(options.classes), session.control);
}

Json documentOf(const Project& project, const DeployableModel& model)
{
    Json variants = Json::array(), layers = Json::array();
    for (const std::shared_ptr<const Variant>& variant : project.variants)
        variants.push_back({{"name", variant->model.name},
                            {"metric", jsonNumber(project.source ? variant->test.headline : noMetrics().headline)}});
    for (const LayerShape& layer : shapeOf(model))
        layers.push_back({{"inputs", layer.inputs},
                          {"outputs", layer.outputs},
                          {"activation", std::string(activationName(layer.activation))}});
    return {{"task", std::string(taskName(model.decoding.target.task))},
            {"arithmetic", std::string(arithmeticName(model.arithmetic))},
            {"features", model.features()},
            {"layers", std::move(layers)},
            {"metric", std::string(headlineName(model.decoding.target.task))},
            {"variants", std::move(variants)}};
}

std::string textOf(const Project& project, const DeployableModel& model, const std::string& output)
{
    std::string shape;
    for (const LayerShape& layer : shapeOf(model))
        shape += (shape.empty() ? std::to_string(layer.inputs) : std::string()) + "-" + std::to_string(layer.outputs);
    std::string result = text(BROTO_TEXT("cli", "Read a dense network %1 in %2."), shape,
                              std::string(arithmeticName(model.arithmetic))) +
                         "\n";
    for (const std::shared_ptr<const Variant>& variant : project.variants)
        result += project.source
                      ? text(BROTO_TEXT("cli", "Variant %1: %2 %3 on the test rows."), variant->model.name,
                             wordFor(headlineName(model.decoding.target.task)), metricText(variant->test.headline)) +
                            "\n"
                      : text(BROTO_TEXT("cli", "Variant %1."), variant->model.name) + "\n";
    if (!project.source)
        result += text(BROTO_TEXT("cli", "Without rows (--data) it can be exported, put on boards and asked, but not "
                                         "judged or compressed.")) +
                  "\n";
    return result + text(BROTO_TEXT("cli", "Wrote %1."), output) + "\n";
}

Result<Outcome> runImport(const ImportOptions& options, const Session& session)
{
    for (const std::string& input : {options.model, options.data})
        if (const Result<void> differs = mustDiffer(options.output, input); !differs)
            return differs.error();
    const Result<DeployableModel> model = importModelFile(options.model);
    if (!model)
        return model.error();
    const Result<Project> project = imported(options, *model, session);
    if (!project)
        return project.error();
    if (const Result<void> saved = saveProject(*project, options.output); !saved)
        return saved.error();
    return Outcome{documentOf(*project, *model), textOf(*project, *model, options.output)};
}

}

void addImport(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("import", text(BROTO_TEXT("cli", "Make a project of another tool's dense network")));
    const auto options = std::make_shared<ImportOptions>();
    const std::string names = text(BROTO_TEXT("cli", "Write names apart by commas, without empty ones"));
    command
        ->add_option("model", options->model, text(BROTO_TEXT("cli", "A .tflite or .onnx file, or TensorFlores' JSON")))
        ->required();
    command->add_option("-o,--output", options->output, text(BROTO_TEXT("cli", "The project file to write")))
        ->required();
    CLI::Option* data =
        command->add_option("--data", options->data,
                            text(BROTO_TEXT("cli", "Rows to judge and to compress it with: a CSV file or a sample")));
    command
        ->add_option("--target", options->target,
                     text(BROTO_TEXT("cli", "Column to learn (default: the last one that can be)")))
        ->needs(data);
    command
        ->add_option(
            "--features", options->features,
            text(BROTO_TEXT("cli", "Columns that the model takes, apart by commas, in its order in the table")))
        ->needs(data)
        ->check(readableBy(parseNames, names));
    command
        ->add_option("--classes", options->classes,
                     text(BROTO_TEXT("cli", "What the model's outputs stand for, apart by commas, in their order")))
        ->needs(data)
        ->check(readableBy(parseNames, names));
    addReadingOptions(*command, options->reading);
    command->callback([=, &session] { session.action = [=, &session] { return runImport(*options, session); }; });
}

}
