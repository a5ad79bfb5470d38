#pragma once

#include "common/message.h"
#include "runtime/stream_features.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// What a window of readings is told by; docs in core/runtime/stream_features.h.
using WindowFeatureKind = runtime::StreamFeatureKind;

/// "mean", "deviation", "zero-crossings", "band-power" ...
std::string_view windowFeatureName(WindowFeatureKind kind);
std::optional<WindowFeatureKind> windowFeatureNamed(std::string_view name);
const std::vector<WindowFeatureKind>& allWindowFeatures();

inline constexpr std::size_t mostChannels = 64;
inline constexpr int longestWindow = 16384;  ///< readings
inline constexpr int longestSpectrum = 4096; ///< readings of a window with band powers: a power of two
inline constexpr int shortestSpectrum = 8;
inline constexpr std::size_t mostWindowValues = 1 << 18; ///< readings times channels
inline constexpr std::size_t mostWindowFeatures = 4096;

/// What becomes of a reading that lacks a channel's value.
enum class MissingReading {
    Restart,  ///< there is no such reading: the windows begin anew behind it
    Fill,     ///< StreamChannel::fill stands for it
    LastValue ///< the value before it does; at the beginning of the windows it is as with Restart
};

/// One sensor of a stream. Every reading has a value of each.
struct StreamChannel {
    std::string name;
    std::string unit;
    MissingReading missing = MissingReading::Restart;
    float fill = 0; ///< fitted on the training part
    bool operator==(const StreamChannel&) const = default;
};

/// One feature of a window.
struct WindowFeature {
    WindowFeatureKind kind = runtime::meanFeature;
    int channel = 0;
    int firstBin = 0; ///< band power: places of the spectrum, from 1 to length / 2, both in the band
    int lastBin = 0;
    bool operator==(const WindowFeature&) const = default;
};

/// How a stream of readings becomes rows: the first step of a model's preprocessing. A row is a window's features.
struct Stream {
    std::vector<StreamChannel> channels;
    int length = 0;               ///< readings in a window
    int stride = 0;               ///< readings from one window to the next
    double readingsPerSecond = 0; ///< 0 where it is not known: slopes are a reading, bands in turns a reading
    std::vector<WindowFeature> features;
    bool operator==(const Stream&) const = default;
};

bool isSpectrumLength(int length);
bool hasBandPowers(const Stream& stream);

/// How a feature is called and in which unit it is: "ax mean", "ax power 2-4 Hz" in "g²".
std::string windowFeatureTitle(const WindowFeature& feature, const Stream& stream);
std::string windowFeatureUnit(const WindowFeature& feature, const Stream& stream);

/// What the runtime takes besides.
std::vector<runtime::StreamFeature> runtimeFeatures(const Stream& stream);
std::vector<runtime::StreamFill> runtimeFills(const Stream& stream); ///< one a channel; empty where none has any
runtime::StreamScales streamScales(const Stream& stream);
std::vector<float> streamCosines(const Stream& stream); ///< empty without band powers

/// The first promise of this page that a stream breaks, or nothing. For streams that come from a file.
std::optional<Message> problemWith(const Stream& stream);

}
