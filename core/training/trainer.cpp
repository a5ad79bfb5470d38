#include "training/trainer.h"

#include "platform/subnormals.h"
#include "training/training_run.h"
#include "training/training_start.h"

namespace broto {

namespace {

/// Whether a training of these data can be taken up again; the error says why not.
Result<void> checkGoingOn(const Dataset& data, const TrainedNetwork& earlier, int epochs)
{
    const auto trained = static_cast<int>(earlier.history.size());
    if (!earlier.state || trained == 0)
        return message("training.no-state", BROTO_TEXT("core", "It is not known where this training stood, so that it "
                                                               "cannot go on. Train again from the start."));
    if (earlier.dataFingerprint != data.fingerprint)
        return message("training.other-data",
                       BROTO_TEXT("core", "The data or their preparation have changed since this training, so that it "
                                          "cannot go on. Train again from the start."));
    if (epochs <= trained || epochs > mostEpochs)
        return message("training.epochs-to-go-on",
                       BROTO_TEXT("core", "The training has had %1 epochs and is to go on to %2. Choose a number above "
                                          "%1 and up to %3."),
                       trained, epochs, mostEpochs);
    return {};
}

InstructionSet instructionsFor(const TrainedNetwork& earlier)
{
    return availableInstructionSet(earlier.instructionSet).value_or(bestInstructionSet());
}

}

Result<TrainedNetwork> train(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                             const RunControl& control, const EpochObserver& observer, InstructionSet instructions)
{
    if (Result<void> checked = checkTraining(design, settings, data.target); !checked)
        return checked.error();
    if (Result<void> checked = checkRows(data); !checked)
        return checked.error();
    const FlushSubnormals fast;
    return TrainingRun(data, design, settings, instructions).run(control, observer);
}

Result<TrainedNetwork> trainOn(const Dataset& data, const TrainedNetwork& earlier, int epochs,
                               const RunControl& control, const EpochObserver& observer)
{
    if (Result<void> checked = checkGoingOn(data, earlier, epochs); !checked)
        return checked.error();
    if (Result<void> checked = checkTraining(earlier.design, earlier.settings, data.target); !checked)
        return checked.error();
    const FlushSubnormals fast;
    TrainingRun run(data, earlier.design, earlier.settings, instructionsFor(earlier));
    if (Result<void> restored = run.restore(earlier, epochs); !restored)
        return restored.error();
    return run.run(control, observer);
}

Result<TrainedNetwork> trainAgain(const Dataset& data, const TrainedNetwork& earlier, const RunControl& control,
                                  const EpochObserver& observer)
{
    if (Result<void> checked = checkTraining(earlier.design, earlier.settings, data.target); !checked)
        return checked.error();
    if (Result<void> checked = checkRows(data); !checked)
        return checked.error();
    const FlushSubnormals fast;
    TrainingRun run(data, earlier.design, earlier.settings, instructionsFor(earlier));
    run.runExactly(static_cast<int>(earlier.history.size()));
    return run.run(control, observer);
}

}
