#include "training/training_settings.h"

#include <limits>

namespace broto {

namespace {

constexpr double largestDropout = 0.95;

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
    for (std::size_t i = 0; i < design.hidden.size(); ++i)
        if (!(design.hidden[i].dropout >= 0 && design.hidden[i].dropout <= largestDropout))
            return message("training.dropout",
                           BROTO_TEXT("core", "The dropout of hidden layer %1 is %2. Choose a share from 0 to %3."),
                           i + 1, design.hidden[i].dropout, largestDropout);
    return {};
}

/// One number of the settings and what it may be.
struct Range {
    const char* id;
    std::string_view sentence; ///< %1 is the number, %2 and %3 its limits
    double value;
    double least;
    double most;
};

Result<void> checkRange(const Range& range)
{
    const bool inside = range.value >= range.least && range.value <= range.most; // false when it is not a number
    if (inside)
        return {};
    return message(range.id, range.sentence, range.value, range.least, range.most);
}

Result<void> checkLoss(const TrainingSettings& settings, const Target& target)
{
    const Loss loss = lossOf(settings, target.task);
    const bool ofClasses = loss == Loss::CrossEntropy || loss == Loss::BinaryCrossEntropy;
    if (ofClasses != (target.task == Task::Classification))
        return message("training.loss",
                       BROTO_TEXT("core", "The loss %1 does not fit a target of this kind. For classes choose a "
                                          "cross-entropy, for numbers an error."),
                       lossName(loss));
    if (loss == Loss::BinaryCrossEntropy && target.classes.size() != 2)
        return message("training.binary-loss",
                       BROTO_TEXT("core", "The binary cross-entropy is for two classes, and the target has %1. Choose "
                                          "the cross-entropy."),
                       target.classes.size());
    return {};
}

}

std::string_view optimizerName(Optimizer optimizer)
{
    switch (optimizer) {
    case Optimizer::Sgd:
        return "sgd";
    case Optimizer::Momentum:
        return "momentum";
    case Optimizer::Nesterov:
        return "nesterov";
    case Optimizer::RmsProp:
        return "rmsprop";
    case Optimizer::Adam:
        return "adam";
    case Optimizer::AdamW:
        return "adamw";
    case Optimizer::Adamax:
        return "adamax";
    }
    return {};
}

std::string_view scheduleName(Schedule schedule)
{
    switch (schedule) {
    case Schedule::Constant:
        return "constant";
    case Schedule::Step:
        return "step";
    case Schedule::Cosine:
        return "cosine";
    case Schedule::Plateau:
        return "plateau";
    }
    return {};
}

std::string_view initialiserName(Initialiser initialiser)
{
    switch (initialiser) {
    case Initialiser::GlorotUniform:
        return "glorot-uniform";
    case Initialiser::GlorotNormal:
        return "glorot-normal";
    case Initialiser::HeUniform:
        return "he-uniform";
    case Initialiser::HeNormal:
        return "he-normal";
    }
    return {};
}

std::string_view classWeightsName(ClassWeights weights)
{
    return weights == ClassWeights::Balanced ? "balanced" : "equal";
}

Loss lossOf(const TrainingSettings& settings, Task task)
{
    return settings.loss.value_or(lossFor(task));
}

Result<void> checkSettings(const NetworkDesign& design, const TrainingSettings& settings)
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
    const Range ranges[] = {
        {"training.momentum", BROTO_TEXT("core", "The momentum is %1. Choose a number from %2 to %3."),
         settings.momentum, 0, 0.999},
        {"training.weight-decay", BROTO_TEXT("core", "The weight decay is %1. Choose a number from %2 to %3."),
         settings.weightDecay.value_or(0), 0, 10},
        {"training.warm-up", BROTO_TEXT("core", "The warm-up lasts %1 epochs. Choose a number from %2 to %3."),
         static_cast<double>(settings.warmUpEpochs), 0, static_cast<double>(mostEpochs)},
        {"training.smoothing", BROTO_TEXT("core", "The label smoothing is %1. Choose a share from %2 to %3."),
         settings.labelSmoothing, 0, 0.9},
        {"training.l1", BROTO_TEXT("core", "The L1 penalty is %1. Choose a number from %2 to %3."), settings.l1, 0, 10},
        {"training.l2", BROTO_TEXT("core", "The L2 penalty is %1. Choose a number from %2 to %3."), settings.l2, 0, 10},
        {"training.clipping",
         BROTO_TEXT("core", "The largest gradient is %1. Choose a number from %2 to %3; 0 stands for no limit."),
         settings.largestGradient, 0, 1e6},
        {"training.patience", BROTO_TEXT("core", "The patience is %1 epochs. Choose a number from %2 to %3."),
         static_cast<double>(settings.patience), 0, static_cast<double>(mostEpochs)},
    };
    for (const Range& range : ranges)
        if (Result<void> checked = checkRange(range); !checked)
            return checked;
    return {};
}

Result<void> checkTraining(const NetworkDesign& design, const TrainingSettings& settings, const Target& target)
{
    if (Result<void> checked = checkSettings(design, settings); !checked)
        return checked;
    return checkLoss(settings, target);
}

}
