#include "training/training_run.h"

#include "common/cancelled.h"
#include "training/batch_pass.h"
#include "training/integer_pass.h"
#include "training/penalties.h"
#include "training/training_start.h"
#include "training/weight_decay.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace broto {

namespace {

constexpr int validationBatch = 256;

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

bool isFinite(const AlignedFloats& values)
{
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

/// The order of an epoch is its own draw, so that a training taken up again goes on as if it had not been interrupted.
std::uint64_t seedOf(std::uint64_t seed, int epoch)
{
    return seed ^ (static_cast<std::uint64_t>(epoch) * 0x9e3779b97f4a7c15ull);
}

std::vector<std::uint32_t> firstNumbers(std::size_t count)
{
    std::vector<std::uint32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0u);
    return numbers;
}

int largestBatch(const Dataset& data, const TrainingSettings& settings)
{
    return static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(settings.batch), data.training.rows()));
}

/// Values that a teacher has a share in: the squared distance to both is that to their mean, but for a constant.
Truth learnedTruth(const Dataset& data, const FineTuning* tuning)
{
    Truth truth = truthOf(data.target, data.training);
    if (!tuning || !tuning->teacher)
        return truth;
    const auto share = static_cast<float>(tuning->teacher->share);
    for (std::size_t row = 0; row < truth.values.size(); ++row)
        truth.values[row] =
            (1 - share) * truth.values[row] + share * tuning->teacher->answers(static_cast<Eigen::Index>(row), 0);
    return truth;
}

/// Fisher-Yates without divisions, which would take a tenth of the time of a small network. An order is the likelier by
/// at most rows / 2^32.
void shuffle(std::vector<std::uint32_t>& order, Random& random)
{
    Random inRegisters = random;
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[std::uint64_t{inRegisters.next()} * i >> 32]);
    random = inRegisters;
}

}

TrainingRun::TrainingRun(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                         InstructionSet instructions)
    : TrainingRun(data, design, settings, instructions, nullptr, initialParameters(data, design, settings))
{
}

TrainingRun::TrainingRun(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                         InstructionSet instructions, const FineTuning& tuning)
    : TrainingRun(data, design, settings, instructions, &tuning,
                  tuning.start.layers.empty() ? initialParameters(data, design, settings)
                                              : Parameters(design, tuning.start, tuning.scales))
{
}

TrainingRun::TrainingRun(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                         InstructionSet instructions, const FineTuning* tuning, Parameters parameters)
    : m_data(data),
      m_instructions(instructions),
      m_result(begun(data, design, settings, instructions)),
      m_rules(rulesFor(data, settings)),
      m_truth(learnedTruth(data, tuning)),
      m_validationTruth(truthOf(data.target, data.validation)),
      m_squaredDistances(squaredDistancesFromMean(m_truth.values)),
      m_validationSquaredDistances(squaredDistancesFromMean(m_validationTruth.values)),
      m_parameters(std::move(parameters)),
      m_best(m_parameters),
      m_rule(makeUpdateRule(settings, settings.weightDecay.value_or(weightDecayFor(data.training.rows())), m_parameters,
                            kernelsFor(instructions))),
      m_course(settings),
      m_order(data.training.rows()),
      m_validationRows(firstNumbers(data.validation.rows()))
{
    const bool integer = tuning && tuning->makeForm;
    if (integer)
        m_form = tuning->makeForm(m_parameters, kernelsFor(instructions));
    LossRules learned = m_rules;
    if (tuning && tuning->teacher && data.target.task == Task::Classification)
        learned.soft = &*tuning->teacher;
    m_pass = makePass(learned, integer ? tuning->trainingInputs : data.training.inputs, m_truth,
                      largestBatch(data, settings));
    m_validationPass = makePass(m_rules, integer ? tuning->validationInputs : data.validation.inputs, m_validationTruth,
                                validationBatch);
    if (tuning && tuning->zeros == Zeros::Stay)
        m_zeros.emplace(m_parameters);
    // An epoch of more than these takes longer than a person who pressed Stop should wait.
    constexpr double manyMultiplications = 1e8;
    m_epochsAreLong = static_cast<double>(data.training.rows()) * static_cast<double>(m_parameters.values.size()) >
                      manyMultiplications;
}

