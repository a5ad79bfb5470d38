#include "commands.h"
#include "common_options.h"
#include "export/formats.h"
#include "language.h"
#include "output_folder.h"
#include "project/workflow.h"
#include "project_input.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

constexpr std::string_view everyFormat = "all";

struct ExportOptions {
    std::string project;
    std::string variant;
    std::vector<std::string> formats;
    std::string folder;
    std::string name;
    bool straightLine = false;
    bool replace = false;
};

std::set<std::string> formatNames()
{
    std::set<std::string> names = {std::string(everyFormat)};
    for (const ExportFormat& format : exportFormats())
        names.emplace(format.id);
    return names;
}

std::string formatHelp()
{
    std::string help = text(BROTO_TEXT("cli", "What to write; several apart by commas, or all:"));
    for (const ExportFormat& format : exportFormats())
        help += "\n" + std::string(format.id) + ": " + text(format.purpose);
    return help;
}

/// Each once, in the order of the table.
std::vector<ExportFormat> chosenFormats(const std::vector<std::string>& ids)
{
    const auto isNamed = [&ids](std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    std::vector<ExportFormat> chosen;
    for (const ExportFormat& format : exportFormats())
        if (isNamed(format.id) || isNamed(everyFormat))
            chosen.push_back(format);
    return chosen;
}

/// The rows that a variant was made from; none where the project has them no more.
Matrix trainingRows(const OpenedVariant& opened)
{
    const Result<Dataset> data = dataFor(opened);
    return data ? data->training.raw : Matrix();
}

/// So that nobody takes what is written for what was asked for.
std::optional<Message> unheededOption(const ExportOptions& options)
{
    const std::vector<ExportFormat> chosen = chosenFormats(options.formats);
    const auto heeds = [](const ExportFormat& format) { return format.takesHeaderOptions; };
    if (!options.straightLine || std::any_of(chosen.begin(), chosen.end(), heeds))
        return {};
    std::string ids;
    for (const ExportFormat& format : exportFormats())
        if (heeds(format))
            ids += (ids.empty() ? "" : ", ") + std::string(format.id);
    return message("cli.straight-line-unheeded", BROTO_TEXT("cli", "--straight-line is for these formats: %1."), ids);
}

/// What one format was written to: its file, or its folder and how many there are.
std::string writtenText(const ExportedFiles& files, const std::string& folder)
{
    const std::filesystem::path first(files.front().path);
    const std::string place = textOf(std::filesystem::path(folder) / *first.begin());
    if (files.size() == 1)
        return text(BROTO_TEXT("cli", "Wrote %1."), place) + "\n";
    return text(BROTO_TEXT("cli", "Wrote %1, with %2 files."), place, files.size()) + "\n";
}

/// Whether a format that was not asked for by its name may be left out.
bool onlyAsOneOfAll(const ExportOptions& options, const ExportFormat& format)
{
    return std::find(options.formats.begin(), options.formats.end(), format.id) == options.formats.end();
}

Result<Outcome> exportModel(const ExportOptions& options, const Session& session)
{
    const Result<OpenedVariant> opened = openVariant(options.project, options.variant);
    if (!opened)
        return opened.error();
    if (const std::optional<Message> problem = unheededOption(options))
        return *problem;
    Outcome outcome;
    Json formats = Json::array(), list = Json::array();
    ExportedFiles all;
    const std::string name = options.name.empty() ? projectName(opened->project) : options.name;
    const Matrix rows = trainingRows(*opened);
    const ExportRequest request{name, rows, {options.straightLine}};
    for (const ExportFormat& format : chosenFormats(options.formats)) {
        Result<ExportedFiles> files = format.make(opened->model(), request);
        if (!files && onlyAsOneOfAll(options, format)) {
            session.warn(files.error());
            continue;
        }
        if (!files)
            return files.error();
        formats.push_back(std::string(format.id));
        outcome.text += writtenText(*files, options.folder);
        for (ExportedFile& file : *files) {
            list.push_back({{"path", textOf(std::filesystem::path(options.folder) / file.path)},
                            {"bytes", file.bytes.size()},
                            {"format", std::string(format.id)}});
            all.push_back(std::move(file));
        }
    }
    if (all.empty())
        return message("cli.nothing-exported", BROTO_TEXT("cli", "No format takes %1; the reasons are above."),
                       opened->model().name);
    const auto written = writeFiles(all, options.folder, options.replace ? Existing::Replace : Existing::Keep);
    if (!written)
        return written.error();
    outcome.document = {{"variant", opened->model().name}, {"formats", std::move(formats)}, {"files", std::move(list)}};
    return outcome;
}

}

void addExport(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("export", text(BROTO_TEXT("cli", "Write a model as source code, for many tools")));
    const auto options = std::make_shared<ExportOptions>();
    addVariantOptions(*command, options->project, options->variant);
    command->add_option("--format", options->formats, formatHelp())
        ->required()
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember(formatNames()));
    command->add_option("-o,--output", options->folder, text(BROTO_TEXT("cli", "The folder to write to")))->required();
    command->add_option("--name", options->name,
                        text(BROTO_TEXT("cli", "The name to export it under, in place of the project's")));
    command->add_flag("--straight-line", options->straightLine,
                      text(BROTO_TEXT("cli", "For Arduinos with an AVR: small networks as code without loops, which "
                                             "takes less time and more flash")));
    command->add_flag("--replace", options->replace,
                      text(BROTO_TEXT("cli", "Replace files that are there already and are different")));
    command->callback([=, &session] { session.action = [=, &session] { return exportModel(*options, session); }; });
}

}
