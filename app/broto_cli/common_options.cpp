#include "common_options.h"

#include "boards/board.h"
#include "language.h"
#include "option_text.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

std::string problemWithVirtualBoard(const std::string& id)
{
    const Result<Board> board = findBoard(id);
    if (!board)
        return inUserLanguage(board.error());
    return board->isVirtual ? std::string() : text(BROTO_TEXT("cli", "There is no virtual %1"), board->name);
}

std::string problemWithBoard(const std::string& id)
{
    const Result<Board> board = findBoard(id);
    return board ? std::string() : inUserLanguage(board.error());
}

}

std::string problemWithLayers(const std::string& typed)
{
    return parseLayers(typed) ? std::string()
                              : text(BROTO_TEXT("cli", "Write at most %1 whole numbers from 1 to %2, apart by commas, "
                                                       "or none"),
                                     mostLayers, mostUnits);
}

void addVariantOptions(CLI::App& command, std::string& project, std::string& variant)
{
    command.add_option("project", project, text(BROTO_TEXT("cli", "A project file")))->required();
    command.add_option("--variant", variant, text(BROTO_TEXT("cli", "Which variant of the model")))->required();
}

CLI::Option* addBoardOption(CLI::App& command, std::string& board)
{
    return command
        .add_option("--board", board, text(BROTO_TEXT("cli", "Which board, by its name in the list of boards")))
        ->check(problemWithBoard);
}

CLI::Option* addVirtualOption(CLI::App& command, std::string& board)
{
    return command.add_option("--virtual", board, text(BROTO_TEXT("cli", "A virtual board, such as uno")))
        ->check(problemWithVirtualBoard);
}

}
