#include "data/preprocessing.h"

#include "data/missing_value.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace broto {

namespace {

/// One matrix on its way through the steps.
struct Encoder {
    const std::vector<Feature>& features;
    Matrix values;

    void operator()(const FillMissing& step);
    void operator()(const OneHot& step);
    void operator()(const Scale& step);
};

void Encoder::operator()(const FillMissing& step)
{
    assert(static_cast<Eigen::Index>(step.values.size()) == values.cols());
    for (Eigen::Index row = 0; row < values.rows(); ++row) {
        for (Eigen::Index column = 0; column < values.cols(); ++column) {
            if (std::isnan(values(row, column)))
                values(row, column) = step.values[static_cast<std::size_t>(column)];
        }
    }
}

void Encoder::operator()(const OneHot&)
{
    Eigen::Index inputs = 0;
    for (const Feature& feature : features)
        inputs += feature.categories.empty() ? 1 : static_cast<Eigen::Index>(feature.categories.size());
    Matrix wide = Matrix::Zero(values.rows(), inputs);
    Eigen::Index input = 0;
    for (std::size_t f = 0; f < features.size(); ++f) {
        const auto from = values.col(static_cast<Eigen::Index>(f));
        const auto names = static_cast<Eigen::Index>(features[f].categories.size());
        if (names == 0) {
            wide.col(input++) = from;
            continue;
        }
        for (Eigen::Index row = 0; row < values.rows(); ++row) {
            const float index = std::round(from(row));
            if (std::isnan(index))
                wide.row(row).segment(input, names).setConstant(missingValue);
            else if (index >= 0 && index < static_cast<float>(names))
                wide(row, input + static_cast<Eigen::Index>(index)) = 1;
        }
        input += names;
    }
    values = std::move(wide);
}

void Encoder::operator()(const Scale& step)
{
    assert(static_cast<Eigen::Index>(step.centre.size()) == values.cols() && step.centre.size() == step.factor.size());
    for (Eigen::Index row = 0; row < values.rows(); ++row) {
        for (Eigen::Index column = 0; column < values.cols(); ++column) {
            const auto input = static_cast<std::size_t>(column);
            values(row, column) = (values(row, column) - step.centre[input]) * step.factor[input];
        }
    }
}

bool hasOneHot(const Preprocessing& preprocessing)
{
    return std::any_of(preprocessing.steps.begin(), preprocessing.steps.end(),
                       [](const PreprocessingStep& step) { return std::holds_alternative<OneHot>(step); });
}

}

int inputCount(const Preprocessing& preprocessing)
{
    if (!hasOneHot(preprocessing))
        return static_cast<int>(preprocessing.features.size());
    std::size_t inputs = 0;
    for (const Feature& feature : preprocessing.features)
        inputs += std::max<std::size_t>(feature.categories.size(), 1);
    return static_cast<int>(inputs);
}

std::vector<std::string> inputNames(const Preprocessing& preprocessing)
{
    const bool oneHot = hasOneHot(preprocessing);
    std::vector<std::string> names;
    for (const Feature& feature : preprocessing.features) {
        if (!oneHot || feature.categories.empty()) {
            names.push_back(feature.name);
            continue;
        }
        for (const std::string& category : feature.categories)
            names.push_back(feature.name + " = " + category);
    }
    return names;
}

Matrix encoded(const Preprocessing& preprocessing, const Matrix& rows)
{
    assert(rows.cols() == static_cast<Eigen::Index>(preprocessing.features.size()));
    Encoder encoder{preprocessing.features, rows};
    for (const PreprocessingStep& step : preprocessing.steps)
        std::visit(encoder, step);
    // One value that nothing stands for refuses the whole row.
    for (Eigen::Index row = 0; row < encoder.values.rows(); ++row) {
        if (encoder.values.row(row).hasNaN())
            encoder.values.row(row).setConstant(missingValue);
    }
    return std::move(encoder.values);
}

}
