#pragma once

#include "common/message.h"
#include "data/table_sample.h"

#include <array>
#include <optional>

namespace broto {

/// What comment lines begin with; '/' stands for "//".
inline constexpr std::array<char, 3> commentMarks = {'#', '%', '/'};

struct CommentGuess {
    char mark = 0;
    Message reason;
};

/// Looks for lines that begin with such a mark and are no rows of the table. `separator` is one that is known already.
CommentGuess guessComments(std::string_view text, std::optional<char> separator, std::size_t firstLine);

/// Programs for numbers write the names behind the mark of a comment, "# time temperature". Where the last comment
/// before the first of `records` is like that, this is where the names begin.
struct NamesPlace {
    std::size_t begin = 0;
    std::size_t line = 1;
};
std::optional<NamesPlace> namesInComment(std::string_view text, char comment, char separator, std::size_t firstLine,
                                         const std::vector<SampleRecord>& records);

}
