#pragma once

#include "data/data_choices.h"
#include "data/window_plan.h"

namespace broto {

/// Whether the rows of a table look like readings of sensors that follow one another.
struct StreamSigns {
    bool likely = false;     ///< a column says when each was taken, and there is room for windows between the gaps
    WindowChoices proposal;  ///< the windows that would be made
    std::size_t windows = 0; ///< how many there would be
};

/// Takes as long as planWindows.
StreamSigns streamSigns(const Table& table, const DataChoices& choices);

}
