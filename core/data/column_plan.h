#pragma once

#include "common/result.h"
#include "data/data_choices.h"

#include <memory>
#include <optional>
#include <vector>

namespace broto {

/// A column of a table as the choices want it (see chosenColumn).
struct PlannedColumn {
    std::size_t index = 0; ///< in the table
    std::shared_ptr<const Column> column;
};

/// A feature, and what becomes of its missing values.
struct PlannedFeature : PlannedColumn {
    MissingPolicy missing = MissingPolicy::Mean;
};

/// The columns of a table by what they are used for.
struct ColumnPlan {
    PlannedColumn target;
    std::vector<PlannedFeature> features;
    std::vector<PlannedColumn> groups;
    std::optional<PlannedColumn> time;  ///< numbers or times
    std::optional<PlannedColumn> parts; ///< says for every row whether it is for training, validation or test
};

/// Fails when there is no target or no feature, and when a column cannot be what it was chosen for.
Result<ColumnPlan> planColumns(const Table& table, const DataChoices& choices);

/// What no column is left for.
Message noFeaturesError(const Column& target);

/// The numbers of a column that says when a row was taken; NaN where it does not. They grow with time.
std::vector<double> timesOf(const Column& column);

}
