#pragma once

#include "exported_models.h"

#include <QString>

#include <string>
#include <vector>

namespace broto {

/// A program that includes an exported header and streams all it says (tests/support/emulated/stream_answers.h).
std::string streamingProgram(const ExportedModel& exported, const std::string& identifier);

/// What that program has to say, worked out by the workbench's own Predictor.
std::vector<std::string> expectedLines(const ExportedModel& exported, const std::string& identifier);

/// The first line on which the two disagree, in words; empty if none. Integers must be the same to the bit; floats of
/// a float32 model may differ by one part in a hundred thousand of the larger of their size and 1.
QString firstDifference(const std::vector<std::string>& said, const std::vector<std::string>& expected, bool isFloat);

}
