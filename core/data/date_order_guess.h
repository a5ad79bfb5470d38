#pragma once

#include "data/table.h"
#include "data/time_cells.h"

#include <optional>
#include <span>

namespace broto {

struct DateOrder {
    bool dayFirst = false;
    std::optional<ReadingGuess> guess; ///< nothing where no date leaves it open
};

/// Whether days come before months, decided for the whole file, and read so in those columns whose own dates do not
/// tell. `usual` is what to take where nothing tells.
DateOrder settleDateOrder(std::span<TimeCells* const> columns, std::optional<bool> chosen, bool usual);

}
