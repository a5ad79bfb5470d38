#include "data/window_choices.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace broto {

namespace {

template<class Choice>
struct WindowName {
    Choice choice;
    std::string_view name;
};

constexpr auto units = std::to_array<WindowName<WindowSpan::Unit>>(
    {{WindowSpan::Unit::Readings, "readings"}, {WindowSpan::Unit::Seconds, "seconds"}});
constexpr auto mixtures =
    std::to_array<WindowName<MixedWindows>>({{MixedWindows::Majority, "majority"}, {MixedWindows::Drop, "drop"}});
constexpr auto windowValues =
    std::to_array<WindowName<WindowValue>>({{WindowValue::Last, "last"}, {WindowValue::Mean, "mean"}});

template<class Names, class Choice>
std::string_view windowNameOf(const Names& names, Choice choice)
{
    const auto named =
        std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.choice == choice; });
    return named == names.end() ? std::string_view() : named->name;
}

template<class Choice, class Names>
std::optional<Choice> windowChoiceOf(const Names& names, std::string_view name)
{
    const auto named = std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.name == name; });
    return named == names.end() ? std::nullopt : std::optional(named->choice);
}

constexpr int usualBands = 4;
constexpr double longestAmount = 1e9;

/// The place in the order of allWindowFeatures.
std::ptrdiff_t placeOf(WindowFeatureKind kind)
{
    const std::vector<WindowFeatureKind>& all = allWindowFeatures();
    return std::find(all.begin(), all.end(), kind) - all.begin();
}

bool isSpan(const WindowSpan& span)
{
    return std::isfinite(span.amount) && span.amount > 0 && span.amount <= longestAmount;
}

Message noSpan()
{
    return message("data.window-span", BROTO_TEXT("core", "Length and stride of the windows have to be larger than 0. "
                                                          "Choose how many readings or seconds they are."));
}

Message noRate()
{
    return message("data.window-no-rate",
                   BROTO_TEXT("core", "Windows of so many seconds need to know when a reading was taken. Choose the "
                                      "column of times, say how many readings a second there are, or give the windows' "
                                      "length in readings."));
}

Message noSuchLength(double readings)
{
    return message("data.window-length",
                   BROTO_TEXT("core", "A window or a stride of %1 readings is not possible: 1 to %2 are."), readings,
                   longestWindow);
}

Message betweenReadings(double seconds, double readingsPerSecond)
{
    return message("data.window-between-readings",
                   BROTO_TEXT("core",
                              "Windows or strides of %1 seconds hold no reading: one comes every %2 seconds. Take "
                              "longer ones; or say how many readings a second there are, should the times not be "
                              "seconds."),
                   seconds, 1 / readingsPerSecond);
}

Message noSpectrum(int length)
{
    return message("data.window-no-spectrum",
                   BROTO_TEXT("core",
                              "Band powers need windows of 8, 16, 32 ... %2 readings, and these have %1. Choose "
                              "such a length, or leave the band powers out."),
                   length, longestSpectrum);
}

Message emptyBand(const FrequencyBand& band, double width)
{
    return message("data.window-empty-band",
                   BROTO_TEXT("core", "The band from %1 to %2 holds no frequency of the window, which tells them apart "
                                      "by steps of %3. Widen the band, or lengthen the window."),
                   band.from, band.to, width);
}

Message windowTooLarge(std::size_t channels, int length)
{
    return message("data.window-too-large",
                   BROTO_TEXT("core",
                              "Windows of %1 readings of %2 channels are too large for any board. Shorten them, "
                              "or ignore columns; there are at most %3 channels."),
                   length, channels, mostChannels);
}

Result<int> readingsOf(const WindowSpan& span, double readingsPerSecond)
{
    double readings = span.amount;
    if (span.unit == WindowSpan::Unit::Seconds) {
        if (!(readingsPerSecond > 0))
            return noRate();
        readings *= readingsPerSecond;
    }
    readings = std::round(readings);
    if (readings == 0 && span.amount > 0 && span.unit == WindowSpan::Unit::Seconds)
        return betweenReadings(span.amount, readingsPerSecond);
    if (!(readings >= 1 && readings <= longestWindow))
        return noSuchLength(readings);
    return static_cast<int>(readings);
}

/// Places of the spectrum in a band. 100 readings a second and windows of 64: place k is at k * 100 / 64 Hz.
struct BandPlaces {
    int first = 0;
    int last = 0;
};

BandPlaces placesOf(const FrequencyBand& band, int length, double rate)
{
    constexpr double rounding = 1e-6;
    const double places = length / rate;
    const double highest = length / 2;
    const double first = std::max(1.0, std::ceil(band.from * places - rounding));
    const bool holdsHighest = band.to * places >= highest - rounding;
    const double last = holdsHighest ? highest : std::ceil(band.to * places - rounding) - 1;
    return {static_cast<int>(std::min(first, highest + 1)), static_cast<int>(last)};
}

