#include "training/penalties.h"

#include <cmath>

namespace broto {

void addPenalties(const TrainingSettings& settings, const Parameters& parameters, AlignedFloats& gradient)
{
    if (!(settings.l1 > 0 || settings.l2 > 0))
        return;
    const auto l1 = static_cast<float>(settings.l1), l2 = static_cast<float>(2 * settings.l2);
    for (std::size_t i = 0; i < parameters.weightCount; ++i) {
        const float weight = parameters.values[i];
        const float direction = weight > 0 ? 1.0f : weight < 0 ? -1.0f : 0.0f;
        gradient[i] += l1 * direction + l2 * weight;
    }
}

void clip(double longest, AlignedFloats& gradient)
{
    if (!(longest > 0))
        return;
    double squares = 0;
    for (const float slope : gradient)
        squares += static_cast<double>(slope) * static_cast<double>(slope);
    const double length = std::sqrt(squares);
    if (!(length > longest))
        return;
    const auto share = static_cast<float>(longest / length);
    for (float& slope : gradient)
        slope *= share;
}

}
