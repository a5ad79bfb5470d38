#pragma once

#include "export/header_facts.h"

#include <string>

namespace broto {

// Pieces of programs that use an exported header, whose namespace they call `model`. Lines of C++ without a line break
// at the end; in a function, indented by four spaces.

/// Fills `row` with a golden row.
std::string rowLines(const HeaderFacts& facts);

/// Fills `row` with what analog pins measure, or a golden row's values where there are no pins left.
std::string sensorLines(const HeaderFacts& facts);

/// Fills `reading` of a stream with what analog pins measure.
std::string channelSensorLines(const HeaderFacts& facts);

/// The analog pins of a board, `pins` and `largestCount`.
std::string pinLines();

/// A value for `reading[channel]` of reading `i` of a window.
std::string goldenReading(const HeaderFacts& facts);

/// Asks about `row` and prints the answer over Serial.
std::string serialAnswerLines(const HeaderFacts& facts);

/// All of it for a program with printf: what to ask, asking, printing.
std::string printedExample(const HeaderFacts& facts);

/// Microseconds from one reading of a stream to the next, as a literal, and the same for people.
std::string periodLiteral(const HeaderFacts& facts);
std::string rateText(const HeaderFacts& facts);

}
