#include "data/feature_column.h"

#include <algorithm>
#include <cmath>

namespace broto {

KnownCategories categoriesIn(const Column& column, const std::vector<std::size_t>& rows)
{
    std::vector<bool> seen(column.categories.size());
    for (const std::size_t row : rows) {
        if (column.codes[row] >= 0)
            seen[static_cast<std::size_t>(column.codes[row])] = true;
    }
    KnownCategories known;
    for (std::size_t code = 0; code < seen.size(); ++code) {
        known.indexes.push_back(static_cast<float>(known.names.size()));
        if (seen[code])
            known.names.push_back(column.categories[code]);
    }
    const auto unknown = static_cast<float>(known.names.size());
    for (std::size_t code = 0; code < seen.size(); ++code) {
        if (!seen[code])
            known.indexes[code] = unknown;
    }
    return known;
}

bool FeatureColumn::hasValueIn(const std::vector<std::size_t>& rows) const
{
    return std::any_of(rows.begin(), rows.end(), [this](std::size_t row) { return !std::isnan(value(row)); });
}

}
