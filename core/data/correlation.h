#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/data_choices.h"

#include <vector>

namespace broto {

/// How strongly columns go together, in pairs.
///
/// Two columns of numbers: Pearson's correlation, -1 to 1. A column of texts with one of numbers: the correlation
/// ratio, 0 to 1: the share of the numbers' deviation that lies between the categories, as a root. Two columns of
/// texts: Cramér's V, 0 to 1. Always over the rows that have both values.
struct Correlations {
    std::vector<std::size_t> columns; ///< of the table; the target first
    std::size_t leftOut = 0;          ///< columns that there was no place for
    std::vector<double> values;       ///< one a pair; NaN where a column does not vary

    double at(std::size_t row, std::size_t column) const { return values[row * columns.size() + column]; }
};

/// Of the target and of at most `most` columns in all that could be features. Fails only when cancelled.
Result<Correlations> correlationsOf(const Table& table, const DataChoices& choices, std::size_t most,
                                    const RunControl& control = {});

/// One pair; NaN where one of the two does not vary.
double correlationOf(const Column& first, const Column& second);

}
