#include "compression/model_frame.h"

#include "compression/golden_rows.h"
#include "compression/predictor.h"

namespace broto {

DeployableModel modelFrame(std::string name, Arithmetic arithmetic, const TrainedNetwork& trained, const Dataset& data,
                           std::string_view version)
{
    DeployableModel model;
    model.name = std::move(name);
    model.arithmetic = arithmetic;
    model.preprocessing = data.preprocessing;
    model.decoding.target = data.target;
    model.goldenRows = goldenRows(data);
    model.goldenWindow = goldenWindow(data);
    model.provenance.version = version;
    model.provenance.dataFingerprint = data.fingerprint;
    model.provenance.seed = trained.settings.seed;
    model.provenance.epochs = static_cast<int>(trained.history.size());
    model.provenance.metric = headlineName(data.target.task);
    return model;
}

void measure(DeployableModel& model, const Dataset& data)
{
    model.provenance.testMetric = evaluate(model, data.test).headline;
}

}
