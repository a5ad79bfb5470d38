#pragma once

#include "data/column_plan.h"
#include "data/window_plan.h"

#include <vector>

namespace broto {

/// What decides where stretches begin. Every list has one value a row, or none where it says nothing.
struct ReadingFacts {
    std::size_t rows = 0;
    std::vector<double> seconds;       ///< when a row was taken
    std::vector<std::int32_t> groups;  ///< rows of one recording have one number
    std::vector<std::int32_t> parts;   ///< what the table says of the split
    std::vector<std::uint8_t> broken;  ///< rows that are no readings
    std::vector<std::uint8_t> carried; ///< rows that need the one before them for a value they lack
    double longestGap = 0;             ///< seconds; 0: any
};

struct FoundStretches {
    std::vector<WindowStretch> stretches;
    std::size_t brokenRows = 0;
};

/// See WindowPlan.
FoundStretches findStretches(const ReadingFacts& facts);

/// The longest gap where nobody says: 2.5 usual steps, so that one reading may be lost.
double usualLongestGap(double usualStep);

}
