#include "data/preprocessing_fit.h"

#include "data/statistics.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

struct CentreAndFactor {
    float centre = 0;
    float factor = 1;
};

std::vector<double> presentValues(const Matrix& rows, std::size_t feature)
{
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(rows.rows()));
    for (Eigen::Index row = 0; row < rows.rows(); ++row) {
        const float value = rows(row, static_cast<Eigen::Index>(feature));
        if (!std::isnan(value))
            values.push_back(value);
    }
    return values;
}

float mostFrequent(const std::vector<double>& indexes, std::size_t categories)
{
    std::vector<std::size_t> counts(categories);
    for (const double index : indexes) {
        if (index >= 0 && index < static_cast<double>(categories))
            ++counts[static_cast<std::size_t>(index)];
    }
    return static_cast<float>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// What does not vary, or too little for a float, becomes 0.
float inverse(double spread)
{
    const auto factor = static_cast<float>(1 / spread);
    return spread > 0 && std::isfinite(factor) ? factor : 0;
}

/// `fill` stands for the values that are missing: they count as well, for that is what the network sees.
CentreAndFactor fitScale(std::vector<double> values, std::size_t rows, float fill, Scaling scaling)
{
    if (values.empty())
        return {0, 0};
    values.resize(rows, fill);
    const Statistics statistics = statisticsOf(values);
    switch (scaling) {
    case Scaling::Standard:
        return {static_cast<float>(statistics.mean), inverse(deviationOf(values, statistics.mean))};
    case Scaling::MinMax:
        return {static_cast<float>(statistics.min), inverse(statistics.max - statistics.min)};
    case Scaling::Robust:
    case Scaling::None:
        break;
    }
    return {0, 1};
}

}

Preprocessing fitPreprocessing(std::vector<Feature> features, const Matrix& trainingRows, Scaling scaling)
{
    const auto rows = static_cast<std::size_t>(trainingRows.rows());
    FillMissing fill;
    Scale scale;
    bool hasCategories = false;
    for (std::size_t i = 0; i < features.size(); ++i) {
        Feature& feature = features[i];
        std::vector<double> values = presentValues(trainingRows, i);
        if (!feature.categories.empty()) {
            hasCategories = true;
            fill.values.push_back(mostFrequent(values, feature.categories.size()));
            scale.centre.insert(scale.centre.end(), feature.categories.size(), 0);
            scale.factor.insert(scale.factor.end(), feature.categories.size(), 1);
            continue;
        }
        const Statistics statistics = statisticsOf(values);
        feature.lowest = static_cast<float>(statistics.min);
        feature.highest = static_cast<float>(statistics.max);
        fill.values.push_back(static_cast<float>(statistics.mean));
        const CentreAndFactor fitted = fitScale(std::move(values), rows, fill.values.back(), scaling);
        scale.centre.push_back(fitted.centre);
        scale.factor.push_back(fitted.factor);
    }

    Preprocessing preprocessing;
    preprocessing.features = std::move(features);
    preprocessing.steps.push_back(std::move(fill));
    if (hasCategories)
        preprocessing.steps.push_back(OneHot{});
    preprocessing.steps.push_back(std::move(scale));
    return preprocessing;
}

}
