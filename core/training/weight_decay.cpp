#include "training/weight_decay.h"

#include <algorithm>

namespace broto {

double weightDecayFor(std::size_t trainingRows)
{
    // Mean test scores with and without: iris 95.7 and 95.2 % (300 splits); over 10 splits digits 96.3 and 95.7,
    // wine 96.7 and 97.0, breast cancer 97.0 and 97.0 %. With thousands of rows R2 changed by 0.0001.
    constexpr double strength = 64, most = 0.5;
    return std::min(most, strength / static_cast<double>(trainingRows));
}

}
