#pragma once

#include "common/random.h"
#include "network/network.h"
#include "training/training_settings.h"

namespace broto {

/// A network to begin with: weights and biases drawn so that the signal keeps its size from layer to layer; in the
/// output layer a tenth of that, so that no answer is favoured before anything has been learned.
Network initialNetwork(const NetworkShape& shape, Initialiser initialiser, Random& random);

}
