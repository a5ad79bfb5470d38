#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace broto {

/// What something costs, and how good it is.
struct Trade {
    double cost = 0;
    double quality = 0; ///< NaN: not known
};

/// Those that no other is both as cheap and as good as, and better in one (the Pareto front), from the cheapest to the
/// best. Of equal ones the first.
std::vector<std::size_t> bestTrades(std::span<const Trade> trades);

/// What shows all of them with some room around, of which hardly any is above `best`, as good as one can be. Never
/// empty.
struct TradeRange {
    double leastCost = 0, mostCost = 1;
    double leastQuality = 0, mostQuality = 1;
};
TradeRange rangeOf(std::span<const Trade> trades, double best = std::numeric_limits<double>::infinity());

}