std::unique_ptr<Pass> TrainingRun::makePass(const LossRules& rules, const Matrix& inputs, const Truth& truth, int most)
{
    const Kernels& kernels = kernelsFor(m_instructions);
    if (m_form)
        return std::make_unique<IntegerPass>(m_parameters, *m_form, rules, kernels, inputs, truth, most);
    return std::make_unique<BatchPass>(m_parameters, rules, kernels, inputs, truth, most);
}

std::unique_ptr<IntegerForm> TrainingRun::takeForm()
{
    if (m_form)
        m_form->shape(m_best);
    return std::move(m_form);
}

bool TrainingRun::fits(const TrainingState& state) const
{
    const auto sameSizes = [](const std::vector<AlignedFloats>& a, const std::vector<AlignedFloats>& b) {
        return std::equal(
            a.begin(), a.end(), b.begin(), b.end(),
            [](const AlignedFloats& one, const AlignedFloats& other) { return one.size() == other.size(); });
    };
    return sameSizes({m_parameters.values, m_parameters.statistics}, {state.parameters, state.statistics}) &&
           sameSizes(m_rule->memory().arrays, state.memory);
}

Result<void> TrainingRun::restore(const TrainedNetwork& earlier, int epochs)
{
    const TrainingState& state = *earlier.state;
    if (!fits(state))
        return message("training.foreign-state",
                       BROTO_TEXT("core",
                                  "What was kept of this training belongs to another network, so that it cannot "
                                  "go on. Train again from the start."));
    m_parameters.values = state.parameters;
    m_parameters.statistics = state.statistics;
    m_rule->restore({state.memory, state.firstPower, state.secondPower});
    m_result.network = earlier.network;
    m_result.history = earlier.history;
    m_result.bestEpoch = earlier.bestEpoch;
    if (earlier.instructionSet != m_result.instructionSet)
        m_result.instructionSet = "mixed";
    for (const EpochRecord& record : earlier.history)
        m_course.add(record, m_data.validation.rows() > 0);
    m_course.goOnTo(epochs);
    return {};
}

Result<TrainedNetwork> TrainingRun::run(const RunControl& control, const EpochObserver& observer)
{
    const std::function<Network()> take = [this] { return answering(m_parameters); };
    const LearningNetwork learning(take);
    while (!m_course.over()) {
        const bool somethingToKeep = m_course.epochs() > 0;
        if (!control.mayGoOn() && (somethingToKeep || control.cancelled()))
            break;
        const int before = m_course.epochs();
        if (Result<void> ran = runEpoch(control); !ran)
            return ran.error();
        if (m_course.epochs() == before)
            break; // stopped
        control.report(m_course.epochs(), m_course.epochsToRun());
        if (observer)
            observer(m_result.history.back(), learning);
    }
    if (control.cancelled())
        return cancelledByUser();
    return finished();
}

/// Adds to the history, unless a stop breaks the epoch off. The first one is always run to its end, for there would be
/// nothing to keep without it.
Result<void> TrainingRun::runEpoch(const RunControl& control)
{
    if (m_epochsAreLong)
        m_lastWhole = state();
    const std::optional<Judgement> learned = learnAllRows(control);
    if (control.cancelled())
        return cancelledByUser();
    if (!learned)
        return {};
    m_lastWhole.reset();
    const EpochRecord record = judged(*learned);
    // A ReLU hides a weight that is not a number from the loss, so that the weights are looked at as well.
    if (!isFinite(record) || !isFinite(m_parameters.values))
        return diverged(record.epoch, m_settings);
    m_result.history.push_back(record);
    m_course.add(record, m_data.validation.rows() > 0);
    keepIfBest();
    return {};
}

