#pragma once

#include <cstddef>

namespace broto {

/// How strongly weights are pulled towards 0 when nobody says: less the more rows speak for them, and never enough to
/// hold them there. Few rows are easily learned by heart, and smaller weights make smoother answers.
double weightDecayFor(std::size_t trainingRows);

}
