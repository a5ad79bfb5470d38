#include "boards/board.h"

#include "commands.h"
#include "common/number_text.h"
#include "language.h"
#include "text_table.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

std::string yesNo(bool yes)
{
    return yes ? text(BROTO_TEXT("cli", "yes")) : "–";
}

Json boardJson(const Board& board)
{
    return {{"id", board.id},
            {"name", board.name},
            {"chip", board.chip},
            {"clockHz", jsonNumber(board.clockHz)},
            {"flashBytes", board.flashBytes},
            {"ramBytes", board.ramBytes},
            {"build", board.canBeBuilt()},
            {"flash", !board.uploads.empty()},
            {"analogPins", board.analogPins},
            {"virtual", board.isVirtual}};
}

Result<Outcome> listBoards()
{
    constexpr auto right = TextTable::Align::Right;
    TextTable table({{text(BROTO_TEXT("cli", "board"))},
                     {text(BROTO_TEXT("cli", "name"))},
                     {text(BROTO_TEXT("cli", "chip"))},
                     {text(BROTO_TEXT("cli", "clock (MHz)")), right},
                     {text(BROTO_TEXT("cli", "flash (B)")), right},
                     {text(BROTO_TEXT("cli", "RAM (B)")), right},
                     {text(BROTO_TEXT("cli", "build"))},
                     {text(BROTO_TEXT("cli", "virtual"))}});
    Json list = Json::array();
    for (const Board& board : boards()) {
        list.push_back(boardJson(board));
        table.addRow({board.id, board.name, board.chip, shortest(board.clockHz / 1e6), grouped(board.flashBytes),
                      grouped(board.ramBytes), yesNo(board.canBeBuilt()), yesNo(board.isVirtual)});
    }
    return Outcome{{{"boards", std::move(list)}}, table.text()};
}

}

void addBoards(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("boards", text(BROTO_TEXT("cli", "List the boards Broto knows")));
    command->callback([&session] { session.action = listBoards; });
}

}
