#include "data/preprocessing_fit.h"

#include "data/missing_value.h"
#include "data/quantile.h"
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

/// The index that most rows have; of several the first.
float mostFrequentCategory(const std::vector<double>& indexes, std::size_t categories)
{
    std::vector<std::size_t> counts(categories);
    for (const double index : indexes) {
        if (index >= 0 && index < static_cast<double>(categories))
            ++counts[static_cast<std::size_t>(index)];
    }
    return static_cast<float>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

std::vector<double> sorted(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values;
}

/// The number that most rows have; of several the smallest.
double mostFrequentNumber(const std::vector<double>& values)
{
    const std::vector<double> ascending = sorted(values);
    double best = 0;
    std::ptrdiff_t most = 0;
    for (auto from = ascending.begin(); from != ascending.end();) {
        const auto to = std::upper_bound(from, ascending.end(), *from);
        if (to - from > most) {
            most = to - from;
            best = *from;
        }
        from = to;
    }
    return best;
}

float fillOfCategory(const std::vector<double>& indexes, std::size_t categories, MissingPolicy policy)
{
    if (policy == MissingPolicy::Keep)
        return static_cast<float>(categories); // none of them: all inputs are 0
    if (policy == MissingPolicy::DropRows)
        return missingValue;
    return mostFrequentCategory(indexes, categories);
}

/// What does not vary, or too little for a float, becomes 0.
float inverse(double spread)
{
    const auto factor = static_cast<float>(1 / spread);
    return spread > 0 && std::isfinite(factor) ? factor : 0;
}

/// Where the middle half is one single number the deviation has to do.
CentreAndFactor robustScale(const std::vector<double>& values)
{
    const std::vector<double> ascending = sorted(values);
    const double middle = quantileOf(ascending, 0.5);
    const double range = quantileOf(ascending, 0.75) - quantileOf(ascending, 0.25);
    return {static_cast<float>(middle), inverse(range > 0 ? range : deviationOf(ascending, middle))};
}

/// `fill` stands for the values that are missing: they count as well, for that is what the network sees.
CentreAndFactor fitScale(std::vector<double> values, std::size_t rows, float fill, Scaling scaling)
{
    if (values.empty())
        return {0, 0};
    if (!std::isnan(fill))
        values.resize(rows, fill);
    const Statistics statistics = statisticsOf(values);
    switch (scaling) {
    case Scaling::Standard:
        return {static_cast<float>(statistics.mean), inverse(deviationOf(values, statistics.mean))};
    case Scaling::MinMax:
        return {static_cast<float>(statistics.min), inverse(statistics.max - statistics.min)};
    case Scaling::Robust:
        return robustScale(values);
    case Scaling::None:
        break;
    }
    return {0, 1};
}

class Fit {
public:
    Fit(const Matrix& rows, Scaling scaling) : m_rows(rows), m_scaling(scaling) {}

    void addCategory(const Feature& feature, std::size_t index, MissingPolicy policy)
    {
        m_fill.values.push_back(fillOfCategory(presentValues(m_rows, index), feature.categories.size(), policy));
        m_scale.centre.insert(m_scale.centre.end(), feature.categories.size(), 0);
        m_scale.factor.insert(m_scale.factor.end(), feature.categories.size(), 1);
        m_hasCategories = true;
    }

    void addNumber(Feature& feature, std::size_t index, MissingPolicy policy)
    {
        std::vector<double> values = presentValues(m_rows, index);
        const Statistics statistics = statisticsOf(values);
        feature.lowest = static_cast<float>(statistics.min);
        feature.highest = static_cast<float>(statistics.max);
        const float fill = fillOfNumber(values, policy);
        const CentreAndFactor fitted =
            fitScale(std::move(values), static_cast<std::size_t>(m_rows.rows()), fill, m_scaling);
        m_fill.values.push_back(fill);
        m_scale.centre.push_back(fitted.centre);
        m_scale.factor.push_back(fitted.factor);
    }

    std::vector<PreprocessingStep> steps() &&
    {
        std::vector<PreprocessingStep> steps = {std::move(m_fill)};
        if (m_hasCategories)
            steps.push_back(OneHot{});
        steps.push_back(std::move(m_scale));
        return steps;
    }

private:
    const Matrix& m_rows;
    const Scaling m_scaling;
    FillMissing m_fill;
    Scale m_scale;
    bool m_hasCategories = false;
};

}

float fillOfNumber(const std::vector<double>& values, MissingPolicy policy)
{
    if (values.empty())
        return 0;
    switch (policy) {
    case MissingPolicy::Keep:
    case MissingPolicy::DropRows:
        return missingValue;
    case MissingPolicy::Median:
    case MissingPolicy::LastValue:
        return static_cast<float>(quantileOf(sorted(values), 0.5));
    case MissingPolicy::MostFrequent:
        return static_cast<float>(mostFrequentNumber(values));
    case MissingPolicy::Mean:
        break;
    }
    return static_cast<float>(statisticsOf(values).mean);
}

Preprocessing fitPreprocessing(std::vector<Feature> features, const Matrix& trainingRows, Scaling scaling,
                               std::span<const MissingPolicy> policies)
{
    Fit fit(trainingRows, scaling);
    for (std::size_t i = 0; i < features.size(); ++i) {
        const bool isNumber = features[i].categories.empty();
        const MissingPolicy usual = isNumber ? MissingPolicy::Mean : MissingPolicy::MostFrequent;
        const MissingPolicy policy = policies.empty() ? usual : policies[i];
        if (isNumber)
            fit.addNumber(features[i], i, policy);
        else
            fit.addCategory(features[i], i, policy);
    }
    return {std::move(features), std::move(fit).steps()};
}

}
