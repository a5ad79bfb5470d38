#include "heard_device.h"

#include "common/number_text.h"
#include "common_options.h"
#include "device/baud_guess.h"
#include "language.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

constexpr std::string_view findOut = "auto";

/// What any serial port may be able to; the port itself says more when it is opened.
std::optional<int> parseBaud(std::string_view text)
{
    constexpr double least = 50, most = 12'000'000;
    const std::optional<double> baud = parseNumber(text);
    const bool good = baud && *baud >= least && *baud <= most && *baud == static_cast<int>(*baud);
    return good ? std::optional(static_cast<int>(*baud)) : std::nullopt;
}

Result<int> baudFor(const HeardDeviceOptions& options, const Port& port, Session& session)
{
    if (options.baud != findOut)
        return parseBaud(options.baud).value_or(0);
    session.note(message("cli.finding-baud", BROTO_TEXT("cli", "Listening to %1 at one baud rate after the other …"),
                         port.path));
    const Result<BaudGuess> guess = guessBaud(port, session.control);
    if (!guess)
        return guess.error();
    if (!guess->baud)
        return guess->reason;
    session.note(guess->reason);
    return *guess->baud;
}

}

void addHeardDeviceOptions(CLI::App& command, HeardDeviceOptions& options)
{
    CLI::Option* port = command.add_option("--port", options.port, text(BROTO_TEXT("cli", "Where the device is")));
    addVirtualOption(command, options.virtualBoard)->excludes(port);
    command
        .add_option("--baud", options.baud,
                    text(BROTO_TEXT("cli", "Baud rate, or auto: the one from 9600 to 115200 that gives text")))
        ->check([](const std::string& typed) {
            return typed == findOut || parseBaud(typed)
                       ? std::string()
                       : text(BROTO_TEXT("cli", "“%1” is no baud rate, such as 9600, and not auto"), typed);
        })
        ->capture_default_str();
}

Result<HeardDevice> HeardDevice::open(const HeardDeviceOptions& options, Session& session)
{
    Result<BoardPlace> place = findBoardPlace(options.port, options.virtualBoard);
    if (!place)
        return place.error();
    const Result<int> baud = baudFor(options, place->port, session);
    if (!baud)
        return baud.error();
    Result<std::unique_ptr<LineStream>> stream = LineStream::open(place->port, *baud);
    if (!stream)
        return stream.error();
    session.note(message("cli.listening", BROTO_TEXT("cli", "Listening to %1 at %2 baud. Ctrl+C ends it."),
                         place->port.path, *baud));
    return HeardDevice(std::move(*place), *baud, std::move(*stream), session);
}

Result<std::vector<TimedLine>> HeardDevice::nextLines()
{
    constexpr std::chrono::milliseconds moment(50);
    const std::optional<Message> ended = m_stream->state().ended; // first: behind an end there are no more lines
    std::vector<TimedLine> lines = m_stream->waitForLines(moment);
    if (lines.empty() && ended)
        return *ended;
    if (lines.empty())
        noteSilence();
    noteNoise(lines);
    return lines;
}

void HeardDevice::noteSilence()
{
    constexpr double longSilence = 5;
    const LineStream::State state = m_stream->state();
    if (m_silenceNoted || state.bytes > 0 || state.silentSeconds < longSilence)
        return;
    m_silenceNoted = true;
    m_session->note(message("cli.silent-device",
                            BROTO_TEXT("cli", "Nothing has come from %1 for %2 s. Does its program print by itself?"),
                            path(), longSilence));
}

void HeardDevice::noteNoise(const std::vector<TimedLine>& lines)
{
    constexpr std::size_t enough = 200;
    constexpr double shareOfText = 0.8;
    if (m_beginningSeen)
        return;
    for (const TimedLine& line : lines)
        m_beginning.append(line.text) += '\n';
    if (m_beginning.size() < enough)
        return;
    m_beginningSeen = true;
    if (heardAtBaud(m_baud, m_beginning).share() < shareOfText)
        m_session->warn(message("cli.noise",
                                BROTO_TEXT("cli", "What comes from %1 is no text. Is %2 baud right? --baud auto finds "
                                                  "it out."),
                                path(), m_baud));
}

std::string secondsText(double seconds)
{
    return fixed(seconds, 1);
}

}
