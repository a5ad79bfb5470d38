#pragma once

#include "data/table_sample.h"

namespace broto {

/// How many records stand before the table: titles, and what instruments tell of themselves before they write names and
/// values. The table begins where lines become uniform, with the line above those for the names.
std::size_t linesBeforeTable(const std::vector<SampleRecord>& records);

/// How many records below the names, the first record, are no rows though they are no units alone: the rule of a table
/// in Markdown, and two lines of Campbell's loggers where `preamble`, what stood before the table, says that it is of
/// one.
std::size_t linesBelowNames(const std::vector<SampleRecord>& preamble, const std::vector<SampleRecord>& records);

}
