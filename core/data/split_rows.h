#pragma once

#include "data/data_split.h"

namespace broto {

/// What a split has to know about the rows it shares out. Every list has one value a row, or none where the way to
/// split does not need it.
struct RowFacts {
    std::size_t rows = 0;
    std::vector<std::int32_t> labels; ///< classes, or ranges of a number's values; 0 .. labelCount - 1
    std::size_t labelCount = 0;
    std::vector<std::int32_t> groups; ///< 0 .. groupCount - 1
    std::size_t groupCount = 0;
    std::vector<double> times;       ///< any numbers that grow with time
    std::vector<std::int32_t> parts; ///< 0 training, 1 validation, 2 test: as a column of the table says
};

/// Shares out the rows. The same seed gives the same parts. For SplitMethod::File the test part is empty.
Result<SplitRows> splitRows(const RowFacts& facts, const Split& split, SplitMethod method);

/// The oldest rows are for training, the newest for the test. Rows of one time stay in the order of the table.
Result<SplitRows> timeSplit(std::span<const double> times, const Split& split);

/// Which part a text of a table means, in English or Portuguese: "train", "Validação", "test". Nothing: none of them.
std::optional<std::int32_t> partNamed(std::string_view text);

}
