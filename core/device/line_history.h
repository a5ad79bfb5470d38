#pragma once

#include "data/series_envelope.h"
#include "device/line_channels.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace broto {

/// What a plotter draws: the newest stretch of all channels.
struct PlottedStretch {
    double from = 0, to = 1;     ///< seconds
    double least = 0, most = 1;  ///< with room above and below the lines
    std::vector<Envelope> lines; ///< one a channel
};

/// The value of every line at a time, that of the nearest drawn point; NaN where the line is not there.
std::vector<double> valuesAt(const PlottedStretch& stretch, double time);

/// The last numbers that a device printed, channel by channel, for a plotter.
class LineHistory {
public:
    static constexpr std::size_t mostPoints = 10'000; ///< of a channel; older ones are forgotten
    static constexpr std::size_t mostChannels = 64;   ///< that are kept

    /// Whether it was a reading. `seconds` is not before that of the line before.
    bool add(std::string_view line, double seconds);

    std::size_t channels() const { return m_rings.size(); }
    const LineChannel& channel(std::size_t index) const { return m_channels.channels()[index]; }
    std::size_t points(std::size_t channel) const { return m_rings[channel].values.size(); }
    std::size_t readings() const { return m_readings; } ///< since the beginning
    double last(std::size_t channel) const;             ///< its newest value; NaN where there is none

    /// The points of a channel, oldest first.
    Series series(std::size_t channel) const;

    /// The last seconds, or all that is kept where that is 0, of the first channels, in so many steps across.
    PlottedStretch stretch(double seconds, std::size_t steps, std::size_t mostLines) const;

private:
    struct Ring {
        std::vector<double> times, values;
        std::size_t oldest = 0;

        void add(double time, double value);
    };

    LineChannels m_channels;
    std::vector<Ring> m_rings;
    std::size_t m_readings = 0;
    double m_newest = 0;
};

}
