#include "data/stream.h"

#include "common/number_text.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace broto {

namespace {

struct NamedKind {
    WindowFeatureKind kind;
    std::string_view name;
};

constexpr NamedKind names[] = {{runtime::meanFeature, "mean"},
                               {runtime::deviationFeature, "deviation"},
                               {runtime::minFeature, "min"},
                               {runtime::maxFeature, "max"},
                               {runtime::rangeFeature, "range"},
                               {runtime::rmsFeature, "rms"},
                               {runtime::energyFeature, "energy"},
                               {runtime::zeroCrossingsFeature, "zero-crossings"},
                               {runtime::slopeFeature, "slope"},
                               {runtime::peaksFeature, "peaks"},
                               {runtime::skewnessFeature, "skewness"},
                               {runtime::kurtosisFeature, "kurtosis"},
                               {runtime::bandPowerFeature, "band-power"}};

Message problem(std::string_view sentence)
{
    return message("data.stream", sentence);
}

/// What stands behind a unit that is no single word has to be held together.
std::string squared(const std::string& unit)
{
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (unit.empty())
        return {};
    return std::all_of(unit.begin(), unit.end(), isPlain) ? unit + "²" : '(' + unit + ")²";
}

/// From halfway below the first place to halfway above the last one would be exact; people read round numbers.
std::string bandTitle(const WindowFeature& feature, const Stream& stream)
{
    const double rate = stream.readingsPerSecond > 0 ? stream.readingsPerSecond : 1;
    const auto frequency = [&](int place) { return shortest(std::round(place * rate / stream.length * 1000) / 1000); };
    std::string title = "power " + frequency(feature.firstBin);
    if (feature.lastBin > feature.firstBin)
        title += '-' + frequency(feature.lastBin);
    return stream.readingsPerSecond > 0 ? title + " Hz" : title;
}

bool channelFits(const StreamChannel& channel)
{
    return std::isfinite(channel.fill);
}

bool sizesFit(const Stream& stream)
{
    const std::size_t channels = stream.channels.size();
    return channels > 0 && channels <= mostChannels && stream.length > 0 && stream.length <= longestWindow &&
           stream.stride > 0 && stream.stride <= longestWindow &&
           channels * static_cast<std::size_t>(stream.length) <= mostWindowValues &&
           std::all_of(stream.channels.begin(), stream.channels.end(), channelFits);
}

bool featureFits(const WindowFeature& feature, const Stream& stream)
{
    if (feature.channel < 0 || feature.channel >= static_cast<int>(stream.channels.size()))
        return false;
    if (feature.kind != runtime::bandPowerFeature)
        return feature.firstBin == 0 && feature.lastBin == 0;
    return isSpectrumLength(stream.length) && feature.firstBin >= 1 && feature.firstBin <= feature.lastBin &&
           feature.lastBin <= stream.length / 2;
}

}

std::string_view windowFeatureName(WindowFeatureKind kind)
{
    const auto named =
        std::find_if(std::begin(names), std::end(names), [&](auto& entry) { return entry.kind == kind; });
    return named == std::end(names) ? std::string_view() : named->name;
}

std::optional<WindowFeatureKind> windowFeatureNamed(std::string_view name)
{
    const auto named =
        std::find_if(std::begin(names), std::end(names), [&](auto& entry) { return entry.name == name; });
    return named == std::end(names) ? std::nullopt : std::optional(named->kind);
}

const std::vector<WindowFeatureKind>& allWindowFeatures()
{
    static const std::vector<WindowFeatureKind> all = [] {
        std::vector<WindowFeatureKind> kinds;
        for (const NamedKind& entry : names)
            kinds.push_back(entry.kind);
        return kinds;
    }();
    return all;
}

bool isSpectrumLength(int length)
{
    return length >= shortestSpectrum && length <= longestSpectrum &&
           std::has_single_bit(static_cast<unsigned>(length));
}

bool hasBandPowers(const Stream& stream)
{
    return std::any_of(stream.features.begin(), stream.features.end(),
                       [](const WindowFeature& feature) { return feature.kind == runtime::bandPowerFeature; });
}

