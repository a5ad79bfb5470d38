#pragma once

#include "compression/deployable_model.h"

#include <string>
#include <vector>

namespace broto {

/// A model for the referees, and 256 rows in raw units to put to it, not all of which it was made from.
struct InteropCase {
    std::string name;
    DeployableModel model;
    Matrix rows;
    Matrix training; ///< the rows that it was made from
};

/// Classification and regression; float32 and int8; every activation, every way to keep weights, one scale a neuron and
/// one for all; networks that have learned drawn data for a while, and others the program's own samples. The same ones
/// every time.
std::vector<InteropCase> interopCases();

}
