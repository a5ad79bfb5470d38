#include "compression/calibration.h"

#include "compression/activation_rules.h"
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

}

std::vector<double> calibratedRanges(const Network& network, const QuantizedInputs& inputs, const Matrix& rows)
{
    fixProductBlocking();
    std::vector<double> ranges(network.layers.size() - 1, 0.0);
    for (Eigen::Index first = 0; first < rows.rows(); first += rowsAtOnce) {
        const Eigen::Index count = std::min(rowsAtOnce, rows.rows() - first);
        Matrix values = encodedAsOnBoard(inputs, rows, first, count, network.layers.front().weights.cols());
        if (values.rows() == 0)
            continue;
        for (std::size_t l = 0; l < ranges.size(); ++l) {
            const DenseLayer& layer = network.layers[l];
            Matrix sums = values * layer.weights.transpose();
            sums.rowwise() += layer.bias.transpose();
            const double mostBelow = -usefulSums(layer.activation).lowest;
            for (const double sum : sums.reshaped().cast<double>())
                ranges[l] = larger(ranges[l], sum < 0 ? std::min(-sum, mostBelow) : sum);
            applyActivation(layer.activation, sums);
            values = std::move(sums);
        }
    }
    return ranges;
}

}
