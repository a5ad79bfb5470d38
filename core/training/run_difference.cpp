#include "training/run_difference.h"

#include "common/number_text.h"
#include "network/design_text.h"

#include <cmath>

namespace broto {

namespace {

/// A setting as it was and as it is, and the sentence for when that is not the same: %1 is what it is, %2 what it was.
struct Setting {
    std::string_view sentence;
    Argument before;
    Argument after;
};

Argument nameArgument(std::string_view name)
{
    return std::string(name);
}

bool isClassification(const TrainedNetwork& run)
{
    return !run.training.confusion.empty();
}

std::string lossText(const TrainedNetwork& run)
{
    const Task task = isClassification(run) ? Task::Classification : Task::Regression;
    return std::string(lossName(lossOf(run.settings, task)));
}

Argument decayArgument(const TrainingSettings& settings)
{
    return settings.weightDecay ? shortest(*settings.weightDecay) : std::string("auto");
}

bool usesMomentum(const TrainingSettings& settings)
{
    return settings.optimizer == Optimizer::Momentum || settings.optimizer == Optimizer::Nesterov;
}

bool usesDecay(const TrainingSettings& settings)
{
    return settings.optimizer == Optimizer::AdamW;
}

std::vector<Setting> settingsOf(const TrainedNetwork& before, const TrainedNetwork& after)
{
    const TrainingSettings& a = before.settings;
    const TrainingSettings& b = after.settings;
    std::vector<Setting> settings = {
        {BROTO_TEXT("core", "Hidden layers: %1, before: %2."), designText(before.design), designText(after.design)},
        {BROTO_TEXT("core", "Planned epochs: %1, before: %2."), std::int64_t{a.epochs}, std::int64_t{b.epochs}},
        {BROTO_TEXT("core", "Rows in a batch: %1, before: %2."), std::int64_t{a.batch}, std::int64_t{b.batch}},
        {BROTO_TEXT("core", "Seed: %1, before: %2."), std::to_string(a.seed), std::to_string(b.seed)},
        {BROTO_TEXT("core", "Optimizer: %1, before: %2."), nameArgument(optimizerName(a.optimizer)),
         nameArgument(optimizerName(b.optimizer))},
        {BROTO_TEXT("core", "Learning rate: %1, before: %2."), a.learningRate, b.learningRate},
        {BROTO_TEXT("core", "Schedule of the learning rate: %1, before: %2."), nameArgument(scheduleName(a.schedule)),
         nameArgument(scheduleName(b.schedule))},
        {BROTO_TEXT("core", "Epochs of warm-up: %1, before: %2."), std::int64_t{a.warmUpEpochs},
         std::int64_t{b.warmUpEpochs}},
        {BROTO_TEXT("core", "Loss: %1, before: %2."), lossText(before), lossText(after)},
        {BROTO_TEXT("core", "Weights of the classes: %1, before: %2."), nameArgument(classWeightsName(a.classWeights)),
         nameArgument(classWeightsName(b.classWeights))},
        {BROTO_TEXT("core", "Label smoothing: %1, before: %2."), a.labelSmoothing, b.labelSmoothing},
        {BROTO_TEXT("core", "L1 penalty: %1, before: %2."), a.l1, b.l1},
        {BROTO_TEXT("core", "L2 penalty: %1, before: %2."), a.l2, b.l2},
        {BROTO_TEXT("core", "Largest gradient: %1, before: %2."), a.largestGradient, b.largestGradient},
        {BROTO_TEXT("core", "First weights: %1, before: %2."), nameArgument(initialiserName(a.initialiser)),
         nameArgument(initialiserName(b.initialiser))},
        {BROTO_TEXT("core", "Patience in epochs: %1, before: %2."), std::int64_t{a.patience}, std::int64_t{b.patience}},
    };
    // What an optimizer does not use makes no difference.
    if (usesMomentum(a) && usesMomentum(b))
        settings.push_back({BROTO_TEXT("core", "Momentum: %1, before: %2."), a.momentum, b.momentum});
    if (usesDecay(a) && usesDecay(b))
        settings.push_back({BROTO_TEXT("core", "Weight decay: %1, before: %2."), decayArgument(a), decayArgument(b)});
    return settings;
}

void addSettings(std::vector<Message>& sentences, const TrainedNetwork& before, const TrainedNetwork& after)
{
    for (const Setting& setting : settingsOf(before, after))
        if (setting.before != setting.after)
            sentences.push_back({"training.difference", setting.sentence, {setting.after, setting.before}});
}

void addConditions(std::vector<Message>& sentences, const TrainedNetwork& before, const TrainedNetwork& after)
{
    if (before.dataFingerprint != after.dataFingerprint)
        sentences.push_back(message("training.difference",
                                    BROTO_TEXT("core", "The data are others: the table, the columns, how they are "
                                                       "prepared or how the rows are split.")));
    if (before.instructionSet != after.instructionSet && !before.instructionSet.empty() &&
        !after.instructionSet.empty())
        sentences.push_back(
            message("training.difference",
                    BROTO_TEXT("core", "Instructions of the processor: %1, before: %2. The last bits of "
                                       "the weights depend on them."),
                    after.instructionSet, before.instructionSet));
    if (before.history.size() != after.history.size())
        sentences.push_back(message("training.difference", BROTO_TEXT("core", "Epochs run: %1, before: %2."),
                                    after.history.size(), before.history.size()));
}

void addResult(std::vector<Message>& sentences, const TrainedNetwork& before, const TrainedNetwork& after)
{
    constexpr int digits = 4;
    if (before.bestEpoch != after.bestEpoch)
        sentences.push_back(message("training.difference", BROTO_TEXT("core", "Best epoch: %1, before: %2."),
                                    after.bestEpoch, before.bestEpoch));
    if (isClassification(before) != isClassification(after))
        return;
    const Task task = isClassification(after) ? Task::Classification : Task::Regression;
    const double change = headlineOf(after) - headlineOf(before);
    const std::string now = fixed(headlineOf(after), digits), then = fixed(headlineOf(before), digits);
    if (now == then)
        return;
    sentences.push_back(message("training.difference",
                                change > 0 ? BROTO_TEXT("core", "Better: %1 %2, before: %3.")
                                           : BROTO_TEXT("core", "Worse: %1 %2, before: %3."),
                                headlineName(task), now, then));
}

}

double headlineOf(const TrainedNetwork& run)
{
    for (const Metrics* metrics : {&run.test, &run.validation})
        if (std::isfinite(metrics->headline))
            return metrics->headline;
    return run.training.headline;
}

std::vector<Message> runDifferences(const TrainedNetwork& before, const TrainedNetwork& after)
{
    std::vector<Message> sentences;
    addConditions(sentences, before, after);
    addSettings(sentences, before, after);
    addResult(sentences, before, after);
    return sentences;
}

}
