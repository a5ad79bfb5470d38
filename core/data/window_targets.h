#pragma once

#include "data/target_values.h"
#include "data/window_plan.h"

#include <optional>
#include <vector>

namespace broto {

/// The target of every row of a table.
struct RowTargets {
    std::vector<std::int32_t> labels; ///< classification; -1: none
    std::vector<double> values;       ///< regression; NaN: none
    std::size_t classes = 0;
};
RowTargets rowTargets(const TargetValues& target, std::size_t rows);

/// What the readings of a window say about its target.
struct WindowTarget {
    std::int32_t label = -1; ///< classification
    float value = 0;         ///< regression
    bool known = false;
    bool mixed = false; ///< several classes
};

/// Finds the targets of windows that follow each other: `firstRow` never falls. Takes as long for any number of windows
/// as the rows are many.
class WindowTargetFinder {
public:
    WindowTargetFinder(const RowTargets& targets, const WindowChoices& choices, std::size_t length);
    WindowTarget find(std::size_t firstRow);

private:
    WindowTarget labelOf(std::size_t firstRow);
    WindowTarget valueOf(std::size_t firstRow) const;
    void moveTo(std::size_t firstRow);

    const RowTargets& m_targets;
    const WindowChoices& m_choices;
    const std::size_t m_length;
    std::size_t m_from = 0, m_to = 0;   // the rows that are counted
    std::vector<std::size_t> m_counts;  // one a class
    std::vector<std::size_t> m_lastRow; // likewise
    std::size_t m_present = 0;          // classes with a count
    std::vector<double> m_sums;         // of the values before a row
    std::vector<std::size_t> m_known;   // how many they are
};

}
