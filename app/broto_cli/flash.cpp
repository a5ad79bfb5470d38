#include "board_place.h"
#include "boards/board.h"
#include "commands.h"
#include "common/number_text.h"
#include "common_options.h"
#include "device/flasher.h"
#include "language.h"
#include "pin_options.h"
#include "platform/file.h"
#include "project/workflow.h"
#include "project_input.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

struct FlashOptions {
    std::string project;
    std::string variant;
    std::string board;
    PinOptions pins;
    std::string port;
    bool isVirtual = false;
};

Result<Outcome> flash(const FlashOptions& options, Session& session)
{
    const Result<OpenedVariant> opened = openVariant(options.project, options.variant);
    if (!opened)
        return opened.error();
    const Result<Board> board = findBoard(options.board);
    if (!board)
        return board.error();
    const Result<std::vector<SensorPin>> pins = chosenPins(options.pins, *opened, *board);
    if (!pins)
        return pins.error();
    const Result<BoardPlace> place = findBoardPlace(options.port, options.isVirtual ? board->id : std::string());
    if (!place)
        return place.error();
    const Result<TemporaryFolder> folder = TemporaryFolder::make("broto-flash");
    if (!folder)
        return folder.error();
    session.note(message("cli.building", BROTO_TEXT("cli", "Compiling for %1 …"), board->name));
    const Result<Firmware> firmware =
        buildFirmware(opened->model(), projectName(opened->project), *board, folder->path(), session.control, *pins);
    if (!firmware)
        return firmware.error();
    if (const Result<void> kept = keepPins(*pins, options.pins, options.project, *opened, *board); !kept)
        return kept.error();
    if (firmware->isPrepared)
        session.note(message("cli.prepared",
                             BROTO_TEXT("cli", "There is no compiler for the %1 here: the model goes as "
                                               "data into the program that Broto brings along. Same "
                                               "integers, more slowly."),
                             board->name));
    session.showProgress(text(BROTO_TEXT("cli", "Uploading to %1:"), place->port.path));
    const Result<FlashReport> report = flashFirmware(*firmware, *board, place->port, session.control);
    if (!report)
        return report.error();
    Json document = {{"variant", opened->model().name},
                     {"board", board->id},
                     {"port", place->port.path},
                     {"flashBytes", firmware->flashBytes},
                     {"ramBytes", firmware->ramBytes},
                     {"prepared", firmware->isPrepared},
                     {"seconds", jsonNumber(report->seconds)}};
    return Outcome{std::move(document),
                   text(report->readBack ? BROTO_TEXT("cli", "%1 runs %2 now: uploaded and verified in %3 s.")
                                         : BROTO_TEXT("cli", "%1 runs %2 now: copied to its drive in %3 s."),
                        place->port.description, opened->model().name, fixed(report->seconds, 1)) +
                       "\n"};
}

}

void addFlash(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("flash", text(BROTO_TEXT("cli", "Build that program and upload it")));
    const auto options = std::make_shared<FlashOptions>();
    addVariantOptions(*command, options->project, options->variant);
    addBoardOption(*command, options->board)->required();
    addPinOptions(*command, options->pins);
    CLI::Option* port = command->add_option("--port", options->port, text(BROTO_TEXT("cli", "Where the board is")));
    command->add_flag("--virtual", options->isVirtual, text(BROTO_TEXT("cli", "Upload to a virtual board")))
        ->excludes(port);
    command->callback([=, &session] { session.action = [=, &session] { return flash(*options, session); }; });
}

}
