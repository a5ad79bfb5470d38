#include "compression/best_trades.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace broto {

std::vector<std::size_t> bestTrades(std::span<const Trade> trades)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < trades.size(); ++i)
        if (std::isfinite(trades[i].quality))
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return trades[a].cost != trades[b].cost ? trades[a].cost < trades[b].cost
                                                : trades[a].quality > trades[b].quality;
    });
    std::vector<std::size_t> best;
    for (const std::size_t i : order)
        if (best.empty() || trades[i].quality > trades[best.back()].quality)
            best.push_back(i);
    return best;
}

TradeRange rangeOf(std::span<const Trade> trades, double best)
{
    constexpr double roomUp = 0.08, roomAcross = 0.12; // names stand beside the cheapest and the dearest
    std::vector<double> costs, qualities;
    for (const Trade& trade : trades)
        if (std::isfinite(trade.quality)) {
            costs.push_back(trade.cost);
            qualities.push_back(trade.quality);
        }
    if (costs.empty())
        return {};
    const auto around = [](const std::vector<double>& values, double room) {
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        const double margin = *most > *least ? room * (*most - *least) : std::max(room * std::abs(*most), 0.01);
        return std::pair(*least - margin, *most + margin);
    };
    const auto [leastCost, mostCost] = around(costs, roomAcross);
    const auto [leastQuality, mostQuality] = around(qualities, roomUp);
    const double aboveBest = best + roomUp * (best - leastQuality); // a point there is drawn whole
    return {leastCost, mostCost, leastQuality, std::min(mostQuality, aboveBest)};
}

}
