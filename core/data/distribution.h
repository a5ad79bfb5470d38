#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/row_groups.h"

#include <optional>
#include <string>
#include <vector>

namespace broto {

/// How the values of a column are distributed: numbers and times in ranges of equal width, texts by category.
struct Distribution {
    static constexpr std::size_t mostCategories = 20;

    std::size_t rows = 0;
    std::size_t missing = 0;
    std::size_t distinct = 0; ///< different values, however many
    /// The smallest value, the quartiles and the largest; nothing for texts, and where no value is there.
    std::optional<std::array<double, 5>> quartiles;
    double mean = 0, deviation = 0; ///< of the whole population; where there are quartiles and no times

    std::vector<double> edges;                    ///< of the ranges: one more than there are bars; none for texts
    std::vector<std::string> categories;          ///< of texts, one a bar, commonest first
    std::size_t otherCategories = 0;              ///< which have no bar of their own; together they are the last bar
    std::vector<std::vector<std::size_t>> counts; ///< counts[group][bar]; the last group: rows that are in none

    std::size_t bars() const { return counts.front().size(); }
};

/// Fails only when cancelled.
Result<Distribution> distributionOf(const Column& column, const RowGroups& groups, const RunControl& control = {});

/// The same with at most `most` bars of categories: the rarest ones share the last. Ranges stay as they are.
Distribution withFewerBars(Distribution distribution, std::size_t most);

/// Borders of ranges of equal width from `min` to `max` or a little beyond, about `wanted` ranges. With `wholeNumbers`
/// every number is in the middle of one range as long as there are not too many, otherwise borders are round numbers.
std::vector<double> rangeEdges(double min, double max, std::size_t wanted, bool wholeNumbers);

}
