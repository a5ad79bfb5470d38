#pragma once

#include "boards/board.h"

#include <string_view>

namespace broto {

/// What a file of resources/boards says.
struct BoardDescription {
    Board board;
    std::int64_t rank = 0; ///< place in the catalogue
};

/// Fails by field where one is missing, of another kind, out of bounds or unknown.
Result<BoardDescription> parseDescription(std::string_view json);

}
