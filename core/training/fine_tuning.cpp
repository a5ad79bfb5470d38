#include "training/fine_tuning.h"

#include "platform/subnormals.h"
#include "training/training_run.h"
#include "training/training_start.h"

namespace broto {

Result<FineTuned> fineTune(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                           const FineTuning& tuning, const RunControl& control, const EpochObserver& observer,
                           InstructionSet instructions)
{
    if (Result<void> checked = checkTraining(design, settings, data.target); !checked)
        return checked.error();
    if (Result<void> checked = checkRows(data); !checked)
        return checked.error();
    const FlushSubnormals fast;
    TrainingRun run(data, design, settings, instructions, tuning);
    Result<TrainedNetwork> tuned = run.run(control, observer);
    if (!tuned)
        return tuned.error();
    return FineTuned{std::move(*tuned), run.takeForm()};
}

NetworkDesign foldedDesign(NetworkDesign design)
{
    for (HiddenLayer& layer : design.hidden)
        layer.normalised = false;
    return design;
}

}
