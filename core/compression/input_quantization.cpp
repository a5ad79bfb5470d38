#include "compression/input_quantization.h"

#include "compression/activation_rules.h"
#include "compression/input_steps.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace broto {

namespace {

constexpr double largestFactor = 32767;
constexpr double deviationsKept = 8; // an outlier must not cost all other values their resolution

/// How far the values of a column lie from the centre.
double halfRange(const Matrix& rows, Eigen::Index column, double centre)
{
    double largest = 0;
    double squares = 0;
    std::size_t count = 0;
    for (Eigen::Index row = 0; row < rows.rows(); ++row) {
        const double distance = std::abs(rows(row, column) - centre);
        if (!std::isfinite(distance))
            continue;
        largest = std::max(largest, distance);
        squares += distance * distance;
        ++count;
    }
    return count == 0 ? 0 : std::min(largest, deviationsKept * std::sqrt(squares / static_cast<double>(count)));
}

/// The k for which 2^(bits-1) <= size * 2^k < 2^bits, lowered until the centre fits.
int exponentFor(double size, int bits, double centre)
{
    int binary = 0;
    std::frexp(size, &binary);
    int exponent = std::min(bits - binary, largestExponent);
    while (std::abs(std::round(std::ldexp(centre, exponent))) >= centreLimit)
        --exponent;
    return exponent;
}

std::optional<runtime::InputFeature> quantizedNumber(const Feature& feature, double halfRange, float centre,
                                                     float factor, float fill, double inputScale)
{
    // A constant has no range to resolve; its exponent serves the range warning alone.
    const double size = halfRange > 0 ? halfRange : std::max(std::abs(feature.lowest), std::abs(feature.highest));
    const int exponent = exponentFor(size, halfRange > 0 ? 14 : 28, centre);
    const double scaled = halfRange > 0 ? std::round(std::ldexp(factor / inputScale, 20 - exponent)) : 0;
    if (!(std::abs(scaled) <= largestFactor))
        return std::nullopt;

    runtime::InputFeature result{};
    result.exponent = static_cast<std::int8_t>(exponent);
    result.centre = static_cast<std::int32_t>(std::lround(std::ldexp(static_cast<double>(centre), exponent)));
    result.factor = static_cast<std::int16_t>(scaled);
    result.lowest = runtime::fixedPoint(runtime::bitsOf(feature.lowest), result.exponent);
    result.highest = runtime::fixedPoint(runtime::bitsOf(feature.highest), result.exponent);
    result.fill = runtime::refuseMissing;
    if (!std::isnan(fill)) {
        const std::int32_t value = runtime::fixedPoint(runtime::bitsOf(fill), result.exponent);
        result.fill = runtime::scaledInput(value, result.centre, result.factor);
    }
    return result;
}

runtime::InputFeature quantizedCategory(const Feature& feature, float fill, double inputScale)
{
    runtime::InputFeature result{};
    result.categories = static_cast<std::uint8_t>(feature.categories.size());
    result.factor = static_cast<std::int16_t>(std::min<double>(std::round(1 / inputScale), largestActivation));
    result.fill =
        std::isnan(fill) ? static_cast<std::int16_t>(runtime::refuseMissing) : static_cast<std::int16_t>(fill);
    return result;
}

}

Result<QuantizedInputs> quantizeInputs(const Preprocessing& preprocessing, const Matrix& trainingRows)
{
    const std::vector<Feature>& features = preprocessing.features;
    const InputSteps steps = inputSteps(preprocessing);
    std::vector<double> halfRanges(features.size());
    std::vector<std::size_t> firstInput(features.size());
    double largest = 0;
    for (std::size_t f = 0, input = 0; f < features.size();
         input += static_cast<std::size_t>(inputsOf(features[f])), ++f) {
        firstInput[f] = input;
        if (features[f].categories.empty()) {
            halfRanges[f] = halfRange(trainingRows, static_cast<Eigen::Index>(f), steps.centre[input]);
            largest = std::max(largest, halfRanges[f] * std::abs(static_cast<double>(steps.factor[input])));
        } else {
            largest = std::max(largest, 1.0);
        }
    }

    QuantizedInputs result;
    result.scale = (largest > 0 ? largest : 1) / largestActivation;
    for (std::size_t f = 0; f < features.size(); ++f) {
        if (!features[f].categories.empty()) {
            result.features.push_back(quantizedCategory(features[f], steps.fill[f], result.scale));
            continue;
        }
        const std::size_t input = firstInput[f];
        const auto number = quantizedNumber(features[f], halfRanges[f], steps.centre[input], steps.factor[input],
                                            steps.fill[f], result.scale);
        if (!number)
            return message("compression.feature-too-fine",
                           BROTO_TEXT("core", "The values of \"%1\" differ too little for their size to be told apart "
                                              "in fixed point. Subtract a constant from the column, or leave it out."),
                           features[f].name);
        result.features.push_back(*number);
    }
    return result;
}

}
