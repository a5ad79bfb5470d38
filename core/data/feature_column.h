#pragma once

#include "data/column_plan.h"

#include <limits>
#include <string>
#include <vector>

namespace broto {

/// The categories that training rows have, and the index of each in the order of the column's own.
struct KnownCategories {
    std::vector<std::string> names;
    std::vector<float> indexes;
};

/// A category that none of these rows has gets an index past the last one.
KnownCategories categoriesIn(const Column& column, const std::vector<std::size_t>& rows);

/// A column as a feature of raw rows.
struct FeatureColumn {
    PlannedFeature planned;
    KnownCategories known; ///< of a category

    float value(std::size_t row) const
    {
        const Column& column = *planned.column;
        if (column.numeric())
            return static_cast<float>(column.numbers[row]);
        const std::int32_t code = column.codes[row];
        return code < 0 ? std::numeric_limits<float>::quiet_NaN() : known.indexes[static_cast<std::size_t>(code)];
    }
    bool hasValueIn(const std::vector<std::size_t>& rows) const;
};

}
