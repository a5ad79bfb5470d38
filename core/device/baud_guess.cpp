#include "device/baud_guess.h"

#include "common/cancelled.h"
#include "device/line_text.h"
#include "device/link.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <string>
#include <tuple>

namespace broto {

namespace {

using BaudClock = std::chrono::steady_clock;

constexpr std::array<int, 5> ratesByUse = {115200, 9600, 57600, 38400, 19200};
constexpr std::chrono::milliseconds patienceAtFirst(5000); ///< with silence: a board that was reset begins late
constexpr std::chrono::milliseconds patienceLater(2000);   ///< a device that is silent at one rate is so at all
constexpr std::chrono::milliseconds listening(3000);       ///< from the first byte
constexpr std::chrono::milliseconds listeningStep(100);
constexpr double shareOfText = 0.9;

bool isBeyondDoubt(const HeardAtBaud& heard)
{
    constexpr std::size_t enoughLines = 4, enoughBytes = 32, noiseBytes = 128;
    const bool text = heard.lines >= enoughLines && heard.bytes >= enoughBytes && heard.share() > 0.97;
    return text || (heard.bytes >= noiseBytes && heard.share() < 0.75);
}

bool isTextAtBaud(const HeardAtBaud& heard)
{
    constexpr std::size_t enoughBytes = 16; // of a device that says little
    return (heard.lines > 0 && heard.share() >= shareOfText) || (heard.bytes >= enoughBytes && heard.share() == 1);
}

std::int64_t percent(const HeardAtBaud& heard)
{
    return std::llround(100 * heard.share());
}

Result<HeardAtBaud> listen(const Port& port, int baud, std::chrono::milliseconds patience, const RunControl& control)
{
    Result<std::unique_ptr<Link>> link = openLink(port, baud);
    if (!link)
        return link.error();
    BaudClock::time_point end = BaudClock::now() + patience;
    std::string heard;
    while (BaudClock::now() < end && !isBeyondDoubt(heardAtBaud(baud, heard))) {
        if (control.stopRequested())
            return cancelledByUser();
        std::array<std::uint8_t, 1024> bytes;
        const Result<std::size_t> count = (*link)->read(bytes, listeningStep);
        if (!count)
            return count.error();
        if (heard.empty() && *count > 0)
            end = BaudClock::now() + listening;
        heard.append(reinterpret_cast<const char*>(bytes.data()), *count);
    }
    return heardAtBaud(baud, heard);
}

}

HeardAtBaud heardAtBaud(int baud, std::string_view bytes)
{
    HeardAtBaud heard{baud, bytes.size(), 0, 0};
    bool first = true, clean = true, any = false; // the first line may have begun before
    while (!bytes.empty()) {
        const std::size_t size = readableCharacter(bytes);
        heard.readable += size;
        clean = clean && size > 0;
        if (bytes[0] == '\n' || bytes[0] == '\r') {
            heard.lines += !first && clean && any;
            first = false;
            clean = true;
            any = false;
        } else {
            any = true;
        }
        bytes.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return heard;
}

BaudGuess bestBaud(std::vector<HeardAtBaud> heard)
{
    const auto better = [](const HeardAtBaud& one, const HeardAtBaud& other) {
        return std::tuple(isTextAtBaud(one), one.share(), one.lines) <
               std::tuple(isTextAtBaud(other), other.share(), other.lines);
    };
    const auto best = std::max_element(heard.begin(), heard.end(), better);
    BaudGuess guess;
    if (best == heard.end() || best->bytes == 0)
        guess.reason = message("device.nothing-heard",
                               BROTO_TEXT("core", "The device printed nothing at any rate. Press its reset button, or "
                                                  "look whether its program prints by itself."));
    else if (!isTextAtBaud(*best))
        guess.reason =
            message("device.no-baud",
                    BROTO_TEXT("core", "No rate from 9600 to 115200 baud gives whole lines of text: the best "
                                       "is %1 baud, where %2 % of %3 bytes are text."),
                    std::to_string(best->baud), percent(*best), best->bytes);
    else {
        guess.baud = best->baud;
        guess.reason =
            message("device.baud", BROTO_TEXT("core", "%1 baud: there, %2 % of %3 bytes are text, in %4 whole lines."),
                    std::to_string(best->baud), percent(*best), best->bytes, best->lines);
    }
    guess.heard = std::move(heard);
    return guess;
}

Result<BaudGuess> guessBaud(const Port& port, const RunControl& control)
{
    std::vector<HeardAtBaud> all;
    for (const int baud : ratesByUse) {
        control.report(static_cast<double>(all.size()), ratesByUse.size());
        const bool silent = !all.empty() && all.back().bytes == 0;
        const Result<HeardAtBaud> heard = listen(port, baud, silent ? patienceLater : patienceAtFirst, control);
        if (!heard)
            return heard.error();
        all.push_back(*heard);
        if (isTextAtBaud(*heard) && isBeyondDoubt(*heard))
            break;
    }
    return bestBaud(std::move(all));
}

}
