#include "project/report/report_html.h"

#include "check_report.h"
#include "commands.h"
#include "common_options.h"
#include "language.h"
#include "platform/file.h"
#include "project/project_file.h"
#include "project_input.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

struct ReportOptions {
    BoardToCheck board; ///< of the project; without a variant none is checked
    std::string output;
    std::string date;
};

/// The project; with a variant the check of its board as well.
Result<Project> reportedProject(const BoardToCheck& board, Session& session, std::optional<ReportedCheck>& check)
{
    if (board.variant.empty())
        return loadProject(board.project);
    Result<CheckedVariant> checked = checkVariant(board, session);
    if (!checked)
        return checked.error();
    check = ReportedCheck{std::move(checked->report), board.variant};
    return std::move(checked->opened.project);
}

Result<Outcome> report(const ReportOptions& options, Session& session)
{
    if (const Result<void> differs = mustDiffer(options.output, options.board.project); !differs)
        return differs.error();
    const std::filesystem::path path(options.board.project);
    ReportRequest request{textOf(path.stem()), textOf(path.filename()), options.date};
    const Result<Project> project = reportedProject(options.board, session, request.check);
    if (!project)
        return project.error();
    const Result<std::string> html = reportHtml(*project, request, reportLanguage(session.language), session.control);
    if (!html)
        return html.error();
    if (const Result<void> written = writeFileAtomically(options.output, *html); !written)
        return written.error();
    return Outcome{{{"file", options.output}, {"bytes", html->size()}},
                   text(BROTO_TEXT("cli", "Wrote %1."), options.output) + "\n"};
}

void addBoardOptions(CLI::App& command, ReportOptions& options)
{
    CLI::Option* variant =
        command.add_option("--variant", options.board.variant,
                           text(BROTO_TEXT("cli", "Check the board that runs this variant, and report on it as well")));
    CLI::Option* port = command.add_option("--port", options.board.port, text(BROTO_TEXT("cli", "Where the board is")));
    port->needs(variant);
    addVirtualOption(command, options.board.virtualBoard)->excludes(port)->needs(variant);
    command
        .add_option("--rows", options.board.rows,
                    text(BROTO_TEXT("cli", "How many rows or windows at most, those of the test first")))
        ->check(CLI::Range(1, 1'000'000'000))
        ->capture_default_str()
        ->needs(variant);
}

}

void addReport(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand(
        "report", text(BROTO_TEXT("cli", "Write all about a project: data, network, curves, comparison")));
    const auto options = std::make_shared<ReportOptions>();
    command->add_option("project", options->board.project, text(BROTO_TEXT("cli", "A project file")))->required();
    command->add_option("-o,--output", options->output, text(BROTO_TEXT("cli", "The HTML file to write")))->required();
    command->add_option(
        "--date", options->date,
        text(BROTO_TEXT("cli", "Stands below the title. Without it equal projects have equal reports")));
    addBoardOptions(*command, *options);
    command->callback([=, &session] { session.action = [=, &session] { return report(*options, session); }; });
}

}
