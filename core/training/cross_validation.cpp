#include "training/cross_validation.h"

#include "common/cancelled.h"

#include <cmath>

namespace broto {

namespace {

Result<FoldResult> resultOf(const Table& table, const DataChoices& choices, const NetworkDesign& design,
                            const TrainingSettings& settings, const RunControl& control)
{
    const Result<Dataset> data = makeDataset(table, choices, nullptr, control);
    if (!data)
        return data.error();
    const Result<TrainedNetwork> trained = train(*data, design, settings, control);
    if (!trained)
        return trained.error();
    return FoldResult{trained->training, trained->validation, trained->test, trained->bestEpoch};
}

void summarize(CrossValidation& result)
{
    const auto count = static_cast<double>(result.folds.size());
    for (const FoldResult& fold : result.folds)
        result.mean += fold.test.headline / count;
    double squares = 0;
    for (const FoldResult& fold : result.folds)
        squares += (fold.test.headline - result.mean) * (fold.test.headline - result.mean);
    result.deviation = result.folds.size() > 1 ? std::sqrt(squares / (count - 1)) : 0;
}

}

Result<CrossValidation> crossValidate(const Table& table, DataChoices choices, const NetworkDesign& design,
                                      const TrainingSettings& settings, const RunControl& control,
                                      const FoldObserver& observer)
{
    choices.split.method = SplitMethod::Folds;
    const int folds = choices.split.folds;
    CrossValidation result;
    for (int fold = 0; fold < folds && !control.stopRequested(); ++fold) {
        choices.split.fold = fold;
        Result<FoldResult> ran = resultOf(table, choices, design, settings, control);
        if (!ran)
            return ran.error();
        if (control.stopRequested())
            break; // it was broken off: worse than it could have been
        result.folds.push_back(*std::move(ran));
        if (observer)
            observer(fold, result.folds.back());
    }
    if (control.cancelled() || result.folds.empty())
        return cancelledByUser();
    summarize(result);
    return result;
}

}
