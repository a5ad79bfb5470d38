#include "training/class_weights.h"

#include <algorithm>

namespace broto {

std::vector<float> balancedWeights(std::span<const std::int32_t> labels, std::size_t classes)
{
    std::vector<std::size_t> rows(classes);
    for (const std::int32_t label : labels)
        ++rows[static_cast<std::size_t>(label)];
    const auto present =
        static_cast<double>(std::count_if(rows.begin(), rows.end(), [](auto count) { return count > 0; }));
    std::vector<float> weights(classes);
    for (std::size_t i = 0; i < classes; ++i)
        if (rows[i] > 0)
            weights[i] =
                static_cast<float>(static_cast<double>(labels.size()) / (present * static_cast<double>(rows[i])));
    return weights;
}

}
