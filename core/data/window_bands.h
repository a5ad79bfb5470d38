#pragma once

#include "data/window_plan.h"

#include <vector>

namespace broto {

/// Where a window lies on the axis of a series (see Series).
struct WindowBand {
    double from = 0;        ///< of its first reading
    double to = 0;          ///< of its last one
    std::int32_t label = 0; ///< its class, as PlannedWindow says
};

/// The windows of a plan from left to right, over the times of its rows; null: over the row numbers, the first row
/// is 1. Windows whose times are missing, or do not grow, have no place on the axis.
std::vector<WindowBand> windowBands(const WindowPlan& plan, const Column* times);

}
