#include "training/trainer.h"

#include <limits>

namespace broto {

namespace {

Result<void> checkDesign(const NetworkDesign& design)
{
    if (design.hidden.size() > static_cast<std::size_t>(mostLayers))
        return message("training.layers",
                       BROTO_TEXT("core", "The network has %1 hidden layers, more than the %2 that are possible. "
                                          "Remove some of them."),
                       design.hidden.size(), mostLayers);
    for (std::size_t i = 0; i < design.hidden.size(); ++i)
        if (design.hidden[i].units < 1 || design.hidden[i].units > mostUnits)
            return message("training.units",
                           BROTO_TEXT("core", "Hidden layer %1 has %2 neurons. Choose a number from 1 to %3."), i + 1,
                           design.hidden[i].units, mostUnits);
    return {};
}

}

Result<void> checkTraining(const NetworkDesign& design, const TrainingSettings& settings)
{
    if (Result<void> checked = checkDesign(design); !checked)
        return checked;
    if (settings.epochs < 1 || settings.epochs > mostEpochs)
        return message("training.epochs",
                       BROTO_TEXT("core", "The training is to last %1 epochs. Choose a number from 1 to %2."),
                       settings.epochs, mostEpochs);
    if (settings.batch < 1)
        return message("training.batch",
                       BROTO_TEXT("core", "A batch needs at least 1 row, not %1. Choose a larger number."),
                       settings.batch);
    const double rate = settings.learningRate;
    const bool usable = rate >= static_cast<double>(std::numeric_limits<float>::min()) && rate <= 1e6;
    if (!usable) // also when it is not a number
        return message("training.learning-rate",
                       BROTO_TEXT("core", "The learning rate is %1, and it must be above 0 and at most 1000000. "
                                          "Choose one from 0.0001 to 0.1."),
                       rate);
    return {};
}

}
