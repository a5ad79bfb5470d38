#include "device/percent_output.h"

#include "platform/port_problem.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <optional>

namespace broto {

namespace {

constexpr UploadPhase bossacPhases[] = {{"Erase", 0, 0.05}, {"Write ", 0.05, 0.6}, {"Verify", 0.6, 1}};
constexpr UploadPhase dfuPhases[] = {{"Erase", 0, 0.2}, {"Download", 0.2, 1}};
constexpr UploadPhase stlinkPhases[] = {{"erased", 0.05, 0.05}, {"pages written", 0.1, 0.9}, {"verif", 0.9, 0.9}};
constexpr UploadPhase openocdPhases[] = {{"Programming Started", 0.1, 0.1},
                                         {"Programming Finished", 0.6, 0.6},
                                         {"Verify Started", 0.65, 0.65},
                                         {"Verified OK", 1, 1}};
constexpr UploadPhase teensyPhases[] = {{"Found HalfKay", 0.1, 0.1}, {"Programming", 0.3, 0.3}, {"Booting", 1, 1}};

constexpr std::string_view bossacDeaf[] = {"No device found", "Device unsupported", "operation failed"};
constexpr std::string_view dfuDeaf[] = {"No DFU capable USB device", "Cannot open DFU device", "More than one DFU"};
constexpr std::string_view stlinkDeaf[] = {"find any ST-Link", "Found 0 stlink", "Failed to connect",
                                           "Failed to enter SWD"};
constexpr std::string_view openocdDeaf[] = {"unable to find", "open failed", "init mode failed", "No such device"};
constexpr std::string_view teensyDeaf[] = {"Unable to open device", "Unable to soft reboot", "no device"};
constexpr std::string_view espDeaf[] = {"Failed to connect", "Timed out waiting for packet", "No serial data received",
                                        "Wrong boot mode"};
constexpr std::string_view stm32Deaf[] = {"Failed to init device", "Got NACK"};
constexpr std::string_view cliDeaf[] = {
    "not in sync",          "not responding", "No device found", "Failed to connect", "No DFU capable USB device",
    "no valid serial port", "Unable to find"};

constexpr ToolManner manners[] = {{"bossac", bossacPhases, bossacDeaf},
                                  {"dfu-util", dfuPhases, dfuDeaf},
                                  {"st-flash", stlinkPhases, stlinkDeaf},
                                  {"openocd", openocdPhases, openocdDeaf},
                                  {"teensy_loader_cli", teensyPhases, teensyDeaf},
                                  {"esptool", {}, espDeaf},
                                  {"stm32flash", {}, stm32Deaf},
                                  {"arduino-cli", {}, cliDeaf}};

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::optional<double> numberEndingAt(std::string_view line, std::size_t end)
{
    while (end > 0 && line[end - 1] == ' ')
        --end;
    std::size_t begin = end;
    while (begin > 0 && (std::isdigit(static_cast<unsigned char>(line[begin - 1])) || line[begin - 1] == '.'))
        --begin;
    double number = 0;
    const auto read = std::from_chars(line.data() + begin, line.data() + end, number);
    return begin < end && read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

/// What a line says of how much is done: percent, or "3/ 11 pages".
std::optional<double> countIn(std::string_view line)
{
    if (const std::size_t percent = line.rfind('%'); percent != std::string_view::npos)
        if (const auto number = numberEndingAt(line, percent))
            return std::clamp(*number / 100, 0.0, 1.0);
    const std::size_t pages = line.find(" pages"), slash = line.rfind('/', pages);
    if (pages == std::string_view::npos || slash == std::string_view::npos)
        return std::nullopt;
    const auto done = numberEndingAt(line, slash), all = numberEndingAt(line, pages);
    return done && all && *all > 0 ? std::optional(std::clamp(*done / *all, 0.0, 1.0)) : std::nullopt;
}

/// The last line that names an error, or else the last that says anything.
std::string complaintIn(std::string_view text)
{
    std::string_view named, last;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (line.find_first_not_of(" \t") != std::string_view::npos)
            last = line;
        if (holds(line, "rror") || holds(line, "ailed") || holds(line, "annot"))
            named = line;
        begin = end + 1;
    }
    return std::string(named.empty() ? last : named);
}

}

std::span<const ToolManner> toolManners()
{
    return manners;
}

void PercentOutput::add(std::string_view piece)
{
    m_text += piece;
    for (const char c : piece) {
        const bool ends = c == '\n' || c == '\r';
        if (!ends)
            m_line += c;
        if (c == '%' || (ends && !holds(m_line, "%")))
            read(m_line);
        if (ends)
            m_line.clear();
    }
}

void PercentOutput::read(std::string_view line)
{
    for (const UploadPhase& phase : m_manner.phases)
        if (holds(line, phase.word))
            m_phase = &phase;
    const std::optional<double> count = countIn(line);
    double progress = m_progress;
    if (m_manner.phases.empty() && count) {
        if (*count < m_lastCount || m_lastCount == 1)
            m_filesBefore = std::min(m_filesBefore + 1, m_files - 1);
        m_lastCount = *count;
        progress = (m_filesBefore + *count) / m_files;
    } else if (m_phase) {
        progress = m_phase->from + count.value_or(0) * (m_phase->to - m_phase->from);
    }
    if (progress > m_progress || count)
        ++m_signs;
    m_progress = std::max(m_progress, progress);
}

bool PercentOutput::saysOneOf(std::span<const std::string_view> words) const
{
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return holds(m_text, word); });
}

Message PercentOutput::failure(std::string_view port, std::string_view boardName) const
{
    if (holds(m_text, "Permission denied") || holds(m_text, "LIBUSB_ERROR_ACCESS"))
        return portProblem(port, EACCES);
    if (holds(m_text, "Device or resource busy") || holds(m_text, "port is busy"))
        return portProblem(port, EBUSY);
    if (saysOneOf(m_manner.deaf))
        return uploadUnanswered(port, boardName);
    if (holds(m_text, "Verify failed") || holds(m_text, "erification failed") || holds(m_text, "mismatch"))
        return uploadNotVerified(boardName, {});
    return message("device.upload-failed", BROTO_TEXT("core", "The upload to %1 failed: %2"), port,
                   complaintIn(m_text));
}

}
