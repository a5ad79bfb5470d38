#include "device/board_problem.h"

#include "platform/port_problem.h"

namespace broto {

Message boardProblem(const Port& port, Message problem)
{
    const bool gone = problem.id == "platform.port-gone" || problem.id == "platform.port-missing";
    const Result<Board> board = findBoard(port.boardId);
    if (!gone || !port.isVirtual || !board)
        return problem;
    return message(problem.id, BROTO_TEXT("core", "The virtual %1 at %2 has stopped. Start it again."), board->name,
                   port.path);
}

Message boardGone(const Port& port)
{
    return boardProblem(port, portGone(port.path));
}

}
