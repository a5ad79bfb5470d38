#include "compression/input_trace.h"

#include "compression/activation_rules.h"
#include "compression/input_steps.h"
#include "runtime/input_int8.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace broto {

namespace {

constexpr std::int32_t mostDistance = 32767;
constexpr int inputShift = 20;

FixedPointSteps fixedPointSteps(const runtime::InputFeature& feature, float value)
{
    FixedPointSteps steps;
    steps.exponent = feature.exponent;
    steps.value = runtime::fixedPoint(runtime::bitsOf(value), feature.exponent);
    steps.centre = feature.centre;
    steps.distance = steps.value - steps.centre;
    steps.bounded = std::clamp(steps.distance, -mostDistance, mostDistance);
    steps.factor = feature.factor;
    steps.product = steps.bounded * steps.factor;
    steps.shifted = (steps.product + (std::int32_t{1} << (inputShift - 1))) >> inputShift;
    steps.cut = steps.bounded != steps.distance || std::abs(steps.shifted) > largestActivation;
    return steps;
}

std::optional<std::size_t> chosenCategory(const runtime::InputFeature& feature, float value)
{
    const std::uint32_t bits = runtime::bitsOf(value);
    const std::int32_t index = runtime::isMissing(bits) ? feature.fill : runtime::fixedPoint(bits, 0);
    if (index < 0 || index >= feature.categories)
        return std::nullopt;
    return static_cast<std::size_t>(index);
}

}

std::vector<FeatureTrace> inputTrace(const DeployableModel& model, std::span<const float> row)
{
    assert(model.arithmetic == Arithmetic::Int8 && row.size() == model.integerInputs.size());
    const Matrix exact =
        encoded(model.preprocessing, Eigen::Map<const Matrix>(row.data(), 1, static_cast<Eigen::Index>(row.size())));
    const double scale = std::get<IntegerLayer>(model.layers.front()).inputScale;
    std::vector<FeatureTrace> result;
    std::size_t input = 0;
    for (std::size_t f = 0; f < row.size(); ++f) {
        const runtime::InputFeature& feature = model.integerInputs[f];
        FeatureTrace trace;
        trace.value = row[f];
        trace.filled = runtime::isMissing(runtime::bitsOf(row[f]));
        trace.firstInput = input;
        std::vector<std::int8_t> integers(static_cast<std::size_t>(inputsOf(model.preprocessing.features[f])));
        trace.outOfRange = runtime::encodeRow(&feature, 1, &row[f], integers.data()).outOfRange > 0;
        if (feature.categories > 0)
            trace.chosen = chosenCategory(feature, row[f]);
        else if (!trace.filled)
            trace.steps = fixedPointSteps(feature, row[f]);
        for (std::size_t i = 0; i < integers.size(); ++i, ++input) {
            trace.inputs.push_back({integers[i], integers[i] * scale, exact(0, static_cast<Eigen::Index>(input))});
        }
        result.push_back(std::move(trace));
    }
    return result;
}

}
