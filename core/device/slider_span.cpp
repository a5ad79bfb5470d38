#include "device/slider_span.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

constexpr double beyond = 0.25; ///< of the learned range, on either side
constexpr int mostDigits = 40;  ///< of the smallest floats there are

double rounded(double value, int digits)
{
    const double tenths = std::pow(10.0, digits);
    const double whole = std::round(value * tenths);
    return std::isfinite(whole) ? whole / tenths : value;
}

}

double SliderSpan::valueAt(int step) const
{
    return rounded(low + (high - low) * step / steps, digits);
}

int SliderSpan::stepOf(double value) const
{
    const double share = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return static_cast<int>(std::lround(share * steps));
}

SliderSpan sliderSpan(const Feature& feature)
{
    SliderSpan span;
    span.learnedLow = feature.lowest;
    span.learnedHigh = feature.highest;
    const double learned = span.learnedHigh - span.learnedLow;
    const double width = learned > 0 ? learned : std::max(std::abs(span.learnedLow), 1.0);
    span.low = span.learnedLow - beyond * width;
    span.high = span.learnedHigh + beyond * width;
    span.digits = std::clamp(static_cast<int>(std::ceil(2 - std::log10(width))), 0, mostDigits);
    return span;
}

std::optional<float> fillOf(const Preprocessing& preprocessing, std::size_t feature)
{
    for (const PreprocessingStep& step : preprocessing.steps)
        if (const auto* fill = std::get_if<FillMissing>(&step); fill && !std::isnan(fill->values[feature]))
            return fill->values[feature];
    return std::nullopt;
}

std::vector<float> middleRow(const Preprocessing& preprocessing)
{
    std::vector<float> row;
    for (std::size_t i = 0; i < preprocessing.features.size(); ++i) {
        const Feature& feature = preprocessing.features[i];
        const SliderSpan span = sliderSpan(feature);
        const std::optional<float> fill = fillOf(preprocessing, i);
        if (feature.categories.empty())
            row.push_back(
                static_cast<float>(rounded(fill.value_or(static_cast<float>(span.low + span.high) / 2), span.digits)));
        else
            row.push_back(fill.value_or(0));
    }
    return row;
}

}
