#include "training/training_start.h"

#include "training/class_weights.h"
#include "training/initialiser.h"

namespace broto {

namespace {

/// The shape as it is learned: of two classes that one output tells apart, one.
NetworkShape learnedShape(const Dataset& data, const NetworkDesign& design, Loss loss)
{
    const int outputs = loss == Loss::BinaryCrossEntropy ? 1 : data.outputs();
    return shapeOf(design, static_cast<int>(data.training.inputs.cols()), outputs);
}

}

Result<void> checkRows(const Dataset& data)
{
    if (data.training.rows() == 0)
        return message("training.no-rows", BROTO_TEXT("core", "There are no training rows. Give the training part of "
                                                              "the split a share of the rows."));
    return {};
}

LossRules rulesFor(const Dataset& data, const TrainingSettings& settings)
{
    LossRules rules;
    rules.loss = lossOf(settings, data.target.task);
    rules.smoothing = static_cast<float>(settings.labelSmoothing);
    if (settings.classWeights == ClassWeights::Balanced && data.target.task == Task::Classification)
        rules.classWeights = balancedWeights(data.training.labels, data.target.classes.size());
    return rules;
}

Parameters initialParameters(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings)
{
    Random random(settings.seed);
    const NetworkShape shape = learnedShape(data, design, lossOf(settings, data.target.task));
    return Parameters(design, initialNetwork(shape, settings.initialiser, random));
}

TrainedNetwork begun(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                     InstructionSet instructions)
{
    TrainedNetwork result;
    result.design = design;
    result.settings = settings;
    result.dataFingerprint = data.fingerprint;
    result.instructionSet = instructionSetName(instructions);
    return result;
}

}
