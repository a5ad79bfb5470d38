#pragma once

#include "common/result.h"
#include "data/stream.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A length along a recording. Seconds need a rate: WindowChoices::readingsPerSecond, or a column of times.
struct WindowSpan {
    enum class Unit { Readings, Seconds };
    double amount = 0;
    Unit unit = Unit::Readings;
    bool operator==(const WindowSpan&) const = default;
};

/// Frequencies from `from` up to, but not including, `to`; half the rate, the highest there is, belongs to a band that
/// reaches it. In Hz, or in turns a reading (0 to 0.5) where no rate is known.
struct FrequencyBand {
    double from = 0;
    double to = 0;
    bool operator==(const FrequencyBand&) const = default;
};

/// Classification: what becomes of a window whose readings are not all of one class.
enum class MixedWindows {
    Majority, ///< it has the class that most of its readings have; of several the one that comes last in it
    Drop      ///< it is left out
};

/// Regression: which value of the target a window has.
enum class WindowValue {
    Last, ///< that of its last reading
    Mean  ///< of all of them that have one
};

/// How rows that follow one another, readings of a stream of sensors, become windows. Every feature column of the table
/// is a channel of the stream; a row of the data set is a window, told by the same features of every channel.
///
/// A window never holds readings from both sides of a gap, of two groups, or of two parts of the split; see WindowPlan.
struct WindowChoices {
    WindowSpan length = {64};
    WindowSpan stride = {32}; ///< from the beginning of one window to that of the next
    double readingsPerSecond =
        0; ///< 0: as the column of times tells; without one, slopes are a reading, bands in turns
    std::optional<double> longestGap = {}; ///< seconds between two readings; nothing: 2.5 usual steps. Needs times
    /// Of every channel, in the order of allWindowFeatures, none twice.
    std::vector<WindowFeatureKind> features = {runtime::meanFeature, runtime::deviationFeature, runtime::minFeature,
                                               runtime::maxFeature, runtime::zeroCrossingsFeature};
    std::vector<FrequencyBand> bands; ///< of bandPowerFeature: one feature each; at least one if that is chosen
    MixedWindows mixed = MixedWindows::Majority;
    WindowValue value = WindowValue::Last;
    bool operator==(const WindowChoices&) const = default;
};

/// Names as in project files and on the command line: "readings", "seconds"; "majority", "drop"; "last", "mean".
std::string_view windowUnitName(WindowSpan::Unit unit);
std::string_view mixedWindowsName(MixedWindows mixed);
std::string_view windowValueName(WindowValue value);
std::optional<WindowSpan::Unit> windowUnitNamed(std::string_view name);
std::optional<MixedWindows> mixedWindowsNamed(std::string_view name);
std::optional<WindowValue> windowValueNamed(std::string_view name);

inline constexpr double mostReadingsPerSecond = 1e6;
inline constexpr std::size_t mostBands = 64;

bool hasFeature(const WindowChoices& choices, WindowFeatureKind kind);

/// Adds a feature in its place, or takes it away. With the first band power come four bands of equal width, up to half
/// of the rate (0: turns a reading).
void setFeature(WindowChoices& choices, WindowFeatureKind kind, bool wanted, double readingsPerSecond = 0);

/// Equal bands from 0 up to half the rate; 0 for the rate: in turns a reading.
std::vector<FrequencyBand> equalBands(int count, double readingsPerSecond);

/// Why choices cannot be for any table: a length of nothing, no feature, a band that ends before it begins.
std::optional<Message> problemWith(const WindowChoices& choices);

/// The stream that choices come to, once the rate is known (0: it is not). Fails as problemWith does, and when the
/// windows are too long for a board, when seconds are wanted and there is no rate, when band powers are wanted of a
/// length that is no power of two, and when a band holds no frequency of the window.
Result<Stream> streamFor(const WindowChoices& choices, std::vector<StreamChannel> channels, double readingsPerSecond);

}
