#include "data/stream_signs.h"

namespace broto {

StreamSigns streamSigns(const Table& table, const DataChoices& choices)
{
    constexpr std::size_t fewestWindows = 10;
    constexpr std::size_t fewestPerStretch = 2;
    StreamSigns signs;
    signs.proposal = proposeWindows(table, choices);
    DataChoices withWindows = choices;
    withWindows.windows = signs.proposal;
    const Result<WindowPlan> plan = planWindows(table, withWindows);
    if (!plan)
        return signs;
    signs.windows = plan->windows.size();
    const std::size_t longEnough = plan->stretches.size() - plan->shortStretches;
    signs.likely = measuredRate(table, choices) && longEnough >= 1 && signs.windows >= fewestWindows &&
                   signs.windows >= fewestPerStretch * longEnough && 2 * plan->shortStretches <= plan->stretches.size();
    return signs;
}

}