std::string windowFeatureTitle(const WindowFeature& feature, const Stream& stream)
{
    const std::string& channel = stream.channels[static_cast<std::size_t>(feature.channel)].name;
    if (feature.kind == runtime::bandPowerFeature)
        return channel + ' ' + bandTitle(feature, stream);
    return channel + ' ' + std::string(windowFeatureName(feature.kind));
}

std::string windowFeatureUnit(const WindowFeature& feature, const Stream& stream)
{
    const std::string& unit = stream.channels[static_cast<std::size_t>(feature.channel)].unit;
    switch (feature.kind) {
    case runtime::energyFeature:
    case runtime::bandPowerFeature:
        return squared(unit);
    case runtime::slopeFeature:
        return unit.empty() || stream.readingsPerSecond == 0 ? unit : unit + "/s";
    case runtime::zeroCrossingsFeature:
    case runtime::peaksFeature:
    case runtime::skewnessFeature:
    case runtime::kurtosisFeature:
        return {};
    default:
        return unit;
    }
}

std::vector<runtime::StreamFeature> runtimeFeatures(const Stream& stream)
{
    std::vector<runtime::StreamFeature> features;
    for (const WindowFeature& feature : stream.features)
        features.push_back({static_cast<std::uint8_t>(feature.kind), static_cast<std::uint8_t>(feature.channel),
                            static_cast<std::uint16_t>(feature.firstBin), static_cast<std::uint16_t>(feature.lastBin)});
    return features;
}

std::vector<runtime::StreamFill> runtimeFills(const Stream& stream)
{
    std::vector<runtime::StreamFill> fills;
    bool any = false;
    for (const StreamChannel& channel : stream.channels) {
        const bool fillsIn = channel.missing == MissingReading::Fill;
        const auto missing = fillsIn                                        ? runtime::isFilled
                             : channel.missing == MissingReading::LastValue ? runtime::isLastValue
                                                                            : runtime::restartsStream;
        fills.push_back({fillsIn ? channel.fill : 0, static_cast<std::uint8_t>(missing)});
        any = any || channel.missing != MissingReading::Restart;
    }
    return any ? fills : std::vector<runtime::StreamFill>();
}

runtime::StreamScales streamScales(const Stream& stream)
{
    const double n = stream.length;
    const double slopeScale = n > 1 ? 6 / (n * (n * n - 1)) : 0;
    const double rate = stream.readingsPerSecond > 0 ? stream.readingsPerSecond : 1;
    return {static_cast<float>(1 / n), static_cast<float>(slopeScale * rate), static_cast<float>(16 / (3 * n * n))};
}

std::vector<float> streamCosines(const Stream& stream)
{
    if (!hasBandPowers(stream))
        return {};
    // Halving angles and adding them takes square roots and sums only, which are the same on every machine; a library's
    // cosine need not be.
    const auto quarter = static_cast<std::size_t>(stream.length / 4);
    std::vector<double> cosines(quarter + 1);
    cosines[0] = 1;
    double halfAngle = 0; // its cosine, for the angle between two places that are known
    for (std::size_t step = quarter; step > 1; step /= 2) {
        halfAngle = std::sqrt((1 + halfAngle) / 2);
        for (std::size_t k = step / 2; k < quarter; k += step)
            cosines[k] = (cosines[k - step / 2] + cosines[k + step / 2]) / (2 * halfAngle);
    }
    return std::vector<float>(cosines.begin(), cosines.end());
}

std::optional<Message> problemWith(const Stream& stream)
{
    if (!sizesFit(stream))
        return problem(BROTO_TEXT("core", "The windows of the model have a length, a stride or a number of channels "
                                          "that is not possible. Make the model again from its data."));
    if (!(std::isfinite(stream.readingsPerSecond) && stream.readingsPerSecond >= 0 && stream.readingsPerSecond <= 1e9))
        return problem(BROTO_TEXT("core", "The windows of the model have a number of readings a second that is not "
                                          "possible. Make the model again from its data."));
    if (stream.features.empty() || stream.features.size() > mostWindowFeatures ||
        !std::all_of(stream.features.begin(), stream.features.end(),
                     [&](const WindowFeature& feature) { return featureFits(feature, stream); }))
        return problem(BROTO_TEXT("core", "A feature of the model's windows does not fit them. Make the model again "
                                          "from its data."));
    return {};
}

}
