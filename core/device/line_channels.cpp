#include "device/line_channels.h"

#include "data/column_names.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace broto {

LineChannels::LineChannels(std::vector<std::string> names)
    : m_names(std::move(names)), m_countIsGiven(!m_names.empty()), m_count(m_names.size())
{
}

const std::vector<double>& LineChannels::take(std::string_view line)
{
    m_values.clear();
    const std::vector<LineNumber> numbers = numbersIn(line);
    if (numbers.empty()) {
        takeNames(line);
        return m_values;
    }
    const bool labelled = !numbers.front().label.empty();
    if (!labelled && !countIsRight(numbers.size()))
        return m_values;
    if (!labelled)
        addBare(numbers.size());
    ++m_readings;
    m_values.assign(m_channels.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        put(labelled ? placeOf(numbers[i]) : m_bare[i], numbers[i]);
    return m_values;
}

void LineChannels::put(std::size_t place, const LineNumber& number)
{
    if (place >= most)
        return;
    if (place >= m_values.size())
        m_values.resize(place + 1, std::numeric_limits<double>::quiet_NaN());
    m_values[place] = number.number;
    if (m_channels[place].unit.empty())
        m_channels[place].unit = number.unit;
}

/// A line that lost some bytes has fewer numbers than the others, which would then stand in wrong places.
bool LineChannels::countIsRight(std::size_t count)
{
    constexpr std::size_t believedAfter = 3;
    if (m_count == 0)
        m_count = count;
    if (count == m_count) {
        m_othersInRow = 0;
        return true;
    }
    m_othersInRow = count == m_otherCount ? m_othersInRow + 1 : 1;
    m_otherCount = count;
    if (m_countIsGiven || m_othersInRow < believedAfter)
        return false;
    m_count = count;
    m_othersInRow = 0;
    return true;
}

void LineChannels::takeNames(std::string_view line)
{
    constexpr std::size_t fewReadings = 100;
    if (m_countIsGiven || m_readings > fewReadings)
        return;
    std::vector<std::string> names = namesIn(line);
    if (names.empty())
        return;
    for (std::size_t i = 0; names.size() == m_count && i < m_bare.size(); ++i) {
        LineChannel& channel = m_channels[m_bare[i]];
        const HeaderParts parts = headerParts(names[i]);
        if (!channel.named)
            channel = {parts.name, parts.unit.empty() ? channel.unit : parts.unit, true, false};
    }
    m_names = std::move(names);
}

void LineChannels::addBare(std::size_t count)
{
    while (m_bare.size() < count && m_channels.size() < most) {
        const std::size_t i = m_bare.size();
        const bool named = m_names.size() == count;
        const HeaderParts parts = named ? headerParts(m_names[i]) : HeaderParts{"value " + std::to_string(i + 1), {}};
        m_bare.push_back(m_channels.size());
        m_channels.push_back({parts.name, parts.unit, named, false});
    }
    m_bare.resize(std::max(count, m_bare.size()), most); // no place is left for the last of them
}

std::size_t LineChannels::placeOf(const LineNumber& number)
{
    if (const auto known = m_labels.find(number.label); known != m_labels.end())
        return known->second;
    if (m_channels.size() == most)
        return most;
    m_labels.emplace(number.label, m_channels.size());
    m_channels.push_back({number.label, number.unit, true, true});
    return m_channels.size() - 1;
}

}
