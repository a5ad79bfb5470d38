#include "compression/calibration.h"

#include "compression/activation_rules.h"
#include "compression/magnitude_range.h"
#include "network/activation_pass.h"
#include "network/forward.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace broto {

namespace {

constexpr Eigen::Index rowsAtOnce = 1024; // bounds the memory that activations take

/// The inputs that the integer path makes of some rows, as floats; refused rows are left out.
Matrix encodedAsOnBoard(const QuantizedInputs& inputs, const Matrix& rows, Eigen::Index first, Eigen::Index count,
                        Eigen::Index width)
{
    Matrix result(count, width);
    std::vector<std::int8_t> activations(static_cast<std::size_t>(width));
    Eigen::Index kept = 0;
    for (Eigen::Index row = first; row < first + count; ++row) {
        const runtime::InputReport report =
            runtime::encodeRow(inputs.features.data(), static_cast<std::uint16_t>(inputs.features.size()),
                               rows.row(row).data(), activations.data());
        if (report.refused)
            continue;
        for (Eigen::Index i = 0; i < width; ++i)
            result(kept, i) = static_cast<float>(activations[static_cast<std::size_t>(i)] * inputs.scale);
        ++kept;
    }
    result.conservativeResize(kept, width);
    return result;
}

/// NaN wins, so that a network that overflows is noticed.
double larger(double a, double b)
{
    return b > a || b != b ? b : a;
}

/// Gives `take` the size of every sum of every hidden layer, by layer, as far as it counts.
template<class Take>
void forEachSum(const Network& network, const QuantizedInputs& inputs, const Matrix& rows, Take take)
{
    fixProductBlocking();
    for (Eigen::Index first = 0; first < rows.rows(); first += rowsAtOnce) {
        const Eigen::Index count = std::min(rowsAtOnce, rows.rows() - first);
        Matrix values = encodedAsOnBoard(inputs, rows, first, count, network.layers.front().weights.cols());
        if (values.rows() == 0)
            continue;
        for (std::size_t l = 0; l + 1 < network.layers.size(); ++l) {
            const DenseLayer& layer = network.layers[l];
            Matrix sums = values * layer.weights.transpose();
            sums.rowwise() += layer.bias.transpose();
            const double mostBelow = -usefulSums(layer.activation).lowest;
            for (const double sum : sums.reshaped().cast<double>())
                take(l, sum < 0 ? std::min(-sum, mostBelow) : sum);
            applyActivation(layer.activation, sums);
            values = std::move(sums);
        }
    }
}

}

std::vector<Eigen::Index> spreadRows(Eigen::Index rows, int most)
{
    const Eigen::Index count = most > 0 ? std::min<Eigen::Index>(rows, most) : rows;
    std::vector<Eigen::Index> chosen;
    for (Eigen::Index i = 0; i < count; ++i)
        chosen.push_back(i * rows / count);
    return chosen;
}

Matrix rowsOf(const Matrix& values, const std::vector<Eigen::Index>& rows)
{
    Matrix result(static_cast<Eigen::Index>(rows.size()), values.cols());
    for (std::size_t i = 0; i < rows.size(); ++i)
        result.row(static_cast<Eigen::Index>(i)) = values.row(rows[i]);
    return result;
}

std::vector<double> calibratedRanges(const Network& network, const QuantizedInputs& inputs, const Matrix& rows,
                                     RangeMethod method)
{
    std::vector<double> ranges(network.layers.size() - 1, 0.0);
    forEachSum(network, inputs, rows,
               [&](std::size_t layer, double sum) { ranges[layer] = larger(ranges[layer], sum); });
    const bool finite = std::all_of(ranges.begin(), ranges.end(), [](double range) { return std::isfinite(range); });
    if (method == RangeMethod::MinMax || !finite)
        return ranges;
    std::vector<MagnitudeHistogram> magnitudes(ranges.begin(), ranges.end());
    forEachSum(network, inputs, rows, [&](std::size_t layer, double sum) {
        if (sum > 0)
            magnitudes[layer].add(sum);
    });
    std::transform(magnitudes.begin(), magnitudes.end(), ranges.begin(),
                   [method](const MagnitudeHistogram& histogram) { return chosenRange(histogram, method); });
    return ranges;
}

}
