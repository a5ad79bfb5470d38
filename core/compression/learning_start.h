#pragma once

#include "training/fine_tuning.h"

namespace broto {

/// A network that goes on to learn: weights, shape, and the settings that it has learned by so far.
struct LearningStart {
    Network network;
    NetworkDesign design; ///< without normalisation, which has become part of the weights
    TrainingSettings settings;
    Zeros zeros = Zeros::Grow; ///< Stay: it has been pruned
};

}
