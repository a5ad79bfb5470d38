#include "check_report.h"
#include "commands.h"
#include "common_options.h"
#include "language.h"
#include "project_input.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

Result<Outcome> check(const BoardToCheck& board, Session& session)
{
    const Result<CheckedVariant> checked = checkVariant(board, session);
    if (!checked)
        return checked.error();
    return outcomeOf(checked->report);
}

}

void addCheck(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("check", text(BROTO_TEXT("cli", "Compare a board with the workbench, row by row")));
    const auto options = std::make_shared<BoardToCheck>();
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
