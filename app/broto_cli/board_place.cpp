#include "board_place.h"

namespace broto {

namespace {

Result<BoardPlace> virtualPlace(const std::string& boardId)
{
    for (const VirtualBoardEntry& entry : registeredVirtualBoards())
        if (entry.boardId == boardId)
            if (Result<Port> port = findPort(entry.port))
                return BoardPlace{std::nullopt, std::move(*port)};
    Result<VirtualBoard> board = VirtualBoard::start(boardId);
    if (!board)
        return board.error();
    Port port = board->port();
    return BoardPlace{std::move(*board), std::move(port)};
}

Result<BoardPlace> onlyPlace()
{
    std::vector<Port> boards;
    std::string paths;
    for (const Port& port : listPorts()) {
        if (port.boardId.empty())
            continue;
        boards.push_back(port);
        paths += (paths.empty() ? "" : ", ") + port.path;
    }
    if (boards.size() == 1)
        return BoardPlace{std::nullopt, boards.front()};
    if (boards.empty())
        return message("cli.no-board",
                       BROTO_TEXT("cli", "No board was found. Plug one in, name its port with --port, or take a "
                                         "virtual one with --virtual."));
    return message("cli.several-boards", BROTO_TEXT("cli", "There are several boards: %1. Choose one with --port."),
                   paths);
}

}

Result<BoardPlace> findBoardPlace(const std::string& port, const std::string& virtualBoard)
{
    if (!virtualBoard.empty())
        return virtualPlace(virtualBoard);
    if (port.empty())
        return onlyPlace();
    Result<Port> found = findPort(port);
    if (!found)
        return found.error();
    return BoardPlace{std::nullopt, std::move(*found)};
}

}
