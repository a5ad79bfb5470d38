#pragma once

#include "common/random.h"
#include "network/activations/all.h"
#include "network/losses/absolute_error.h"
#include "network/losses/binary_cross_entropy.h"
#include "network/losses/huber.h"
#include "network/losses/squared_error.h"
#include "training/batch_pass.h"

#include <cmath>
#include <vector>

namespace broto::test {

/// What training computes, by the definitions and in double precision: slow, plain, and sharing nothing with the passes
/// and kernels but the formulas of activations and losses, which have tests of their own. Differences of its loss are
/// exact enough to be called slopes.
class PreciseNetwork {
public:
    PreciseNetwork(const Parameters& parameters, const LossRules& rules)
        : m_layers(parameters.layers), m_rules(rules), values(parameters.values.begin(), parameters.values.end())
    {
    }

    /// Mean loss of all rows as they are learned; `seed` draws what falls silent.
    double loss(const Matrix& inputs, const Truth& truth, std::uint64_t seed) const
    {
        Random random(seed);
        Rows rows = inputs.cast<double>();
        for (const LayerPlace& place : m_layers)
            rows = layerOutputs(place, rows, random);
        double total = 0;
        for (Eigen::Index row = 0; row < rows.rows(); ++row)
            total += rowLoss(rows.row(row), truth, static_cast<std::size_t>(row));
        return total / static_cast<double>(rows.rows());
    }

private:
    using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

    Rows layerOutputs(const LayerPlace& place, const Rows& inputs, Random& random) const
    {
        const Eigen::Map<const Rows> weights(values.data() + place.weights, place.inputs, place.width);
        const Eigen::Map<const Eigen::RowVectorXd> bias(values.data() + place.bias, place.outputs);
        Rows sums = inputs * weights.leftCols(place.outputs);
        if (place.normalised) {
            const Eigen::Map<const Eigen::RowVectorXd> gain(values.data() + place.gain, place.outputs);
            const Eigen::RowVectorXd mean = sums.colwise().mean();
            sums.rowwise() -= mean;
            const Eigen::RowVectorXd variance = sums.array().square().colwise().mean();
            sums.array().rowwise() *= gain.array() / (variance.array() + static_cast<double>(smallestVariance)).sqrt();
        }
        sums.rowwise() += bias;
        withActivation(place.activation, [&](auto formula) {
            for (double& sum : sums.reshaped())
                sum = formula.value(sum);
        });
        if (place.dropout > 0)
            silence(place, sums, random);
        return sums;
    }

    /// The padding of a row is drawn for as well.
    static void silence(const LayerPlace& place, Rows& outputs, Random& random)
    {
        const double limit = static_cast<double>(place.dropout) * 4294967296.0;
        for (Eigen::Index row = 0; row < outputs.rows(); ++row)
            for (int o = 0; o < place.width; ++o) {
                const bool silent = random.next() < static_cast<std::uint32_t>(limit);
                if (o < place.outputs)
                    outputs(row, o) *= silent ? 0 : 1 / (1 - static_cast<double>(place.dropout));
            }
    }

    double rowLoss(const Eigen::RowVectorXd& outputs, const Truth& truth, std::size_t row) const
    {
        const double smoothing = static_cast<double>(m_rules.smoothing);
        if (m_rules.loss == Loss::CrossEntropy) {
            const auto label = static_cast<std::size_t>(truth.labels[row]);
            const double sum = std::log(outputs.array().exp().sum());
            double loss = 0;
            for (Eigen::Index i = 0; i < outputs.size(); ++i) {
                const double share = smoothing / static_cast<double>(outputs.size()) +
                                     (static_cast<std::size_t>(i) == label ? 1 - smoothing : 0);
                loss += share * (sum - outputs[i]);
            }
            return weightOf(label) * loss;
        }
        if (m_rules.loss == Loss::BinaryCrossEntropy) {
            const auto label = static_cast<std::size_t>(truth.labels[row]);
            const double answer = static_cast<double>(label) * (1 - smoothing) + smoothing / 2;
            return weightOf(label) * BinaryCrossEntropy::value(outputs[0], answer);
        }
        const auto value = static_cast<double>(truth.values[row]);
        if (m_rules.loss == Loss::AbsoluteError)
            return AbsoluteError::value(outputs[0], value);
        if (m_rules.loss == Loss::Huber)
            return Huber::value(outputs[0], value);
        return SquaredError::value(outputs[0], value);
    }

    double weightOf(std::size_t label) const
    {
        return m_rules.classWeights.empty() ? 1 : static_cast<double>(m_rules.classWeights[label]);
    }

    std::vector<LayerPlace> m_layers;
    LossRules m_rules;

public:
    std::vector<double> values; ///< the parameters, to be varied
};

}
