#include "boards/board.h"
#include "commands.h"
#include "common_options.h"
#include "device/firmware.h"
#include "language.h"
#include "output_folder.h"
#include "project/workflow.h"
#include "project_input.h"
#include "text_table.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

struct BuildOptions {
    std::string project;
    std::string variant;
    std::string board;
    std::string folder;
};

Result<Outcome> build(const BuildOptions& options, const Session& session)
{
    const Result<OpenedVariant> opened = openVariant(options.project, options.variant);
    if (!opened)
        return opened.error();
    const Result<Board> board = findBoard(options.board);
    if (!board)
        return board.error();
    if (const Result<void> made = makeFolder(options.folder); !made)
        return made.error();
    session.note(message("cli.building", BROTO_TEXT("cli", "Compiling for %1 …"), board->name));
    const Result<Firmware> firmware =
        buildFirmware(opened->model(), projectName(opened->project), *board, options.folder, session.control);
    if (!firmware)
        return firmware.error();
    Json document = {{"variant", opened->model().name},    {"board", board->id},
                     {"flashBytes", firmware->flashBytes}, {"ramBytes", firmware->ramBytes},
                     {"hex", textOf(firmware->hexFile)},   {"elf", textOf(firmware->elfFile)}};
    return Outcome{std::move(document),
                   text(BROTO_TEXT("cli", "%1 bytes of flash (of %2), %3 bytes of RAM (of %4)\nWrote %5."),
                        grouped(firmware->flashBytes), grouped(board->flashBytes), grouped(firmware->ramBytes),
                        grouped(board->ramBytes), textOf(firmware->hexFile)) +
                       "\n"};
}

}

void addBuild(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("build", text(BROTO_TEXT("cli", "Compile a program for a board that answers over serial")));
    const auto options = std::make_shared<BuildOptions>();
    addVariantOptions(*command, options->project, options->variant);
    addBoardOption(*command, options->board)->required();
    command->add_option("-o,--output", options->folder, text(BROTO_TEXT("cli", "The folder to write to")))->required();
    command->callback([=, &session] { session.action = [=, &session] { return build(*options, session); }; });
}

}
