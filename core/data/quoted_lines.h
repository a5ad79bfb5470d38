#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broto {

/// A table of which every line stands in quotation marks as a whole, "0,20.5,60", without them. Spreadsheets write so
/// when they save a table that they had not divided into columns. Nothing: it is no such text.
std::optional<std::string> withoutLineQuotes(std::string_view text);

}
