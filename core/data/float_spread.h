#pragma once

#include "data/table.h"

namespace broto {

/// Networks compute with floats, of about seven digits. How many steps from one float to the next, at the column's
/// largest number, its deviation is: with few of them different numbers become one. Infinity where the question makes
/// no sense: for texts, times, a single value, and numbers that no float holds.
double floatStepsOf(const Column& column);

/// Next to nothing is left of how the numbers differ.
bool isTooFineForFloats(const Column& column);

/// Something is left of it, in steps that can be seen.
bool isRoughInFloats(const Column& column);

/// A round number near the mean, as a person would subtract it: "100000000".
std::string constantToSubtract(const Column& column);

}
