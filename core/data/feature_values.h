#pragma once

#include "common/result.h"
#include "data/column_index.h"
#include "data/preprocessing.h"

#include <vector>

namespace broto {

/// The column of another table that holds a feature: by its name, or by a header made of its name and unit where the
/// name alone would be ambiguous.
Result<std::size_t> findFeature(const ColumnIndex& index, const Feature& feature);

/// Why such a column cannot hold it: it is in another unit.
std::optional<Message> problemWithUnit(const Column& column, const Feature& feature);

/// The values of such a column as rows hold them (see Feature). A category that the feature does not know becomes an
/// index past its last one. Fails when the unit is another one, and where numbers are needed and there are texts.
Result<std::vector<float>> featureValues(const Column& column, const Feature& feature, const NumberFormat& format);

}
