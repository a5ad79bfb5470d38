#pragma once

#include "common/message.h"
#include "data/date_order.h"
#include "data/number_form.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broto {

enum class ColumnType { Number, Integer, Boolean, Category, DateTime, Identifier, Text, Constant };

/// One column of a table, typed. `values` says in which form its values stand.
struct Column {
    enum class Values {
        Numbers, ///< `numbers`
        Times,   ///< `numbers`, seconds since 1970-01-01 00:00 as written: no time zone is added or taken
        Texts    ///< `codes` into `categories`
    };
    /// Different values are counted up to here; one more stands for "more".
    static constexpr std::size_t mostCounted = 1024;

    std::string header; ///< as in the file, "Temperature (°C)"; made up ("column 3") where the file has no names
    std::string name;   ///< without its unit, "Temperature"; equal to header where that would be ambiguous
    std::string unit;   ///< "°C", or empty
    ColumnType type = ColumnType::Text;

    Values values = Values::Texts;
    std::vector<double> numbers;         ///< one a row, NaN where missing; empty for texts
    std::vector<std::int32_t> codes;     ///< one a row, -1 where missing; empty unless texts
    std::vector<std::string> categories; ///< the different texts, sorted bytewise; empty unless texts

    std::size_t missing = 0;
    std::size_t distinct = 0; ///< different values, the missing ones not counted; at most mostCounted + 1
    double min = 0, max = 0;  ///< over the values that are there, unless texts
    bool wholeDays = false;   ///< times of which every one is a date alone
    double mean = 0;
    double deviation = 0; ///< root of the mean square distance from the mean, of the whole population

    bool numeric() const { return values == Values::Numbers; }
    bool texts() const { return values == Values::Texts; }
};

enum class Encoding { Utf8, Utf16, Windows1252 };

/// How a text becomes a table. What is not given is found out.
struct ReadOptions {
    std::optional<Encoding> encoding = {};
    std::optional<char> separator = {}; ///< ',' ';' '\t' '|', or ' ' for any white space
    std::optional<char> decimal = {};   ///< '.' or ','
    std::optional<char> grouping = {};  ///< sets thousands apart: '.' ',' ' ' '\'', or 0 for nothing
    std::optional<bool> header = {};    ///< the first line of the table holds names
    std::optional<char> comment = {};   ///< lines that begin with it are no rows: '#' '%' '/' for "//", or 0 for none
    std::optional<bool> dayFirst = {};  ///< 04/02/2015 is in February
    std::optional<bool> yearFirst = {}; ///< 24-03-05 is in March 2024; where it can be, dayFirst does not matter
    bool operator==(const ReadOptions&) const = default;
};

/// One thing about how a text was read: found out, or chosen by a person through ReadOptions.
struct ReadingGuess {
    enum class About { Encoding, Separator, Decimal, Grouping, Header, Comments, DateOrder };
    About about = About::Encoding;
    bool chosen = false;
    Message reason; ///< "Semicolons: all 200 lines looked at have 9 of them."
};

/// How the cells of a table are written.
struct CellFormat {
    NumberFormat numbers;
    DateOrder dates = MonthFirst;
};

/// A table as read, with what was found out on the way. Only whole rows are in it.
struct Table {
    std::vector<Column> columns;
    std::size_t rows = 0;

    char separator = ',';
    char decimal = '.';
    char grouping = 0;
    char comment = 0;
    bool dayFirst = false;
    bool yearFirst = false; ///< dates of two-digit years begin with them
    Encoding encoding = Encoding::Utf8;
    bool header = true;
    std::vector<ReadingGuess> guesses;
    std::size_t raggedRows = 0;    ///< lines left out because they have more or fewer values than the rest
    std::vector<Message> warnings; ///< what a person should know: ragged lines by number, and so on
    std::uint64_t fingerprint = 0; ///< of the original bytes

    DateOrder dateOrder() const { return yearFirst ? YearFirst : dayFirst ? DayFirst : MonthFirst; }
    CellFormat cellFormat() const { return {{decimal, grouping}, dateOrder()}; }
};

/// The options that read the same bytes as this table again, whatever would be found out.
ReadOptions readingOf(const Table& table);

/// What `inspect` and the window call a type: "number", "integer", "boolean", ...
std::string_view typeName(ColumnType type);

/// "utf-8", "utf-16" or "windows-1252".
std::string_view encodingName(Encoding encoding);

}
