#pragma once

#include "common/result.h"
#include "data/table.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A column of what was captured: numbers, or one text in every row.
struct CapturedColumn {
    std::string header;
    std::vector<double> numbers; ///< NaN: the row has none; empty for a text
    std::string text;
};

/// Readings of a device as rows of a table.
struct CapturedRows {
    std::vector<CapturedColumn> columns;
    std::size_t rows = 0;
};

/// A CSV file of its own: commas, decimal points, UTF-8, names in the first line.
std::string csvOf(const CapturedRows& captured);

/// A table with the rows behind its own, written as it writes its rows; every byte that is read stays, and the zeros
/// of a logger that lost its power go. `reading` is what a person chose about it. Fails where the columns are not the
/// same ones, in any order.
Result<std::string> withRowsAppended(std::string_view csv, const CapturedRows& captured,
                                     const ReadOptions& reading = {});

enum class IfFileExists { Append, Refuse };

/// Whether a file may take rows at its end, or be made: to be asked before a capture begins.
Result<void> checkCaptureFile(const std::filesystem::path& path, IfFileExists then);

struct SavedCapture {
    std::filesystem::path path;
    bool appended = false;                 ///< to rows that stood there
    std::optional<Message> savedElsewhere; ///< why the rows went to another, new file
};

/// Writes the rows, all of them or none. What stands in the file is never lost, and neither are the rows: where they do
/// not fit, or the file came to be while they were captured, they go to a new file beside it ("rows-1.csv").
Result<SavedCapture> saveCapture(const CapturedRows& captured, const std::filesystem::path& path, IfFileExists then);

}
