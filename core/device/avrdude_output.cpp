#include "device/avrdude_output.h"

#include "platform/port_problem.h"

#include <algorithm>
#include <cerrno>

namespace broto {

namespace {

// The bars that avrdude draws: writing, and reading back. Older versions draw one more for the signature first.
constexpr int marksInABar = 50;
constexpr std::string_view writingBar = "Writing | ";
constexpr std::string_view readingBar = "Reading | ";

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// The word behind `part`, without punctuation at its end: "0x0123" of "first mismatch at byte 0x0123".
std::string wordAfter(std::string_view text, std::string_view part)
{
    const std::size_t at = text.find(part);
    if (at == std::string_view::npos)
        return {};
    std::string_view rest = text.substr(at + part.size());
    rest = rest.substr(0, std::min(rest.find_first_of(" \r\n,;"), rest.size()));
    return std::string(rest);
}

/// The last line in which avrdude names an error.
std::string lastError(std::string_view text)
{
    std::string_view found;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (contains(line, "error: ") && !contains(line, "TIOCMGET"))
            found = line.substr(line.find("error: ") + 7);
        begin = end + 1;
    }
    return std::string(found);
}

}

void AvrdudeOutput::add(std::string_view piece)
{
    for (const char c : piece) {
        m_text += c;
        if (c == '\n') {
            m_stage = m_line.starts_with(writingBar) ? std::max(m_stage, Stage::Written) : m_stage;
            m_line.clear();
            continue;
        }
        m_line += c;
        if (c != '#')
            continue;
        ++m_marks;
        if (m_line.starts_with(writingBar))
            m_writeMarks = std::min(m_writeMarks + 1, marksInABar);
        else if (m_line.starts_with(readingBar) && m_stage == Stage::Written)
            m_verifyMarks = std::min(m_verifyMarks + 1, marksInABar);
    }
}

double AvrdudeOutput::progress() const
{
    return (m_writeMarks + m_verifyMarks) / (2.0 * marksInABar);
}

bool AvrdudeOutput::lostStep() const
{
    return m_marks > 0 &&
           (contains(m_text, "not in sync") || contains(m_text, "out of sync") || contains(m_text, "protocol expects"));
}

Message AvrdudeOutput::failure(std::string_view port, std::string_view boardName) const
{
    if (contains(m_text, "No such file or directory"))
        return portProblem(port, ENOENT);
    if (contains(m_text, "Device or resource busy") || contains(m_text, "emporarily unavailable"))
        return portProblem(port, EBUSY);
    if (contains(m_text, "Permission denied"))
        return portProblem(port, EACCES);
    if (contains(m_text, "mismatch at byte") || contains(m_text, "verification error"))
        return uploadNotVerified(boardName, wordAfter(m_text, "mismatch at byte "));
    if (contains(m_text, "Input/output error"))
        return portGone(port);
    if (contains(m_text, "xpected signature"))
        return message(
            "device.other-chip",
            BROTO_TEXT("core", "The board on %1 is not an %2: it bears another chip. Choose the board it is."), port,
            boardName);
    const bool deaf = m_marks == 0 && (contains(m_text, "not in sync") || contains(m_text, "not responding") ||
                                       contains(m_text, "timeout") || lastError(m_text).empty());
    if (deaf)
        return uploadUnanswered(port, boardName);
    return message("device.upload-failed", BROTO_TEXT("core", "The upload to %1 failed: %2"), port, lastError(m_text));
}

}
