#include "device/capture.h"

#include "data/value_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr double absentNumber = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view timeHeader = "time (s)";

std::string headerOf(const LineChannel& channel)
{
    return channel.unit.empty() ? channel.name : channel.name + " (" + channel.unit + ")";
}

double roundedToMilliseconds(double seconds)
{
    return std::round(seconds * 1000) / 1000;
}

}

bool parseLabel(std::string_view text, CaptureOptions& options)
{
    const std::size_t mark = text.find('=');
    if (mark == std::string_view::npos)
        return false;
    options.labelName = trimmed(text.substr(0, mark));
    options.labelValue = trimmed(text.substr(mark + 1));
    return !options.labelName.empty() && !options.labelValue.empty();
}

Capture::Capture(CaptureOptions options, const LineChannels& known)
    : m_options(std::move(options)), m_channels(m_options.columns.empty() ? known : LineChannels(m_options.columns))
{
}

void Capture::getReady(const TimedLine& line)
{
    m_channels.take(line.text);
}

void Capture::take(const TimedLine& line)
{
    const std::vector<double>& values = m_channels.take(line.text);
    if (values.empty()) {
        if (trimmed(line.text).empty())
            return;
        if (m_passedOver++ == 0)
            m_firstPassedOver = line.text;
        return;
    }
    if (!fitsLastRow(values))
        m_times.push_back(line.seconds);
    m_numbers.resize(m_channels.channels().size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        m_numbers[i].resize(rows(), absentNumber);
        m_numbers[i].back() = values[i];
    }
}

bool Capture::fitsLastRow(const std::vector<double>& values) const
{
    if (m_times.empty())
        return false;
    bool labelsAlone = true, free = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        labelsAlone = labelsAlone && m_channels.channels()[i].labelled;
        free = free && (i >= m_numbers.size() || m_numbers[i].size() < rows() || std::isnan(m_numbers[i].back()));
    }
    return labelsAlone && free;
}

bool Capture::lastRowIsOpen() const
{
    return std::ranges::any_of(
        m_numbers, [this](const auto& numbers) { return numbers.size() < rows() || std::isnan(numbers.back()); });
}

std::vector<Capture::Chosen> Capture::chosen() const
{
    const std::vector<LineChannel>& channels = m_channels.channels();
    std::vector<Chosen> chosen;
    for (std::size_t i = 0; i < channels.size() && m_options.columns.empty(); ++i)
        if (rows() == 0 || hasNumbers(i))
            chosen.push_back({headerOf(channels[i]), i});
    for (const std::string& name : m_options.columns) {
        const auto found = std::ranges::find_if(channels, [&name](const LineChannel& channel) {
            return lowerCase(channel.name) == lowerCase(name) || headerOf(channel) == name;
        });
        if (found == channels.end())
            chosen.push_back({name, {}});
        else
            chosen.push_back({headerOf(*found), static_cast<std::size_t>(found - channels.begin())});
    }
    return chosen;
}

bool Capture::hasNumbers(std::size_t channel) const
{
    return channel < m_numbers.size() && !m_numbers[channel].empty();
}

std::vector<std::string> Capture::columns() const
{
    std::vector<std::string> headers;
    if (m_options.times)
        headers.emplace_back(timeHeader);
    for (const Chosen& each : chosen())
        headers.push_back(each.header);
    if (!m_options.labelName.empty())
        headers.push_back(m_options.labelName);
    return headers;
}

std::vector<std::string> Capture::missingColumns() const
{
    std::vector<std::string> missing;
    for (const Chosen& each : chosen())
        if (!each.channel || !hasNumbers(*each.channel))
            missing.push_back(each.header);
    return missing;
}

CapturedRows Capture::captured(std::size_t most) const
{
    CapturedRows captured;
    captured.rows = std::min(rows(), most);
    if (captured.rows == 0)
        return captured;
    if (m_options.times) {
        std::vector<double> times;
        for (std::size_t row = 0; row < captured.rows; ++row)
            times.push_back(roundedToMilliseconds(m_times[row] - m_times.front()));
        captured.columns.push_back({std::string(timeHeader), std::move(times), {}});
    }
    for (const Chosen& each : chosen()) {
        const bool there = each.channel && hasNumbers(*each.channel);
        std::vector<double> numbers = there ? m_numbers[*each.channel] : std::vector<double>();
        numbers.resize(captured.rows, absentNumber);
        captured.columns.push_back({each.header, std::move(numbers), {}});
    }
    if (!m_options.labelName.empty())
        captured.columns.push_back({m_options.labelName, {}, m_options.labelValue});
    return captured;
}

}
