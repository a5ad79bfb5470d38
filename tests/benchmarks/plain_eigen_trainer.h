#pragma once

#include <Eigen/Core>

#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <span>
#include <vector>

namespace broto {

/// Training of a ReLU network as one writes it with Eigen: whole products of matrices, every intermediate result in a
/// matrix that is made once, Adam as array expressions. A column is a sample. What Broto's kernels are measured
/// against.
class PlainEigenTrainer {
public:
    PlainEigenTrainer(std::span<const int> widths, int batch, bool classes, std::uint32_t seed)
        : m_classes(classes), m_outputs(widths.size())
    {
        std::mt19937 random(seed);
        for (std::size_t l = 0; l < widths.size(); ++l) {
            m_outputs[l].resize(widths[l], batch);
            if (l > 0)
                m_layers.emplace_back(widths[l - 1], widths[l], batch, random);
        }
    }

    /// One step of Adam. `rows` are indexes of samples; of labels and values one is used. The sum of the losses.
    double step(std::span<const std::uint32_t> rows, const float* inputs, const std::int32_t* labels,
                const float* values, float learningRate)
    {
        const auto count = static_cast<Eigen::Index>(rows.size());
        const Eigen::Index width = m_outputs[0].rows();
        for (Eigen::Index i = 0; i < count; ++i)
            m_outputs[0].col(i) =
                Eigen::Map<const Eigen::VectorXf>(inputs + rows[static_cast<std::size_t>(i)] * width, width);
        forward(count);
        const double loss = m_classes ? judgeClasses(rows, labels) : judgeValues(rows, values);
        backward(count);
        update(learningRate);
        return loss;
    }

private:
    struct Layer {
        Layer(int inputs, int outputs, int batch, std::mt19937& random)
            : weights(outputs, inputs), bias(Eigen::VectorXf::Zero(outputs)), slopes(outputs, batch)
        {
            const float limit = std::sqrt(6.0f / static_cast<float>(inputs + outputs));
            std::uniform_real_distribution<float> distribution(-limit, limit);
            weights = weights.unaryExpr([&](float) { return distribution(random); });
            weightGradient = weightMeans = weightSquares = Eigen::MatrixXf::Zero(outputs, inputs);
            biasGradient = biasMeans = biasSquares = bias;
        }

        Eigen::MatrixXf weights, weightGradient, weightMeans, weightSquares;
        Eigen::VectorXf bias, biasGradient, biasMeans, biasSquares;
        Eigen::MatrixXf slopes; ///< of the loss by the weighted sums
    };

    void forward(Eigen::Index count)
    {
        for (std::size_t l = 0; l < m_layers.size(); ++l) {
            auto sums = m_outputs[l + 1].leftCols(count);
            sums.noalias() = m_layers[l].weights * m_outputs[l].leftCols(count);
            sums.colwise() += m_layers[l].bias;
            if (l + 1 < m_layers.size())
                sums = sums.cwiseMax(0.0f);
        }
    }

    double judgeClasses(std::span<const std::uint32_t> rows, const std::int32_t* labels)
    {
        double loss = 0;
        const float perRow = 1 / static_cast<float>(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto output = m_outputs.back().col(static_cast<Eigen::Index>(i));
            auto slope = m_layers.back().slopes.col(static_cast<Eigen::Index>(i));
            const std::int32_t label = labels[rows[i]];
            const float largest = output.maxCoeff();
            slope = (output.array() - largest).exp();
            const float sum = slope.sum();
            loss += static_cast<double>(std::log(sum) + largest - output[label]);
            slope *= perRow / sum;
            slope[label] -= perRow;
        }
        return loss;
    }

    double judgeValues(std::span<const std::uint32_t> rows, const float* values)
    {
        double loss = 0;
        const float perRow = 1 / static_cast<float>(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const float error = m_outputs.back()(0, static_cast<Eigen::Index>(i)) - values[rows[i]];
            loss += static_cast<double>(error * error);
            m_layers.back().slopes(0, static_cast<Eigen::Index>(i)) = 2 * perRow * error;
        }
        return loss;
    }

    void backward(Eigen::Index count)
    {
        for (std::size_t l = m_layers.size(); l-- > 0;) {
            Layer& layer = m_layers[l];
            const auto slopes = layer.slopes.leftCols(count);
            layer.weightGradient.noalias() = slopes * m_outputs[l].leftCols(count).transpose();
            layer.biasGradient = slopes.rowwise().sum();
            if (l == 0)
                return;
            auto below = m_layers[l - 1].slopes.leftCols(count);
            below.noalias() = layer.weights.transpose() * slopes;
            below = (m_outputs[l].leftCols(count).array() > 0.0f).select(below, 0.0f);
        }
    }

    void update(float learningRate)
    {
        m_firstPower *= 0.9;
        m_secondPower *= 0.999;
        const auto size = static_cast<float>(static_cast<double>(learningRate) / (1 - m_firstPower));
        const auto rootFactor = static_cast<float>(1 / std::sqrt(1 - m_secondPower));
        const auto adam = [&](auto& parameters, const auto& gradient, auto& means, auto& squares) {
            means = 0.9f * means + 0.1f * gradient;
            squares.array() = 0.999f * squares.array() + 0.001f * gradient.array().square();
            parameters.array() -= size * means.array() / (squares.array().sqrt() * rootFactor + 1e-8f);
        };
        for (Layer& layer : m_layers) {
            adam(layer.weights, layer.weightGradient, layer.weightMeans, layer.weightSquares);
            adam(layer.bias, layer.biasGradient, layer.biasMeans, layer.biasSquares);
        }
    }

    bool m_classes;
    std::vector<Eigen::MatrixXf> m_outputs; ///< the first are the inputs
    std::vector<Layer> m_layers;
    double m_firstPower = 1;
    double m_secondPower = 1;
};

}
