#pragma once

#include "common/result.h"
#include "data/data_choices.h"
#include "data/stream.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broto {

/// The parts of a split.
enum class SplitPart : std::uint8_t { Training, Validation, Test };

/// One window: `WindowPlan::stream.length` rows of the table from `firstRow` on.
struct PlannedWindow {
    std::size_t firstRow = 0;
    std::size_t stretch = 0; ///< index into WindowPlan::stretches
    SplitPart part = SplitPart::Training;
    std::int32_t label = 0; ///< classification: index into WindowPlan::classes
    float value = 0;        ///< regression, in the target's unit
};

/// Rows without a gap: one recording, or what lies between two gaps of it.
struct WindowStretch {
    std::size_t firstRow = 0;
    std::size_t rows = 0;
};

/// A window that lies in a stretch and is not used.
struct DroppedWindow {
    enum class Reason {
        NoTarget,    ///< none of its readings has a target (a regression's last value: the last reading has none)
        Mixed,       ///< its readings are of several classes, and such windows are not wanted
        BetweenParts ///< some of its readings are in another part of the split than the others
    };
    std::size_t firstRow = 0;
    Reason reason = Reason::NoTarget;
};

/// Where the windows of a table lie. Windows follow each other by the stride from the beginning of each stretch, in the
/// order of the table.
///
/// A new stretch begins where a group begins, where the time steps back or further than the longest gap, behind a row
/// without a time, behind a row that lacks a channel's value (unless the column has a policy that fills it in: then
/// that counts as a reading), and, with SplitMethod::Column, where the part changes.
///
/// Parts never share a reading. The readings are shared out first, and a window is in a part if all its readings are.
/// Groups, times and part columns say of every reading where it belongs. At random (random, stratified, folds and file
/// without groups) whole stretches are shared out, long ones in blocks: ten windows long, or shorter, down to one
/// window, where that leaves a class fewer than ten of them.
struct WindowPlan {
    Stream stream;                        ///< channels, length and stride in readings, rate, features
    double longestGap = 0;                ///< seconds; 0: there are no times
    std::vector<WindowStretch> stretches; ///< all of them, those too short for a window as well
    std::vector<PlannedWindow> windows;   ///< in the order of the table
    std::vector<DroppedWindow> dropped;   ///< likewise
    std::size_t mixedWindows = 0;         ///< of `windows`: those whose readings are of several classes
    std::size_t shortStretches = 0;       ///< stretches shorter than a window
    std::size_t brokenRows = 0;           ///< rows that are no readings: without a time, or without a value
    Task task = Task::Classification;
    std::vector<std::string> classes; ///< of the target, in the order of their labels
    std::vector<Message> warnings;    ///< what a person should know: how many were dropped and why, and so on
};

/// Windows of each part (training, validation, test).
std::array<std::size_t, 3> windowCounts(const WindowPlan& plan);

/// Plans the windows of a table by `choices.windows`, which has to be there. A million rows take well under a second.
/// Fails when a column cannot be what it was chosen for (see planColumns), when a feature holds no numbers, when the
/// choices make no sense (see streamFor), and when no window is left; the sentence says which.
Result<WindowPlan> planWindows(const Table& table, const DataChoices& choices);

/// Windows for a table, when nobody has chosen any: 64 readings long, or about a second where the rate is known, but
/// no longer than half of the usual stretch and than 1 KiB of readings, which an Uno can hold; half of that from one
/// to the next. The length is a power of two. Also for choices without a target.
WindowChoices proposeWindows(const Table& table, const DataChoices& choices);

/// Readings a second, as the column of times tells: nothing where there is none, or no two times differ.
std::optional<double> measuredRate(const Table& table, const DataChoices& choices);

}
