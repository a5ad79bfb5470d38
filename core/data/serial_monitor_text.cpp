#include "data/serial_monitor_text.h"

#include "data/time_reading.h"
#include "data/value_text.h"

namespace broto {

namespace {

constexpr std::string_view arrow = " -> ";

/// The bytes of a line's time, 0 where it does not begin with a time and an arrow.
std::size_t timeBytes(std::string_view line)
{
    constexpr std::size_t longestTime = 24;
    const std::size_t end = line.substr(0, longestTime + arrow.size()).find(arrow);
    return end != std::string_view::npos && isDateTime(line.substr(0, end)) ? end : 0;
}

/// Gives the lines with their ends, one after another.
class Lines {
public:
    explicit Lines(std::string_view text) : m_rest(text) {}

    std::string_view next()
    {
        const std::size_t end = m_rest.find_first_of("\r\n");
        const std::size_t past = end == std::string_view::npos ? m_rest.size() : end + 1;
        const std::string_view line = m_rest.substr(0, past);
        m_rest.remove_prefix(past);
        return line;
    }
    bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

/// Whether all of the first lines but the first one, which may be cut, have times; those without them, if so.
std::optional<std::string> firstLinesBehindArrows(std::string_view text)
{
    constexpr std::size_t most = 50;
    std::string behind;
    std::size_t timed = 0;
    std::size_t seen = 0;
    for (Lines lines(text); !lines.atEnd() && seen < most;) {
        const std::string_view line = lines.next();
        if (line.find_first_not_of(" \t\r\n") == std::string_view::npos)
            continue;
        const std::size_t bytes = timeBytes(line);
        if (bytes > 0)
            behind += line.substr(bytes + arrow.size());
        else if (seen > 0)
            return std::nullopt;
        timed += bytes > 0;
        ++seen;
    }
    return timed > 0 ? std::optional(behind) : std::nullopt;
}

}

std::optional<TextWithoutArrows> withoutArrows(std::string_view text, std::optional<char> separator)
{
    const std::optional<std::string> sample = firstLinesBehindArrows(text);
    if (!sample)
        return std::nullopt;
    TextWithoutArrows without;
    if (separator)
        without.separator.separator = *separator;
    else
        without.separator = guessSeparator(*sample, 0);
    std::string& result = without.text;
    result.reserve(text.size());
    for (Lines lines(text); !lines.atEnd();) {
        const std::string_view line = lines.next();
        const std::size_t bytes = timeBytes(line);
        const std::string_view behind = bytes > 0 ? line.substr(bytes + arrow.size()) : line;
        const bool names = result.empty() && bytes > 0 && behind.find_first_of("0123456789") == std::string_view::npos;
        if (bytes > 0)
            result.append(names ? "time" : line.substr(0, bytes)) += without.separator.separator;
        result += behind;
    }
    return without;
}

}
