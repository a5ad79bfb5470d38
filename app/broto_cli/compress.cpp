#include "commands.h"
#include "language.h"
#include "project/project_file.h"
#include "project/workflow.h"
#include "project_input.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

Json documentOf(const Variant& variant, const Variant& floating)
{
    return {{"variant", variant.model.name},
            {"method", variant.method},
            {"bits", variant.bits},
            {"metric", jsonNumber(variant.test.headline)},
            {"change", jsonNumber(variant.test.headline - floating.test.headline)},
            {"weightBytes", weightBytes(variant.model)}};
}

std::string textOf(const Variant& variant, const Variant& floating)
{
    return text(BROTO_TEXT("cli", "%1: test %2 %3 (float: %4), %5 bytes of weights (float: %6)"), variant.model.name,
                headlineName(variant.model.decoding.target.task), metricText(variant.test.headline),
                metricText(floating.test.headline), weightBytes(variant.model), weightBytes(floating.model)) +
           "\n";
}

Result<Outcome> compress(const std::string& path, const CompressionRequest& request, const Session& session)
{
    const Result<Project> project = loadProject(path);
    if (!project)
        return project.error();
    const Result<Dataset> data = datasetOf(*project);
    if (!data)
        return data.error();
    const Result<Project> after = compressed(*project, *data, request, session.control);
    if (!after)
        return after.error();
    const auto variant = findVariant(*after, variantName(request));
    const auto floating = findVariant(*after, "float");
    if (!variant || !floating)
        return variant ? floating.error() : variant.error();
    if (const Result<void> saved = saveProject(*after, path); !saved)
        return saved.error();
    return Outcome{documentOf(**variant, **floating), textOf(**variant, **floating)};
}

}

void addCompress(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("compress", text(BROTO_TEXT("cli", "Add a smaller variant of the model")));
    const auto path = std::make_shared<std::string>();
    const auto request = std::make_shared<CompressionRequest>();
    command->add_option("project", *path, text(BROTO_TEXT("cli", "A project file")))->required();
    command->add_option("--method", request->method, text(BROTO_TEXT("cli", "ptq: integers after the training")))
        ->required()
        ->check(CLI::IsMember({"ptq"}));
    command->add_option("--bits", request->bits, text(BROTO_TEXT("cli", "Bits of a weight")))
        ->check(CLI::IsMember({8}))
        ->capture_default_str();
    command->add_option("--name", request->name, text(BROTO_TEXT("cli", "Name of the variant (default: ptq-int8)")));
    command->callback([=, &session] { session.action = [=, &session] { return compress(*path, *request, session); }; });
}

}
