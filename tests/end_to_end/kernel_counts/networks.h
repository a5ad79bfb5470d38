#pragma once

#include "compression/deployable_model.h"

#include <string>
#include <vector>

namespace broto {

/// A network whose kernels are counted, with the int8 rows that go into it.
struct CountedNetwork {
    std::string name; ///< "A", "worst A"
    DeployableModel model;
    std::vector<std::vector<std::int8_t>> rows;
};

/// Trained network "A" to "D" of tests/data/kernels, as int8 or int4. A row of whole numbers is its own int8 inputs.
CountedNetwork trainedNetwork(const std::string& letter, Storage storage);

/// A network of the same widths in which no input and no activation is 0: the most that any row can take.
CountedNetwork worstNetwork(const std::string& letter, Storage storage);

}
