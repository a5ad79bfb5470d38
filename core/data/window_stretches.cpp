#include "data/window_stretches.h"

#include <cmath>

namespace broto {

namespace {

bool isReading(const ReadingFacts& facts, std::size_t row)
{
    return (facts.broken.empty() || !facts.broken[row]) && (facts.seconds.empty() || !std::isnan(facts.seconds[row]));
}

/// Whether a reading belongs to the stretch of the reading in the row before it.
bool follows(const ReadingFacts& facts, std::size_t row)
{
    if (!facts.groups.empty() && facts.groups[row] != facts.groups[row - 1])
        return false;
    if (!facts.parts.empty() && facts.parts[row] != facts.parts[row - 1])
        return false;
    if (facts.seconds.empty())
        return true;
    const double step = facts.seconds[row] - facts.seconds[row - 1];
    return step >= 0 && (facts.longestGap == 0 || step <= facts.longestGap);
}

}

FoundStretches findStretches(const ReadingFacts& facts)
{
    FoundStretches found;
    bool goesOn = false; // the row before is a reading
    for (std::size_t row = 0; row < facts.rows; ++row) {
        const bool continues = goesOn && isReading(facts, row) && follows(facts, row);
        const bool lacksLast = !facts.carried.empty() && facts.carried[row] && !continues;
        goesOn = isReading(facts, row) && !lacksLast;
        if (!goesOn)
            ++found.brokenRows;
        else if (continues)
            ++found.stretches.back().rows;
        else
            found.stretches.push_back({row, 1});
    }
    return found;
}

double usualLongestGap(double usualStep)
{
    constexpr double usualSteps = 2.5;
    return usualSteps * usualStep;
}

}
