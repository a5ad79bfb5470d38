#include "project/report/report_html.h"

#include "board_place.h"
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
    std::string project;
    std::string output;
    std::string date;
    std::string variant; ///< to be checked; empty: no board is
    std::string port;
    std::string virtualBoard;
    std::size_t rows = 500;
};

Result<ReportedCheck> checkedBoard(const ReportOptions& options, Session& session)
{
    const Result<OpenedVariant> opened = openVariant(options.project, options.variant);
    if (!opened)
        return opened.error();
    const Result<Dataset> data = dataFor(*opened);
    if (!data)
        return data.error();
    const Result<BoardPlace> place = findBoardPlace(options.port, options.virtualBoard);
    if (!place)
        return place.error();
    session.showProgress(text(BROTO_TEXT("cli", "Checking:")));
    const Result<BoardReport> report = checkOverPort(opened->model(), *data, options.rows, place->port, session);
    session.showProgress({});
    if (!report)
        return report.error();
    return ReportedCheck{*report, options.variant};
}

Result<Outcome> report(const ReportOptions& options, Session& session)
{
    if (const Result<void> differs = mustDiffer(options.output, options.project); !differs)
        return differs.error();
    const Result<Project> project = loadProject(options.project);
    if (!project)
        return project.error();
    const std::filesystem::path path(options.project);
    ReportRequest request{textOf(path.stem()), textOf(path.filename()), options.date};
    if (!options.variant.empty()) {
        const Result<ReportedCheck> check = checkedBoard(options, session);
        if (!check)
            return check.error();
        request.check = *check;
    }
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
        command.add_option("--variant", options.variant,
                           text(BROTO_TEXT("cli", "Check the board that runs this variant, and report on it as well")));
    CLI::Option* port = command.add_option("--port", options.port, text(BROTO_TEXT("cli", "Where the board is")));
    port->needs(variant);
    addVirtualOption(command, options.virtualBoard)->excludes(port)->needs(variant);
    command
        .add_option("--rows", options.rows,
                    text(BROTO_TEXT("cli", "How many rows or windows at most, those of the test first")))
        ->check(CLI::Range(1, 1'000'000'000))
        ->capture_default_str()
        ->needs(variant);
}

}

void addReport(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand(
        "report", text(BROTO_TEXT("cli", "Write all about a project on one page: data, network, curves, comparison")));
    const auto options = std::make_shared<ReportOptions>();
    command->add_option("project", options->project, text(BROTO_TEXT("cli", "A project file")))->required();
    command->add_option("-o,--output", options->output, text(BROTO_TEXT("cli", "The HTML file to write")))->required();
    command->add_option(
        "--date", options->date,
        text(BROTO_TEXT("cli", "Stands below the title. Without it equal projects have equal reports")));
    addBoardOptions(*command, *options);
    command->callback([=, &session] { session.action = [=, &session] { return report(*options, session); }; });
}

}
