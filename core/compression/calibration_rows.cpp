#include "compression/calibration_rows.h"

#include "compression/requantization.h"
#include "network/activation_pass.h"
#include "network/forward.h"
#include "runtime/dense_int8.h"

#include <algorithm>
#include <cmath>

namespace broto {

CalibrationRows::CalibrationRows(const Dataset& data, const QuantizedInputs& inputs,
                                 const std::vector<Eigen::Index>& rows)
    : m_floats(static_cast<Eigen::Index>(rows.size()), data.training.inputs.cols())
{
    fixProductBlocking();
    const auto width = static_cast<std::size_t>(m_floats.cols());
    std::vector<std::int8_t> integers(width);
    // What the board cuts off counts no further here either: biases shall not follow an absurd reading.
    const auto largest = static_cast<float>(largestActivation * inputs.scale);
    Eigen::Index kept = 0;
    for (const Eigen::Index row : rows) {
        if (runtime::encodeRow(inputs.features.data(), static_cast<std::uint16_t>(inputs.features.size()),
                               data.training.raw.row(row).data(), integers.data())
                .refused)
            continue;
        m_floats.row(kept++) = data.training.inputs.row(row).cwiseMax(-largest).cwiseMin(largest);
        m_integers.insert(m_integers.end(), integers.begin(), integers.end());
    }
    m_floats.conservativeResize(kept, Eigen::NoChange);
}

ProductMatrix CalibrationRows::products() const
{
    using Integers = Eigen::Matrix<std::int8_t, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const Integers> integers(m_integers.data(), m_floats.rows(), m_floats.cols());
    const ProductMatrix values = integers.cast<double>();
    ProductMatrix products = ProductMatrix::Zero(values.cols(), values.cols());
    products.noalias() += values.transpose() * values; // whole numbers: the same in any order
    return products;
}

std::vector<double> CalibrationRows::meanSquares() const
{
    std::vector<double> result(static_cast<std::size_t>(m_floats.cols()));
    for (std::size_t place = 0; place < m_integers.size(); ++place)
        result[place % result.size()] += m_integers[place] * m_integers[place];
    for (double& sum : result)
        sum /= static_cast<double>(std::max<Eigen::Index>(1, m_floats.rows()));
    return result;
}

void CalibrationRows::correctBias(const DenseLayer& layer, const std::vector<double>& sumScale,
                                  IntegerLayer& quantized) const
{
    if (m_floats.rows() == 0)
        return;
    const auto inputs = static_cast<std::size_t>(quantized.inputs);
    const auto rows = static_cast<double>(m_floats.rows());
    std::vector<double> meanInteger(inputs), meanFloat(inputs);
    for (std::size_t place = 0; place < m_integers.size(); ++place)
        meanInteger[place % inputs] += m_integers[place] / rows;
    for (Eigen::Index row = 0; row < m_floats.rows(); ++row)
        for (std::size_t i = 0; i < inputs; ++i)
            meanFloat[i] += m_floats(row, static_cast<Eigen::Index>(i)) / rows;
    for (std::size_t o = 0; o < sumScale.size(); ++o) {
        const auto neuron = static_cast<Eigen::Index>(o);
        double wanted = layer.bias(neuron), there = 0;
        for (std::size_t i = 0; i < inputs; ++i) {
            wanted += layer.weights(neuron, static_cast<Eigen::Index>(i)) * meanFloat[i];
            there += quantized.weights[o * inputs + i] * meanInteger[i];
        }
        const double bias = std::round(wanted / sumScale[o] - there);
        if (sumFits24Bits(quantized, o, bias))
            quantized.bias[o] = static_cast<std::int32_t>(bias);
    }
}

void CalibrationRows::pass(const DenseLayer& layer, const IntegerLayer& quantized)
{
    Matrix sums = m_floats * layer.weights.transpose();
    sums.rowwise() += layer.bias.transpose();
    applyActivation(layer.activation, sums);
    m_floats = std::move(sums);

    const auto inputs = static_cast<std::size_t>(quantized.inputs),
               outputs = static_cast<std::size_t>(quantized.outputs);
    std::vector<std::int8_t> next(static_cast<std::size_t>(m_floats.rows()) * outputs);
    for (std::size_t row = 0; row < static_cast<std::size_t>(m_floats.rows()); ++row) {
        std::int8_t* y = next.data() + row * outputs;
        runtime::denseHidden(runtime::Int8Weights{quantized.weights.data()}, quantized.bias.data(),
                             quantized.multiplier.data(), static_cast<std::uint8_t>(quantized.shift),
                             lowestActivation(quantized.activation), static_cast<std::uint16_t>(inputs),
                             static_cast<std::uint16_t>(outputs), m_integers.data() + row * inputs, y);
        if (!quantized.table.empty())
            runtime::applyTable(quantized.table.data(), static_cast<std::uint16_t>(outputs), y);
    }
    m_integers = std::move(next);
}

}
