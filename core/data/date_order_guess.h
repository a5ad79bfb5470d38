#pragma once

#include "data/table.h"
#include "data/time_cells.h"

#include <optional>
#include <span>

namespace broto {

/// What the options say of the order, if anything.
std::optional<DateOrder> chosenDateOrder(const ReadOptions& options);

struct SettledDateOrder {
    DateOrder order = MonthFirst;
    std::optional<ReadingGuess> guess; ///< nothing where no date leaves it open
};

/// A column of times and its name.
struct NamedTimes {
    TimeCells* cells = nullptr;
    std::string_view name;
};

/// In which order dates are written, decided for the whole file, and read so in those columns whose own dates do not
/// tell. `usual` is what to take where nothing tells.
SettledDateOrder settleDateOrder(std::span<const NamedTimes> columns, std::optional<DateOrder> chosen, DateOrder usual);

}
