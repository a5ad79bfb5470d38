#include "project/verification.h"

#include "common/cancelled.h"
#include "project/stage.h"
#include "project/training_json.h"
#include "project/variants.h"
#include "training/run_difference.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace broto {

namespace {

template<class Numbers>
bool sameBits(const Numbers& a, const Numbers& b)
{
    return a.size() == b.size() &&
           std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size()) * sizeof(float)) == 0;
}

bool sameBits(const Network& a, const Network& b)
{
    return std::equal(a.layers.begin(), a.layers.end(), b.layers.begin(), b.layers.end(),
                      [](const DenseLayer& one, const DenseLayer& other) {
                          return one.weights.rows() == other.weights.rows() && sameBits(one.weights, other.weights) &&
                                 sameBits(one.bias, other.bias);
                      });
}

bool sameNumbers(const TrainedNetwork& a, const TrainedNetwork& b)
{
    // As they are written: what does not exist is the same as itself.
    const auto same = [](const Metrics& one, const Metrics& other) { return toJson(one) == toJson(other); };
    return a.history == b.history && a.bestEpoch == b.bestEpoch && same(a.training, b.training) &&
           same(a.validation, b.validation) && same(a.test, b.test);
}

/// Two rows that go the other way, but at least 0.02. In 86 trainings of the program's own tables SSE2 and AVX2
/// differed by at most 0.0016.
double toleranceFor(const Dataset& data)
{
    constexpr double least = 0.02, rows = 2;
    if (data.target.task == Task::Regression)
        return least;
    for (const DataPart* part : {&data.test, &data.validation, &data.training})
        if (part->rows() > 0)
            return std::max(least, rows / static_cast<double>(part->rows()));
    return least;
}

}

bool Verification::confirmed() const
{
    if (comparableBits())
        return sameWeights && sameNumbers;
    return std::abs(found - recorded) <= tolerance;
}

Result<Verification> verified(const Project& project, const Dataset& data, const RunControl& control,
                              const EpochObserver& observer)
{
    if (!project.trained)
        return *reasonFor(Stage::Compress, project);
    const TrainedNetwork& stored = *project.trained;
    if (!belongsTo(stored, data))
        return message("project.verify-other-data",
                       BROTO_TEXT("core",
                                  "The data or their preparation have changed since run %1, so that it cannot be "
                                  "trained again. Choose them as they were then."),
                       stored.number);
    if (stored.history.empty())
        return message("project.verify-imported",
                       BROTO_TEXT("core", "Run %1 was imported, not trained here, so it cannot be trained again. Train "
                                          "the network anew to have a run that can."),
                       stored.number);
    const Result<TrainedNetwork> again = trainAgain(data, stored, control, observer);
    if (!again)
        return again.error();
    if (control.stopRequested())
        return cancelledByUser();
    Verification verification;
    verification.recordedInstructions = stored.instructionSet;
    verification.usedInstructions = again->instructionSet;
    verification.sameWeights = sameBits(stored.network, again->network);
    verification.sameNumbers = sameNumbers(stored, *again);
    verification.recorded = headlineOf(stored);
    verification.found = headlineOf(*again);
    verification.tolerance = toleranceFor(data);
    return verification;
}

}
