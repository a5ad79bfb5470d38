#pragma once

#include "common/result.h"
#include "data/record_reader.h"
#include "data/table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// How a text is written.
struct CsvDialect {
    char separator = ',';
    char decimal = '.';
    bool decimalKnown = false; ///< false: no number in the sample has a fraction, the first one met decides
    bool header = true;
    std::size_t width = 0;     ///< values in a whole line
    std::size_t begin = 0;     ///< where the table begins: after a line "sep=;" that spreadsheets write
    std::size_t firstLine = 1; ///< number of the line there
};

inline constexpr std::size_t mostColumns = RecordReader::mostFields - 1;

/// Finds out what `options` do not say, from the first lines. Fails when the options contradict each other, when a
/// quotation mark is never closed, or when there are more columns than mostColumns.
Result<CsvDialect> findDialect(std::string_view text, const ReadOptions& options);

/// The first records of a text, blank ones left out.
using SampleRecords = std::vector<std::vector<std::string>>;

/// Whether the first record names the columns: it does unless it holds numbers or dates where the others do.
bool looksLikeHeader(const SampleRecords& records, char decimal);

Message noRowsError();
Message openQuoteError(std::size_t line);

}
