#pragma once

#include "common/result.h"
#include "data/number_format_guess.h"
#include "data/record_reader.h"
#include "data/separator_guess.h"
#include "data/table.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace broto {

/// How a text is written.
struct CsvDialect {
    char separator = ',';
    char comment = 0;
    NumberFormatEvidence numbers; ///< what the first lines show
    bool header = true;
    std::size_t width = 0;             ///< values in a whole line
    std::size_t begin = 0;             ///< where the table begins: behind what is no part of it
    std::size_t firstLine = 1;         ///< number of the line there
    std::size_t bytesPerRow = 1;       ///< in the first lines
    bool rowNames = false;             ///< the rows begin with a value more than there are names
    std::size_t linesBelowNames = 0;   ///< that are no rows: units, a rule, and what a logger made of its readings
    std::vector<std::string> units;    ///< from the first of those; else none
    std::vector<ReadingGuess> guesses; ///< separator, comments, header
    std::vector<Message> warnings;
};

inline constexpr std::size_t mostColumns = RecordReader::mostFields - 1;

/// Finds out what `options` do not say, from the first lines. Fails when the options contradict each other, when a
/// quotation mark is never closed, or when there are more columns than mostColumns.
/// `separator`: what is known of it without the options.
Result<CsvDialect> findDialect(std::string_view text, const ReadOptions& options,
                               const std::optional<SeparatorGuess>& separator = {});

Message noRowsError();

}
