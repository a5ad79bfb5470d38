#pragma once

#include "export/header_facts.h"

#include <string>

namespace broto {

// How a network's layers are called, one after the other, as lines of code. Inputs of layer `index` (from 0) are in the
// workspace's first buffer where it is even, in the second where it is odd.

std::string bufferBefore(int index);

/// A hidden layer, from the buffer before it to the one behind it.
std::string hiddenLayerCall(const HeaderFacts& facts, int index);

/// Leaves the hidden layers after the one before layer `index`, with bytes to show.
std::string leaveHidden(const HeaderFacts& facts, int index);

/// What brings the inputs of a layer into the form that it reads; often nothing.
std::string preparation(const HeaderFacts& facts, int index);

/// The output layer, from x to raw.
std::string outputLayerCall(const HeaderFacts& facts);

/// The class of the encoded row, returned: without scores where the output layer is one array that lies near.
std::string classCall(const HeaderFacts& facts);

}
