#pragma once

#include "network/network.h"

#include <string>

namespace broto {

/// "16 relu, 8 tanh dropout 0.2 batch-norm": the hidden layers in the words of the command line; "none" without any.
std::string designText(const NetworkDesign& design);

}
