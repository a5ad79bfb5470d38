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
