#pragma once

#include "common/matrix.h"
#include "network/network.h"

namespace broto {

/// Replaces weighted sums by what the activation makes of them. NaN becomes 0 in a ReLU, as on the board.
void applyActivation(Activation activation, Matrix& sums);

/// Backpropagation through an activation: multiplies `gradient` by the derivative, which every activation here can tell
/// from its output alone. Both have the same size.
void multiplyByDerivative(Activation activation, const Matrix& outputs, Matrix& gradient);

}
