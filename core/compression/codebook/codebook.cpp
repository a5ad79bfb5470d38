#include "compression/codebook/codebook.h"

#include "compression/codebook/optimal_kmeans.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace broto {

namespace {

/// The power of two that brings the largest size to between a half and 1.
int exponentOf(const std::vector<double>& numbers)
{
    double largest = 0;
    for (const double number : numbers)
        largest = std::max(largest, std::abs(number));
    int exponent = 0;
    std::frexp(largest, &exponent);
    return exponent;
}

void scale(std::vector<double>& numbers, int exponent)
{
    for (double& number : numbers)
        number = std::ldexp(number, exponent);
}

/// A weight that is nothing next to the largest still has to be one.
WeightedValues broughtToOne(WeightedValues values)
{
    scale(values.values, -exponentOf(values.values));
    scale(values.weights, -exponentOf(values.weights));
    for (double& weight : values.weights)
        weight = std::max(weight, 1e-70);
    return values;
}

std::vector<double> centresBy(CentreMethod method, const WeightedValues& values, const CentreOptions& options,
                              std::size_t most, const RunControl& control)
{
    switch (method) {
    case CentreMethod::KMeans:
        return optimalCentres(values, most, control);
    case CentreMethod::AutoCloud:
        return autoCloudCentres(values, options.autoCloud, control);
    case CentreMethod::MeanShift:
        return meanShiftCentres(values, options.meanShift, control);
    case CentreMethod::AffinityPropagation:
        return affinityCentres(values, options.affinityPropagation, control);
    case CentreMethod::DbStream:
        return dbStreamCentres(values, options.dbStream, control);
    }
    return {};
}

/// Centres with what each stands for; those that no value is nearest to are left out.
WeightedValues weighted(const std::vector<double>& centres, const WeightedValues& values)
{
    std::vector<double> weights(centres.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        weights[indexOfNearest(centres, values.values[i])] += values.weights[i];
    WeightedValues result;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (weights[i] > 0)
            result.add(centres[i], weights[i]);
    }
    return result;
}

}

std::string_view centreMethodName(CentreMethod method)
{
    switch (method) {
    case CentreMethod::KMeans:
        return "kmeans";
    case CentreMethod::AutoCloud:
        return "autocloud";
    case CentreMethod::MeanShift:
        return "mean-shift";
    case CentreMethod::AffinityPropagation:
        return "affinity-propagation";
    case CentreMethod::DbStream:
        return "dbstream";
    }
    return {};
}

std::size_t paddedCount(std::size_t centres)
{
    const auto* size = std::lower_bound(std::begin(codebookSizes), std::end(codebookSizes), centres);
    assert(size != std::end(codebookSizes));
    return *size;
}

std::vector<double> centresOf(const WeightedValues& values, CentreMethod method, const CentreOptions& options,
                              std::size_t most, const RunControl& control)
{
    assert(isValid(values) && most > 0);
    if (values.empty())
        return {};
    const WeightedValues near1 = broughtToOne(values);
    std::vector<double> centres = centresBy(method, near1, options, most, control);
    if (centres.empty()) // stopped before the first value
        centres = {near1.values.front()};
    if (centres.size() > most)
        centres = optimalCentres(weighted(centres, near1), most, control);
    scale(centres, exponentOf(values.values));
    centres.erase(std::unique(centres.begin(), centres.end()), centres.end());
    return centres;
}

std::size_t indexOfNearest(std::span<const double> centres, double value)
{
    assert(!centres.empty());
    const auto upper = std::lower_bound(centres.begin(), centres.end(), value);
    const auto place = static_cast<std::size_t>(upper - centres.begin());
    if (place == 0 || (place < centres.size() && *upper - value < value - centres[place - 1]))
        return place;
    return place - 1;
}

}