std::optional<Message> addFeatures(const WindowChoices& choices, int channel, Stream& stream)
{
    const double rate = stream.readingsPerSecond > 0 ? stream.readingsPerSecond : 1;
    for (const WindowFeatureKind kind : choices.features) {
        if (kind != runtime::bandPowerFeature) {
            stream.features.push_back({kind, channel});
            continue;
        }
        for (const FrequencyBand& band : choices.bands) {
            const BandPlaces places = placesOf(band, stream.length, rate);
            if (places.first > places.last)
                return emptyBand(band, rate / stream.length);
            stream.features.push_back({kind, channel, places.first, places.last});
        }
    }
    return std::nullopt;
}

}

std::string_view windowUnitName(WindowSpan::Unit unit)
{
    return windowNameOf(units, unit);
}

std::string_view mixedWindowsName(MixedWindows mixed)
{
    return windowNameOf(mixtures, mixed);
}

std::string_view windowValueName(WindowValue value)
{
    return windowNameOf(windowValues, value);
}

std::optional<WindowSpan::Unit> windowUnitNamed(std::string_view name)
{
    return windowChoiceOf<WindowSpan::Unit>(units, name);
}

std::optional<MixedWindows> mixedWindowsNamed(std::string_view name)
{
    return windowChoiceOf<MixedWindows>(mixtures, name);
}

std::optional<WindowValue> windowValueNamed(std::string_view name)
{
    return windowChoiceOf<WindowValue>(windowValues, name);
}

bool hasFeature(const WindowChoices& choices, WindowFeatureKind kind)
{
    return std::find(choices.features.begin(), choices.features.end(), kind) != choices.features.end();
}

void setFeature(WindowChoices& choices, WindowFeatureKind kind, bool wanted, double readingsPerSecond)
{
    std::erase(choices.features, kind);
    if (!wanted)
        return;
    const auto next = std::find_if(choices.features.begin(), choices.features.end(),
                                   [&](WindowFeatureKind other) { return placeOf(other) > placeOf(kind); });
    choices.features.insert(next, kind);
    if (kind == runtime::bandPowerFeature && choices.bands.empty())
        choices.bands = equalBands(usualBands, readingsPerSecond);
}

std::vector<FrequencyBand> equalBands(int count, double readingsPerSecond)
{
    const double half = (readingsPerSecond > 0 ? readingsPerSecond : 1) / 2;
    std::vector<FrequencyBand> bands;
    for (int i = 0; i < count; ++i)
        bands.push_back({half * i / count, half * (i + 1) / count});
    return bands;
}

std::optional<Message> problemWith(const WindowChoices& choices)
{
    if (!isSpan(choices.length) || !isSpan(choices.stride))
        return noSpan();
    const auto isSensible = [](double number, double most) {
        return std::isfinite(number) && number >= 0 && number <= most;
    };
    if (!isSensible(choices.readingsPerSecond, mostReadingsPerSecond) ||
        (choices.longestGap && !isSensible(*choices.longestGap, longestAmount)))
        return message("data.window-rate",
                       BROTO_TEXT("core", "The readings a second, or the longest gap between two of them, make no "
                                          "sense. Give numbers of at least 0, or leave them out."));
    if (choices.features.empty())
        return message("data.window-no-feature",
                       BROTO_TEXT("core", "A window needs something to be told by. Choose at least one feature."));
    for (std::size_t i = 1; i < choices.features.size(); ++i)
        if (placeOf(choices.features[i - 1]) >= placeOf(choices.features[i]))
            return message("data.window-feature-order",
                           BROTO_TEXT("core", "The features of the windows are not in their order, or one is there "
                                              "twice. Choose them again."));
    const auto isBand = [&](const FrequencyBand& band) {
        return isSensible(band.from, mostReadingsPerSecond) && isSensible(band.to, mostReadingsPerSecond) &&
               band.from < band.to;
    };
    const bool bandsFit = choices.bands.size() <= mostBands &&
                          std::all_of(choices.bands.begin(), choices.bands.end(), isBand) &&
                          (!choices.bands.empty() || !hasFeature(choices, runtime::bandPowerFeature));
    if (!bandsFit)
        return message("data.window-bands",
                       BROTO_TEXT("core", "Band powers need 1 to %1 bands, each from a lower frequency to a higher "
                                          "one."),
                       mostBands);
    return std::nullopt;
}

Result<Stream> streamFor(const WindowChoices& choices, std::vector<StreamChannel> channels, double readingsPerSecond)
{
    if (std::optional<Message> problem = problemWith(choices))
        return *std::move(problem);
    Stream stream;
    stream.channels = std::move(channels);
    stream.readingsPerSecond = readingsPerSecond;
    const Result<int> length = readingsOf(choices.length, readingsPerSecond);
    if (!length)
        return length.error();
    const Result<int> stride = readingsOf(choices.stride, readingsPerSecond);
    if (!stride)
        return stride.error();
    stream.length = *length;
    stream.stride = *stride;
    if (hasFeature(choices, runtime::bandPowerFeature) && !isSpectrumLength(stream.length))
        return noSpectrum(stream.length);
    for (std::size_t channel = 0; channel < stream.channels.size() && channel < mostChannels; ++channel)
        if (std::optional<Message> problem = addFeatures(choices, static_cast<int>(channel), stream))
            return *std::move(problem);
    if (problemWith(stream))
        return windowTooLarge(stream.channels.size(), stream.length);
    return stream;
}

}
