#pragma once

#include "data/column_plan.h"
#include "data/window_plan.h"

#include <vector>

namespace broto {

/// Shares the readings of planned windows out and leaves out the windows that would be in two parts; see WindowPlan.
/// The plan has its stream, its stretches, its windows with their targets, its task and its classes. Fails as splitRows
/// does.
std::optional<Message> shareOutWindows(WindowPlan& plan, const ColumnPlan& columns, const DataChoices& choices,
                                       std::size_t tableRows);

}
