#include "training/schedule.h"

namespace broto {

double learningRateAt(const TrainingSettings& settings, int epoch)
{
    constexpr double lowestShare = 0.01;
    const double passed = settings.epochs > 1 ? (epoch - 1.0) / (settings.epochs - 1.0) : 0;
    const double fallen = passed * passed * (3 - 2 * passed); // like half a cosine, but the same on every machine
    return settings.learningRate * (1 - (1 - lowestShare) * fallen);
}

}
