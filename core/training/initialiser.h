#pragma once

#include "common/random.h"
#include "network/network.h"

namespace broto {

/// A network to begin with: weights and biases uniform by Glorot's rule, which keeps the signal's size from layer to
/// layer; in the output layer a tenth of that, so that no answer is favoured before anything has been learned.
Network initialNetwork(const NetworkShape& shape, Random& random);

}
