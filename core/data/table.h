#pragma once

#include "common/message.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broto {

enum class ColumnType { Number, Integer, Boolean, Category, DateTime, Identifier, Text, Constant };

/// One column of a table, typed. Values stand either as numbers or as codes into `categories`, whichever `numeric`
/// says.
struct Column {
    std::string header; ///< as in the file, "Temperature (°C)"; made up ("column 3") where the file has no names
    std::string name;   ///< without its unit, "Temperature"; equal to header where that would be ambiguous
    std::string unit;   ///< "°C", or empty
    ColumnType type = ColumnType::Text;

    bool numeric = false;                ///< every value that is there is a number
    std::vector<double> numbers;         ///< one a row when numeric; NaN where missing
    std::vector<std::int32_t> codes;     ///< one a row when not numeric; -1 where missing
    std::vector<std::string> categories; ///< the different texts, sorted bytewise, when not numeric

    std::size_t missing = 0;
    std::size_t distinct = 0;          ///< different values, the missing ones not counted
    double min = 0, max = 0, mean = 0; ///< over the values that are there, when numeric
};

enum class Encoding { Utf8, Utf16, Windows1252 };

/// How a text becomes a table. What is not given is found out.
struct ReadOptions {
    std::optional<char> separator;
    std::optional<char> decimal; ///< '.' or ','
    std::optional<bool> header;  ///< line 1 holds names
    bool operator==(const ReadOptions&) const = default;
};

/// A table as read, with what was found out on the way. Only whole rows are in it.
struct Table {
    std::vector<Column> columns;
    std::size_t rows = 0;

    char separator = ',';
    char decimal = '.';
    Encoding encoding = Encoding::Utf8;
    bool header = true;
    std::size_t raggedRows = 0;    ///< lines left out because they have more or fewer values than the rest
    std::vector<Message> warnings; ///< what a person should know: ragged lines by number, and so on
    std::uint64_t fingerprint = 0; ///< of the original bytes
};

/// What `inspect` and the window call a type: "number", "integer", "boolean", ...
std::string_view typeName(ColumnType type);

/// "utf-8", "utf-16" or "windows-1252".
std::string_view encodingName(Encoding encoding);

}
