#pragma once

#include "common/matrix.h"
#include "network/activation.h"

namespace broto {

/// Replaces weighted sums by what the activation makes of them, with the same bits on every machine.
void applyActivation(Activation activation, Matrix& sums);

}
