#include "network/metrics.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace broto {

std::string_view headlineName(Task task)
{
    return task == Task::Classification ? "accuracy" : "R2";
}

Metrics noMetrics()
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    Metrics metrics;
    metrics.headline = metrics.loss = metrics.meanAbsoluteError = metrics.rootMeanSquareError = none;
    return metrics;
}

double explainedShare(double squaredErrors, double squaredDistances)
{
    if (squaredDistances > 0)
        return 1 - squaredErrors / squaredDistances;
    return squaredErrors > 0 ? 0 : 1;
}

double squaredDistancesFromMean(std::span<const float> values)
{
    if (values.empty())
        return 0;
    double mean = 0;
    for (const float value : values)
        mean += value;
    mean /= static_cast<double>(values.size());
    double squares = 0;
    for (const float value : values)
        squares += (value - mean) * (value - mean);
    return squares;
}

Metrics classificationMetrics(std::span<const std::int32_t> truth, std::span<const std::int32_t> answers, int classes)
{
    assert(truth.size() == answers.size());
    if (truth.empty())
        return noMetrics();
    Metrics metrics;
    const std::size_t count = static_cast<std::size_t>(classes);
    metrics.confusion.assign(count, std::vector<int>(count));
    std::size_t right = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        ++metrics.confusion[static_cast<std::size_t>(truth[i])][static_cast<std::size_t>(answers[i])];
        right += truth[i] == answers[i];
    }
    metrics.headline = static_cast<double>(right) / static_cast<double>(truth.size());
    return metrics;
}

Metrics regressionMetrics(std::span<const float> truth, std::span<const float> answers)
{
    assert(truth.size() == answers.size());
    if (truth.empty())
        return noMetrics();
    Metrics metrics;
    double squares = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const double error = static_cast<double>(answers[i]) - static_cast<double>(truth[i]);
        squares += error * error;
        metrics.meanAbsoluteError += std::abs(error);
    }
    const double count = static_cast<double>(truth.size());
    metrics.meanAbsoluteError /= count;
    metrics.rootMeanSquareError = std::sqrt(squares / count);
    metrics.headline = explainedShare(squares, squaredDistancesFromMean(truth));
    return metrics;
}

}
