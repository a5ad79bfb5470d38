#include "boards/board_description.h"
#include "boards_files.h"

#include <algorithm>
#include <cassert>

namespace broto {

namespace {

std::vector<Board> readCatalogue()
{
    std::vector<BoardDescription> descriptions;
    for (const EmbeddedFile& file : boardsFiles()) {
        Result<BoardDescription> description = parseDescription(file.bytes);
        assert(description.ok()); // our own files, each of them tested
        if (description)
            descriptions.push_back(std::move(*description));
    }
    std::sort(descriptions.begin(), descriptions.end(),
              [](const BoardDescription& a, const BoardDescription& b) { return a.rank < b.rank; });
    std::vector<Board> catalogue;
    for (BoardDescription& description : descriptions)
        catalogue.push_back(std::move(description.board));
    return catalogue;
}

std::string allIds()
{
    std::string ids;
    for (const Board& board : boards())
        ids += (ids.empty() ? "" : ", ") + board.id;
    return ids;
}

}

std::span<const Board> boards()
{
    static const std::vector<Board> catalogue = readCatalogue();
    return catalogue;
}

Result<Board> findBoard(std::string_view id)
{
    for (const Board& board : boards())
        if (board.id == id)
            return board;
    return message("boards.no-such-board", BROTO_TEXT("core", "There is no board \"%1\". Choose one of these: %2."), id,
                   allIds());
}

Result<Board> parseBoard(std::string_view json)
{
    Result<BoardDescription> description = parseDescription(json);
    if (!description)
        return description.error();
    return std::move(description->board);
}

}
