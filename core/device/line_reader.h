#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// One line that a device printed, as it came, without its end.
struct TimedLine {
    std::string text;
    double seconds = 0; ///< since the port was opened, when its end arrived
};

/// Makes lines of the bytes of a device that prints. A line ends with LF, CR or both. What was under way when the port
/// was opened is no whole line, and is dropped. Frames of Broto's own protocol are passed over; a zero byte that begins
/// none does no harm.
class LineReader {
public:
    /// Bytes of a line; what is longer is dropped. No board prints such a line, but a wrong baud rate looks like one.
    static constexpr std::size_t longestLine = 16384;
    /// Silence before the first byte, or within the first line, which says that what comes next begins a line: boards
    /// are silent for longer while they are reset.
    static constexpr double silenceBeforeLine = 0.1;

    /// Bytes of which the last one arrived at a time, later than all before, and so long after one another. Appends the
    /// lines that they end. No bytes: there is silence.
    void take(std::span<const std::uint8_t> bytes, double seconds, std::vector<TimedLine>& lines,
              double secondsPerByte = 0);

    std::string_view unfinished() const { return m_whole ? std::string_view(m_line) : std::string_view(); }
    std::size_t frames() const { return m_frames; }        ///< passed over
    std::size_t tooLongLines() const { return m_tooLong; } ///< dropped

private:
    void takeText(std::uint8_t byte, double seconds, std::vector<TimedLine>& lines);
    void takeInFrame(std::uint8_t byte, double seconds, std::vector<TimedLine>& lines);
    void releaseHeld(double seconds, std::vector<TimedLine>& lines);
    void endLine(double seconds, std::vector<TimedLine>& lines);

    std::string m_line;
    bool m_whole = false;       ///< the line has been seen from its begin
    bool m_overlong = false;    ///< its rest is dropped
    bool m_afterReturn = false; ///< a LF that follows belongs to the CR
    double m_lastSeconds = 0;
    bool m_inFrame = false;
    std::vector<std::uint8_t> m_held; ///< behind a zero: a frame or not
    std::size_t m_frames = 0;
    std::size_t m_tooLong = 0;
};

}