/// One pass over the rows in a new order. Nothing when it was broken off.
std::optional<Judgement> TrainingRun::learnAllRows(const RunControl& control)
{
    Random random(seedOf(m_settings.seed, m_course.epochs() + 1));
    std::iota(m_order.begin(), m_order.end(), 0u);
    shuffle(m_order, random);
    const double rate = m_course.learningRate();
    const bool mayStop = m_epochsAreLong && m_course.epochs() > 0;
    const auto batch = static_cast<std::size_t>(m_settings.batch);
    Judgement sum;
    for (std::size_t begin = 0; begin < m_order.size(); begin += batch) {
        if (control.cancelled() || (mayStop && control.stopRequested()))
            return std::nullopt;
        const std::size_t rows = std::min(batch, m_order.size() - begin);
        const Judgement judgement = m_pass->learn({m_order.data() + begin, rows}, random);
        sum.loss += judgement.loss;
        sum.right += judgement.right;
        sum.squaredErrors += judgement.squaredErrors;
        AlignedFloats& gradient = m_pass->gradient();
        addPenalties(m_settings, m_parameters, gradient);
        if (m_zeros)
            m_zeros->apply(gradient);
        clip(m_settings.largestGradient, gradient);
        m_rule->step(m_parameters, gradient, rate);
    }
    return sum;
}

EpochRecord TrainingRun::judged(const Judgement& learned)
{
    const auto rows = static_cast<double>(m_data.training.rows());
    EpochRecord record;
    record.epoch = m_course.epochs() + 1;
    record.trainingLoss = static_cast<float>(learned.loss / rows);
    record.trainingMetric = metricOf(learned, rows, m_squaredDistances);
    if (!m_validationRows.empty()) {
        const Judgement judgement = judgeValidation();
        const auto validationRows = static_cast<double>(m_validationRows.size());
        record.validationLoss = static_cast<float>(judgement.loss / validationRows);
        record.validationMetric = metricOf(judgement, validationRows, m_validationSquaredDistances);
    }
    return record;
}

Judgement TrainingRun::judgeValidation()
{
    Judgement sum;
    for (std::size_t begin = 0; begin < m_validationRows.size(); begin += validationBatch) {
        const std::size_t rows = std::min<std::size_t>(validationBatch, m_validationRows.size() - begin);
        const Judgement judgement = m_validationPass->judge({m_validationRows.data() + begin, rows});
        sum.loss += judgement.loss;
        sum.right += judgement.right;
        sum.squaredErrors += judgement.squaredErrors;
    }
    return sum;
}

float TrainingRun::metricOf(const Judgement& judgement, double rows, double squaredDistances) const
{
    if (m_data.target.task == Task::Classification)
        return static_cast<float>(static_cast<double>(judgement.right) / rows);
    return static_cast<float>(explainedShare(judgement.squaredErrors, squaredDistances));
}

void TrainingRun::keepIfBest()
{
    if (m_course.bestEpoch() != m_course.epochs())
        return;
    m_result.bestEpoch = m_course.bestEpoch();
    m_best.values = m_parameters.values;
    m_best.statistics = m_parameters.statistics;
    m_bestIsNew = true;
}

/// The network as the rest of the program knows it. One output that says how likely the second class is becomes two.
Network TrainingRun::answering(const Parameters& parameters) const
{
    Network network = parameters.network();
    if (m_rules.loss == Loss::BinaryCrossEntropy) {
        DenseLayer& last = network.layers.back();
        const Matrix weights = last.weights.row(0) / 2;
        const float bias = last.bias[0] / 2;
        last.weights.resize(2, weights.cols());
        last.weights << -weights, weights;
        last.bias.resize(2);
        last.bias << -bias, bias;
    }
    return network;
}

TrainingState TrainingRun::state() const
{
    const UpdateRule::Memory& memory = m_rule->memory();
    return {m_parameters.values, m_parameters.statistics, memory.arrays, memory.firstPower, memory.secondPower};
}

TrainedNetwork TrainingRun::finished()
{
    if (m_bestIsNew)
        m_result.network = answering(m_best);
    m_result.state = std::make_shared<const TrainingState>(m_lastWhole ? std::move(*m_lastWhole) : state());
    m_result.training = evaluate(m_result.network, m_data, m_data.training);
    m_result.validation = evaluate(m_result.network, m_data, m_data.validation);
    m_result.test = evaluate(m_result.network, m_data, m_data.test);
    return std::move(m_result);
}

}
