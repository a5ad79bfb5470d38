#pragma once

#include "export/header_facts.h"

#include <string>

namespace broto {

// What a header has besides where the model takes a stream of readings. All are empty for other models, but for the
// last.

std::string streamConstants(const HeaderFacts& facts);    ///< sizes and channels
std::string streamDeclarations(const HeaderFacts& facts); ///< what a sketch calls
std::string streamData(const HeaderFacts& facts);         ///< in flash
std::string streamFunctions(const HeaderFacts& facts);
std::string
streamSelfTest(const HeaderFacts& facts); ///< a function that needs isExpected; empty without a golden window

/// The members of `Model` for the board server; a model of single rows has them too, and takes no readings.
std::string streamMembers(const HeaderFacts& facts);

}
