#include "device/line_history.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

bool LineHistory::add(std::string_view line, double seconds)
{
    const std::vector<double>& values = m_channels.take(line);
    if (values.empty())
        return false;
    m_rings.resize(std::min(m_channels.channels().size(), mostChannels));
    for (std::size_t i = 0; i < std::min(values.size(), m_rings.size()); ++i)
        if (!std::isnan(values[i])) // a label that stands in another line is no gap
            m_rings[i].add(seconds, values[i]);
    ++m_readings;
    m_newest = seconds;
    return true;
}

double LineHistory::last(std::size_t channel) const
{
    const Ring& ring = m_rings[channel];
    if (ring.values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    return ring.values[(ring.oldest + ring.values.size() - 1) % ring.values.size()];
}

Series LineHistory::series(std::size_t channel) const
{
    const Ring& ring = m_rings[channel];
    const auto middle = static_cast<std::ptrdiff_t>(ring.oldest);
    Series series;
    series.times.resize(ring.times.size());
    series.values.resize(ring.values.size());
    std::rotate_copy(ring.times.begin(), ring.times.begin() + middle, ring.times.end(), series.times.begin());
    std::rotate_copy(ring.values.begin(), ring.values.begin() + middle, ring.values.end(), series.values.begin());
    return series;
}

PlottedStretch LineHistory::stretch(double seconds, std::size_t steps, std::size_t mostLines) const
{
    constexpr double headRoom = 0.06;
    constexpr double shortest = 0.1;
    PlottedStretch stretch;
    std::vector<Series> all;
    double oldest = m_newest;
    for (std::size_t i = 0; i < std::min(mostLines, m_rings.size()); ++i) {
        all.push_back(series(i));
        if (!all.back().times.empty())
            oldest = std::min(oldest, all.back().times.front());
    }
    stretch.to = m_newest;
    const double from = seconds > 0 ? std::max(m_newest - seconds, oldest) : oldest;
    stretch.from = std::min(from, m_newest - shortest);
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (const Series& each : all) {
        stretch.lines.push_back(envelopeOf(each, stretch.from, stretch.to, steps));
        for (const double value : stretch.lines.back().y) {
            least = std::min(least, value);
            most = std::max(most, value);
        }
    }
    if (least > most)
        return stretch;
    const double room = most > least ? headRoom * (most - least) : std::max(std::abs(most) * headRoom, 0.5);
    stretch.least = least - room;
    stretch.most = most + room;
    return stretch;
}

std::vector<double> valuesAt(const PlottedStretch& stretch, double time)
{
    std::vector<double> values;
    for (const Envelope& line : stretch.lines) {
        const auto next = std::lower_bound(line.x.begin(), line.x.end(), time);
        auto place = static_cast<std::size_t>(next - line.x.begin());
        if (place > 0 && (place == line.x.size() || time - line.x[place - 1] < line.x[place] - time))
            --place;
        values.push_back(place < line.y.size() ? line.y[place] : std::numeric_limits<double>::quiet_NaN());
    }
    return values;
}

void LineHistory::Ring::add(double time, double value)
{
    if (values.size() < mostPoints) {
        times.push_back(time);
        values.push_back(value);
        return;
    }
    times[oldest] = time;
    values[oldest] = value;
    oldest = (oldest + 1) % mostPoints;
}

}
