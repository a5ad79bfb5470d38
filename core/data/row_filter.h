#pragma once

#include "data/row_order.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// Which rows a person wants to see. All conditions must hold; none: every row. As a person writes it, with "&" between
/// conditions:
///
///     ana              some cell contains the text, in small or capital letters
///     missing          some value of the row is missing
///     speed < 5        also = != <= > >=; the column by its header or its name
///     class = setosa   texts are the same in small and capital letters
///     time >= 2015-02  times as they are shown, or how they begin
///     speed = missing
///     "a < b"          quotes: text to look for, whatever it holds
struct RowFilter {
    enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
    struct Condition {
        enum class Kind { Contains, MissesSomething, Compares };
        Kind kind = Kind::Contains;
        std::size_t column = 0; ///< Compares
        Comparison comparison = Comparison::Equal;
        bool withMissing = false; ///< Compares: whether the value is missing
        double number = 0;        ///< Compares, with numbers
        std::string text;         ///< Contains, and Compares with texts and times; small letters
    };
    std::vector<Condition> conditions;
};

/// The columns of a table as they are wanted (see chosenColumn), all of them; none: as they were read.
using ColumnsAsChosen = std::span<const std::shared_ptr<const Column>>;

/// Fails when a column is not there, and when something that is no number is compared with numbers.
Result<RowFilter> parseRowFilter(std::string_view text, const Table& table, ColumnsAsChosen columns = {});

/// The rows that the filter leaves, in the order of the file. Fails only when cancelled.
Result<RowNumbers> filteredRows(const Table& table, const RowFilter& filter, const RunControl& control = {},
                                ColumnsAsChosen columns = {});

}
