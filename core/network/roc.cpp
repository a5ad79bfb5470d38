#include "network/roc.h"

#include "network/exponential.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace broto {

namespace {

/// How many rows reach a threshold.
struct Reached {
    std::int64_t others = 0;
    std::int64_t ofClass = 0;
};

/// Twice the area of the triangle between three points, in counts: no rounding.
bool onALine(const Reached& a, const Reached& b, const Reached& c)
{
    return (b.others - a.others) * (c.ofClass - b.ofClass) == (c.others - b.others) * (b.ofClass - a.ofClass);
}

std::vector<std::size_t> fromHighToLow(std::span<const float> scores)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    return order;
}

}

RocCurve rocCurve(std::span<const float> scores, std::span<const std::int32_t> labels, std::int32_t ofClass)
{
    assert(scores.size() == labels.size());
    const auto positives = static_cast<std::int64_t>(std::count(labels.begin(), labels.end(), ofClass));
    const auto negatives = static_cast<std::int64_t>(labels.size()) - positives;
    RocCurve curve;
    if (positives == 0 || negatives == 0) {
        curve.area = std::numeric_limits<double>::quiet_NaN();
        return curve;
    }
    std::vector<Reached> points{{}};
    curve.thresholds.push_back(std::numeric_limits<float>::infinity());
    const std::vector<std::size_t> order = fromHighToLow(scores);
    Reached reached;
    double doubledArea = 0;
    for (std::size_t i = 0; i < order.size();) {
        const float threshold = scores[order[i]];
        const Reached before = reached;
        for (; i < order.size() && scores[order[i]] == threshold; ++i)
            ++(labels[order[i]] == ofClass ? reached.ofClass : reached.others);
        doubledArea += static_cast<double>((reached.others - before.others) * (reached.ofClass + before.ofClass));
        if (points.size() > 1 && onALine(points[points.size() - 2], points.back(), reached)) {
            points.back() = reached;
            curve.thresholds.back() = threshold;
        } else {
            points.push_back(reached);
            curve.thresholds.push_back(threshold);
        }
    }
    for (const Reached& point : points) {
        curve.falsePositiveRates.push_back(static_cast<double>(point.others) / static_cast<double>(negatives));
        curve.truePositiveRates.push_back(static_cast<double>(point.ofClass) / static_cast<double>(positives));
    }
    curve.area = doubledArea / (2 * static_cast<double>(positives) * static_cast<double>(negatives));
    return curve;
}

double meanRocArea(const Matrix& scores, std::span<const std::int32_t> labels)
{
    double sum = 0;
    int count = 0;
    std::vector<float> column(static_cast<std::size_t>(scores.rows()));
    for (Eigen::Index i = 0; i < scores.cols(); ++i) {
        Eigen::Map<Vector>(column.data(), scores.rows()) = scores.col(i);
        const double area = rocCurve(column, labels, static_cast<std::int32_t>(i)).area;
        if (area >= 0) { // not NaN
            sum += area;
            ++count;
        }
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

Matrix classProbabilities(const Matrix& outputs)
{
    Matrix probabilities = outputs;
    for (Eigen::Index row = 0; row < outputs.rows(); ++row) {
        const float largest = outputs.row(row).maxCoeff();
        float sum = 0;
        for (float& value : probabilities.row(row)) {
            value = exponential(value - largest);
            sum += value;
        }
        probabilities.row(row) /= sum;
    }
    return probabilities;
}

}
