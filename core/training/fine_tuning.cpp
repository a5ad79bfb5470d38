#include "training/fine_tuning.h"

#include "platform/subnormals.h"
#include "training/training_run.h"
#include "training/training_start.h"

#include <algorithm>

namespace broto {

namespace {

/// The one output that learned by binary cross-entropy has become two since, of which cross-entropy says the same.
TrainingSettings forAllOutputs(TrainingSettings settings, Task task)
{
    if (lossOf(settings, task) == Loss::BinaryCrossEntropy)
        settings.loss = Loss::CrossEntropy;
    return settings;
}

}

Result<FineTuned> fineTune(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                           const FineTuning& tuning, const RunControl& control, const EpochObserver& observer,
                           InstructionSet instructions)
{
    if (Result<void> checked = checkTraining(design, settings, data.target); !checked)
        return checked.error();
    if (Result<void> checked = checkRows(data); !checked)
        return checked.error();
    const FlushSubnormals fast;
    TrainingRun run(data, design, forAllOutputs(settings, data.target.task), instructions, tuning);
    Result<TrainedNetwork> tuned = run.run(control, observer);
    if (!tuned)
        return tuned.error();
    return FineTuned{std::move(*tuned), run.takeForm()};
}

TrainingSettings extraSettings(const TrainingSettings& before, const ExtraTraining& extra, double usualEpochs,
                               double usualRate)
{
    TrainingSettings settings = before;
    settings.epochs = extra.epochs > 0 ? extra.epochs : std::max(1, static_cast<int>(before.epochs * usualEpochs));
    settings.learningRate = extra.learningRate > 0 ? extra.learningRate : before.learningRate * usualRate;
    settings.warmUpEpochs = 0;
    settings.patience = 0;
    return settings;
}

NetworkDesign foldedDesign(NetworkDesign design)
{
    for (HiddenLayer& layer : design.hidden)
        layer.normalised = false;
    return design;
}

}
