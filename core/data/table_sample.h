#pragma once

#include "common/message.h"
#include "data/number_form.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// The first records of a text, blank lines and comments left out.
struct SampleRecord {
    std::vector<std::string> cells;
    std::size_t begin = 0; ///< byte of the text
    std::size_t line = 1;
};

struct TableSample {
    std::vector<SampleRecord> records;
    std::size_t bytes = 0;          ///< of the text that they stand in
    std::optional<Message> problem; ///< a quotation mark that is never closed, or a record without end

    void dropFirst(std::size_t count);
};

TableSample takeSample(std::string_view text, char separator, char comment, std::size_t firstLine = 1);

/// How many values most records have, the first left out unless it is alone.
std::size_t usualWidth(const std::vector<SampleRecord>& records);

/// Whether the first record names the columns: it does unless it holds numbers or dates where the others do.
bool looksLikeHeader(const std::vector<SampleRecord>& records, const NumberFormat& format);

/// Whether a cell is a number of any format, with a unit or not, a time, or missing.
bool isValueText(std::string_view cell);
bool isNumberText(std::string_view cell, const NumberFormat& format);

Message openQuoteError(std::size_t line);
Message tooLongError(std::size_t line);

}
