#include "commands.h"
#include "common_options.h"
#include "export/exported_files.h"
#include "language.h"
#include "output_folder.h"
#include "project/workflow.h"
#include "project_input.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

struct ExportOptions {
    std::string project;
    std::string variant;
    std::string format;
    std::string folder;
};

/// The rows that a variant was made from; none where the project has them no more.
Matrix trainingRows(const OpenedVariant& opened)
{
    const Result<Dataset> data = dataFor(opened);
    return data ? data->training.raw : Matrix();
}

Result<ExportedFiles> filesOf(const OpenedVariant& opened, const std::string& format)
{
    const std::string name = projectName(opened.project);
    if (format == "tflite")
        return exportTflite(opened.model(), name, trainingRows(opened));
    if (format == "onnx")
        return exportOnnx(opened.model(), name);
    return exportCppHeader(opened.model(), name);
}

Result<Outcome> exportModel(const ExportOptions& options)
{
    const Result<OpenedVariant> opened = openVariant(options.project, options.variant);
    if (!opened)
        return opened.error();
    const Result<ExportedFiles> files = filesOf(*opened, options.format);
    if (!files)
        return files.error();
    const Result<std::vector<std::string>> written = writeFiles(*files, options.folder);
    if (!written)
        return written.error();
    Outcome outcome;
    outcome.document = {{"variant", opened->model().name}, {"format", options.format}, {"files", *written}};
    for (const std::string& path : *written)
        outcome.text += text(BROTO_TEXT("cli", "Wrote %1."), path) + "\n";
    return outcome;
}

}

void addExport(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("export", text(BROTO_TEXT("cli", "Write a model as source code")));
    const auto options = std::make_shared<ExportOptions>();
    addVariantOptions(*command, options->project, options->variant);
    command
        ->add_option(
            "--format", options->format,
            text(BROTO_TEXT("cli", "cpp: one C++11 header without libraries; tflite and onnx: for other runtimes")))
        ->required()
        ->check(CLI::IsMember({"cpp", "tflite", "onnx"}));
    command->add_option("-o,--output", options->folder, text(BROTO_TEXT("cli", "The folder to write to")))->required();
    command->callback([=, &session] { session.action = [=] { return exportModel(*options); }; });
}

}
