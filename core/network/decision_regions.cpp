#include "network/decision_regions.h"

#include "common/cancelled.h"
#include "data/statistics.h"
#include "network/exponential.h"
#include "network/loss.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace broto {

namespace {

constexpr double marginBeyond = 0.05; ///< beyond the training rows, so that none lies on the border

RegionAxis axisFor(const Feature& feature, int cells)
{
    if (!feature.categories.empty())
        return {0, static_cast<double>(feature.categories.size()) - 1, static_cast<int>(feature.categories.size())};
    const double lowest = static_cast<double>(feature.lowest);
    const double highest = static_cast<double>(feature.highest);
    const double room = highest > lowest ? marginBeyond * (highest - lowest) : 0.5;
    return {lowest - room, highest + room, cells};
}

std::vector<double> numbersOf(const Matrix& rows, std::size_t feature)
{
    std::vector<double> numbers;
    for (Eigen::Index row = 0; row < rows.rows(); ++row)
        if (const float value = rows(row, static_cast<Eigen::Index>(feature)); !std::isnan(value))
            numbers.push_back(static_cast<double>(value));
    return numbers;
}

float mostFrequent(const std::vector<double>& indexes)
{
    std::map<double, int> counts;
    for (const double index : indexes)
        ++counts[index];
    const auto largest = std::max_element(counts.begin(), counts.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    return largest == counts.end() ? 0 : static_cast<float>(largest->first);
}

/// A row as most of them are.
Vector typicalRow(const Dataset& data)
{
    const std::vector<Feature>& features = data.preprocessing.features;
    Vector row(static_cast<Eigen::Index>(features.size()));
    for (std::size_t i = 0; i < features.size(); ++i) {
        const std::vector<double> numbers = numbersOf(data.training.raw, i);
        row[static_cast<Eigen::Index>(i)] =
            features[i].categories.empty() ? static_cast<float>(statisticsOf(numbers).mean) : mostFrequent(numbers);
    }
    return row;
}

void addAnswers(DecisionRegions& regions, const Matrix& outputs, const Target& target)
{
    for (Eigen::Index row = 0; row < outputs.rows(); ++row) {
        if (target.task == Task::Regression) {
            regions.answers.push_back(outputs(row, 0) * target.deviation + target.centre);
            continue;
        }
        const std::int32_t answer = largestOutput(outputs, row);
        float sum = 0;
        for (Eigen::Index i = 0; i < outputs.cols(); ++i)
            sum += exponential(outputs(row, i) - outputs(row, answer));
        regions.answers.push_back(static_cast<float>(answer));
        regions.certainties.push_back(1 / sum);
    }
}

std::vector<RegionPoint> pointsOf(const Dataset& data, const RegionChoice& choice)
{
    const DataPart& part = data.training;
    const std::size_t step = part.rows() / DecisionRegions::mostPoints + 1;
    std::vector<RegionPoint> points;
    for (std::size_t i = 0; i < part.rows(); i += step) {
        const auto row = static_cast<Eigen::Index>(i);
        const RegionPoint point{part.raw(row, static_cast<Eigen::Index>(choice.across)),
                                part.raw(row, static_cast<Eigen::Index>(choice.up)),
                                data.target.task == Task::Classification ? static_cast<float>(part.labels[i])
                                                                         : part.values[row]};
        if (!std::isnan(point.across) && !std::isnan(point.up))
            points.push_back(point);
    }
    return points;
}

/// A feature's values in the training rows that have one, and the classes or values that belong to them.
struct FeatureAndTarget {
    std::vector<double> feature;
    std::vector<double> target;
};

FeatureAndTarget pairsOf(const Dataset& data, std::size_t feature)
{
    FeatureAndTarget pairs;
    for (std::size_t i = 0; i < data.training.rows(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        const float x = data.training.raw(row, static_cast<Eigen::Index>(feature));
        if (std::isnan(x))
            continue;
        pairs.feature.push_back(static_cast<double>(x));
        pairs.target.push_back(data.target.task == Task::Classification
                                   ? static_cast<double>(data.training.labels[i])
                                   : static_cast<double>(data.training.values[row]));
    }
    return pairs;
}

double shareBetweenClasses(const FeatureAndTarget& pairs, const Statistics& feature, std::size_t classes)
{
    std::vector<std::vector<double>> groups(classes);
    for (std::size_t i = 0; i < pairs.feature.size(); ++i)
        groups[static_cast<std::size_t>(pairs.target[i])].push_back(pairs.feature[i]);
    double between = 0;
    for (const std::vector<double>& group : groups) {
        const double distance = statisticsOf(group).mean - feature.mean;
        between += static_cast<double>(group.size()) * distance * distance;
    }
    return between / (static_cast<double>(feature.count) * feature.deviation * feature.deviation);
}

double squaredCorrelation(const FeatureAndTarget& pairs, const Statistics& feature)
{
    const Statistics target = statisticsOf(pairs.target);
    if (target.deviation == 0)
        return 0;
    double products = 0;
    for (std::size_t i = 0; i < pairs.feature.size(); ++i)
        products += (pairs.feature[i] - feature.mean) * (pairs.target[i] - target.mean);
    const double correlation = products / (static_cast<double>(feature.count) * feature.deviation * target.deviation);
    return correlation * correlation;
}

/// How much of the target a feature alone tells, from 0 to 1: the share of the feature's variance that lies between the
/// classes, or its squared correlation with the value.
double toldBy(const Dataset& data, std::size_t feature)
{
    const FeatureAndTarget pairs = pairsOf(data, feature);
    const Statistics statistics = statisticsOf(pairs.feature);
    if (statistics.count == 0 || statistics.deviation == 0)
        return 0;
    return data.target.task == Task::Classification ? shareBetweenClasses(pairs, statistics, data.target.classes.size())
                                                    : squaredCorrelation(pairs, statistics);
}

}

Result<DecisionRegions> decisionRegions(const Network& network, const Dataset& data, const RegionChoice& choice,
                                        const RunControl& control)
{
    DecisionRegions regions;
    regions.across = axisFor(data.preprocessing.features[choice.across], choice.cells);
    regions.up = axisFor(data.preprocessing.features[choice.up], choice.cells);
    Matrix rows = typicalRow(data).transpose().replicate(regions.across.cells, 1);
    for (int cell = 0; cell < regions.across.cells; ++cell)
        rows(cell, static_cast<Eigen::Index>(choice.across)) = static_cast<float>(regions.across.at(cell));
    for (int cell = 0; cell < regions.up.cells; ++cell) {
        if (control.stopRequested())
            return cancelledByUser();
        // Drawn against itself a feature is the same in both directions: only the diagonal is real.
        if (choice.up != choice.across)
            rows.col(static_cast<Eigen::Index>(choice.up)).setConstant(static_cast<float>(regions.up.at(cell)));
        addAnswers(regions, forward(network, encoded(data.preprocessing, rows)), data.target);
    }
    regions.points = pointsOf(data, choice);
    return regions;
}

std::pair<std::size_t, std::size_t> tellingFeatures(const Dataset& data)
{
    const std::size_t count = data.preprocessing.features.size();
    if (count < 2)
        return {0, 0};
    std::vector<std::pair<double, std::size_t>> told;
    for (std::size_t i = 0; i < count; ++i)
        told.emplace_back(-toldBy(data, i), i);
    std::partial_sort(told.begin(), told.begin() + 2, told.end());
    return std::minmax(told[0].second, told[1].second);
}

}
