#include "board_place.h"
#include "check_report.h"
#include "commands.h"
#include "common_options.h"
#include "language.h"
#include "project/workflow.h"
#include "project_input.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

struct CheckOptions {
    std::string project;
    std::string variant;
    std::string port;
    std::string virtualBoard;
    std::size_t rows = 500;
};

Result<Outcome> check(const CheckOptions& options, Session& session)
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
    session.note(message("cli.connecting", BROTO_TEXT("cli", "Connecting to %1 …"), place->port.path));
    session.showProgress(text(BROTO_TEXT("cli", "Checking:")));
    const Result<BoardReport> report = checkOverPort(opened->model(), *data, options.rows, place->port, session);
    if (!report)
        return report.error();
    return outcomeOf(*report, opened->model());
}

}

void addCheck(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("check", text(BROTO_TEXT("cli", "Compare a board with the workbench, row by row")));
    const auto options = std::make_shared<CheckOptions>();
    addVariantOptions(*command, options->project, options->variant);
    CLI::Option* port = command->add_option("--port", options->port, text(BROTO_TEXT("cli", "Where the board is")));
    addVirtualOption(*command, options->virtualBoard)->excludes(port);
    command
        ->add_option("--rows", options->rows,
                     text(BROTO_TEXT("cli", "How many rows or windows at most, those of the test first")))
        ->check(CLI::Range(1, 1'000'000'000))
        ->capture_default_str();
    command->callback([=, &session] { session.action = [=, &session] { return check(*options, session); }; });
}

}
