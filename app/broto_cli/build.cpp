#include "boards/board.h"
#include "commands.h"
#include "common_options.h"
#include "device/firmware.h"
#include "export/cost_estimate.h"
#include "language.h"
#include "pin_options.h"
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
    PinOptions pins;
    std::string folder;
};

/// The model alone was estimated; what was measured is the whole program.
Outcome report(const DeployableModel& model, const Board& board, const Firmware& firmware)
{
    const CostEstimate estimate = estimateCost(model, board);
    Json document = {{"variant", model.name},
                     {"board", board.id},
                     {"flashBytes", firmware.flashBytes},
                     {"ramBytes", firmware.ramBytes},
                     {"prepared", firmware.isPrepared},
                     {"estimate", {{"flashBytes", estimate.flashBytes}, {"ramBytes", estimate.ramBytes}}},
                     {"folder", textOf(firmware.folder)}};
    std::string files;
    for (const auto& [form, file] : firmware.files) {
        document[file.extension().string().substr(1)] = textOf(file);
        files += (files.empty() ? "" : ", ") + textOf(file);
    }
    const std::string measured =
        text(BROTO_TEXT("cli", "%1 bytes of flash (of %2), %3 bytes of RAM (of %4)"), grouped(firmware.flashBytes),
             grouped(board.flashBytes), grouped(firmware.ramBytes), grouped(board.ramBytes));
    const std::string estimated =
        text(BROTO_TEXT("cli", "Of these the model takes, as estimated, %1 bytes of flash and %2 bytes of RAM."),
             grouped(estimate.flashBytes), grouped(estimate.ramBytes));
    return {std::move(document),
            measured + '\n' + estimated + '\n' + text(BROTO_TEXT("cli", "Wrote %1."), files) + '\n'};
}

Result<Outcome> build(const BuildOptions& options, const Session& session)
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
    session.note(message("cli.building", BROTO_TEXT("cli", "Compiling for %1 …"), board->name));
    const Result<Firmware> firmware =
        buildFirmware(opened->model(), projectName(opened->project), *board, options.folder, session.control, *pins);
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
    return report(opened->model(), *board, *firmware);
}

}

void addBuild(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("build", text(BROTO_TEXT("cli", "Compile a program for a board that answers over serial")));
    const auto options = std::make_shared<BuildOptions>();
    addVariantOptions(*command, options->project, options->variant);
    addBoardOption(*command, options->board)->required();
    addPinOptions(*command, options->pins);
    command->add_option("-o,--output", options->folder, text(BROTO_TEXT("cli", "The folder to write to")))->required();
    command->callback([=, &session] { session.action = [=, &session] { return build(*options, session); }; });
}

}
