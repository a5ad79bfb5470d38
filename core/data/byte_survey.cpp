#include "data/byte_survey.h"

#include "common/fingerprint.h"

#include <algorithm>
#include <cstring>

namespace broto {

namespace {

constexpr std::size_t surveyedAtOnce = std::size_t(1) << 20;
static_assert(surveyedAtOnce % FileFingerprint::step == 0);

/// Bytes from `begin` on that are neither NUL nor beyond ASCII, eight at a time.
std::size_t skipPlain(std::string_view bytes, std::size_t begin)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = 0x8080808080808080;
    std::uint64_t eight = 0;
    while (begin + sizeof eight <= bytes.size()) {
        std::memcpy(&eight, bytes.data() + begin, sizeof eight);
        if ((eight | (eight - ones)) & highs)
            break;
        begin += sizeof eight;
    }
    return begin;
}

/// Looks at the bytes up to `end`, a last character possibly behind it, and returns where it stopped.
std::size_t surveyPiece(std::string_view bytes, std::size_t begin, std::size_t end, ByteSurvey& survey)
{
    while ((begin = skipPlain(bytes.substr(0, end), begin)) < end) {
        const auto byte = static_cast<unsigned char>(bytes[begin]);
        if (byte < 0x80) {
            survey.anyNul |= byte == 0;
            ++begin;
        } else if (const std::size_t length = sequenceLength(bytes.substr(begin))) {
            ++survey.sequences;
            begin += length;
        } else {
            if (survey.wrongBytes++ == 0)
                survey.firstWrongByte = begin;
            ++begin;
        }
    }
    return begin;
}

}

std::size_t sequenceLength(std::string_view bytes)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned lead = byte(0);
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || bytes.size() < length)
        return 0;
    // The second byte excludes overlong forms, surrogates and what lies beyond U+10FFFF.
    const unsigned lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const unsigned highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (byte(1) < lowest || byte(1) > highest)
        return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

std::optional<ByteSurvey> surveyBytes(std::string_view bytes, ReadingProgress& progress)
{
    ByteSurvey survey;
    FileFingerprint fingerprint(bytes.size());
    std::size_t next = 0;
    for (std::size_t begin = 0; begin < bytes.size(); begin += surveyedAtOnce) {
        if (progress.stopRequested())
            return std::nullopt;
        progress.report(begin);
        const std::string_view piece = bytes.substr(begin, surveyedAtOnce);
        fingerprint.add(piece);
        survey.blank = survey.blank && piece.find_first_not_of(" \t\r\n") == std::string_view::npos;
        next = surveyPiece(bytes, std::max(next, begin), begin + piece.size(), survey);
    }
    survey.fingerprint = fingerprint.value();
    return survey;
}

}
