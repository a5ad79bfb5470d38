#pragma once

#include "export/header_facts.h"

#include <string>

namespace broto {

/// Why a network cannot become straight-line code; nothing if it can: a classification of int8 or int4 with hidden
/// layers of ReLU, whose activations and weights are few.
std::optional<Message> straightLineProblem(const HeaderFacts& facts);

/// The routine, for AVR alone, and `classOf` in terms of it: weights as immediate numbers, no loops.
std::string straightLineFunction(const HeaderFacts& facts);

}
