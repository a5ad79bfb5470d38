#pragma once

#include "export/header_facts.h"

#include <string>

namespace broto {

/// The weights, biases, multipliers and table of a layer as arrays in flash, with a comment that tells what it is.
std::string layerArrays(const HeaderFacts& facts, int layer);

}
