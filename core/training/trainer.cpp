#include "training/trainer.h"

#include "common/cancelled.h"
#include "network/loss.h"
#include "training/epoch.h"
#include "training/initialiser.h"
#include "training/schedule.h"

#include <cmath>
#include <utility>

namespace broto {

namespace {

Message diverged(int epoch, const TrainingSettings& settings)
{
    return message("training.diverged",
                   BROTO_TEXT("core", "The training diverged in epoch %1: the loss is no longer a number. Lower the "
                                      "learning rate (now %2), and see that the features are scaled."),
                   epoch, settings.learningRate);
}

bool isFinite(const EpochRecord& record)
{
    return std::isfinite(record.trainingLoss) && std::isfinite(record.validationLoss) &&
           std::isfinite(record.trainingMetric) && std::isfinite(record.validationMetric);
}

bool isFinite(const Network& network)
{
    for (const DenseLayer& layer : network.layers)
        if (!layer.weights.allFinite() || !layer.bias.allFinite())
            return false;
    return true;
}

/// One training from its first epoch to its last.
class Training {
public:
    Training(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings)
        : m_data(data),
          m_settings(settings),
          m_loss(lossFor(data.target.task)),
          m_truth(truthOf(data.target, data.training)),
          m_squaredDistances(squaredDistancesFromMean(m_truth.values)),
          m_random(settings.seed),
          m_network(
              initialNetwork(shapeOf(design, static_cast<int>(data.training.inputs.cols()), data.outputs()), m_random)),
          m_batches(data.training.inputs, m_truth, settings.batch),
          m_pass(m_loss, makeUpdateRule(settings.optimizer, m_network, weightDecayFor(data.training.rows())))
    {
        m_result.design = design;
        m_result.settings = settings;
        m_result.dataFingerprint = data.fingerprint;
    }

    Result<TrainedNetwork> run(const RunControl& control, const EpochObserver& observer);

private:
    Result<void> runEpoch(int epoch, const RunControl& control);
    EpochRecord judged(int epoch, const EpochSums& sums) const;
    void keepIfBest(const EpochRecord& record);
    TrainedNetwork finished();

    const Dataset& m_data;
    const TrainingSettings m_settings;
    const Loss m_loss;
    const Truth m_truth;
    const double m_squaredDistances; ///< regression: of the scaled target
    Random m_random;
    Network m_network;
    Batches m_batches;
    EpochPass m_pass;
    double m_lowestLoss = 0;
    TrainedNetwork m_result;
};

Result<TrainedNetwork> Training::run(const RunControl& control, const EpochObserver& observer)
{
    for (int epoch = 1; epoch <= m_settings.epochs; ++epoch) {
        if (Result<void> ran = runEpoch(epoch, control); !ran)
            return ran.error();
        if (static_cast<int>(m_result.history.size()) < epoch)
            break; // stopped
        control.report(epoch, m_settings.epochs);
        if (observer)
            observer(m_result.history.back(), m_network);
    }
    if (control.cancelled())
        return cancelledByUser();
    return finished();
}

/// Adds to the history, unless a stop breaks the epoch off. The first one is always run to its end, for there would be
/// nothing to keep without it.
Result<void> Training::runEpoch(int epoch, const RunControl& control)
{
    const bool somethingToKeep = !m_result.history.empty();
    const auto brokenOff = [&] { return control.cancelled() || (somethingToKeep && control.stopRequested()); };
    m_batches.shuffle(m_random);
    const EpochSums sums = m_pass.run(m_network, m_batches, learningRateAt(m_settings, epoch), brokenOff);
    if (control.cancelled())
        return cancelledByUser();
    if (!sums.whole)
        return {};
    const EpochRecord record = judged(epoch, sums);
    // A ReLU hides a weight that is not a number from the loss, so that the weights are looked at as well.
    if (!isFinite(record) || !isFinite(m_network))
        return diverged(epoch, m_settings);
    m_result.history.push_back(record);
    keepIfBest(record);
    return {};
}

EpochRecord Training::judged(int epoch, const EpochSums& sums) const
{
    const double rows = static_cast<double>(m_data.training.rows());
    EpochRecord record;
    record.epoch = epoch;
    record.trainingLoss = static_cast<float>(sums.loss / rows);
    record.trainingMetric =
        static_cast<float>(m_data.target.task == Task::Classification ? static_cast<double>(sums.right) / rows
                                                                      : explainedShare(sums.loss, m_squaredDistances));
    if (m_data.validation.rows() > 0) {
        const Metrics metrics = evaluate(m_network, m_data, m_data.validation);
        record.validationLoss = static_cast<float>(metrics.loss);
        record.validationMetric = static_cast<float>(metrics.headline);
    }
    return record;
}

void Training::keepIfBest(const EpochRecord& record)
{
    const float loss = m_data.validation.rows() > 0 ? record.validationLoss : record.trainingLoss;
    if (m_result.bestEpoch != 0 && loss >= m_lowestLoss)
        return;
    m_lowestLoss = loss;
    m_result.bestEpoch = record.epoch;
    m_result.network = m_network;
}

TrainedNetwork Training::finished()
{
    m_result.training = evaluate(m_result.network, m_data, m_data.training);
    m_result.validation = evaluate(m_result.network, m_data, m_data.validation);
    m_result.test = evaluate(m_result.network, m_data, m_data.test);
    return std::move(m_result);
}

}

Result<TrainedNetwork> train(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                             const RunControl& control, const EpochObserver& observer)
{
    if (Result<void> checked = checkTraining(design, settings); !checked)
        return checked.error();
    if (data.training.rows() == 0)
        return message("training.no-rows", BROTO_TEXT("core", "There are no training rows. Give the training part of "
                                                              "the split a share of the rows."));
    return Training(data, design, settings).run(control, observer);
}

}
