#include "data/text_encoding.h"

#include "common/cancelled.h"
#include "data/reading_reasons.h"

#include <algorithm>
#include <cstdint>

namespace broto {

namespace {

constexpr char32_t replacementCharacter = 0xfffd;

/// What Windows-1252 holds at 0x80..0x9f; the five bytes without a character stand for themselves.
constexpr char16_t windows1252[32] = {0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                      0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
                                      0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                      0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};

void appendUtf8(std::string& text, char32_t character)
{
    if (character < 0x80) {
        text += static_cast<char>(character);
        return;
    }
    const int more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    const int lead = more == 1 ? 0xc0 : more == 2 ? 0xe0 : 0xf0;
    text += static_cast<char>(lead | (character >> (6 * more)));
    for (int i = more - 1; i >= 0; --i)
        text += static_cast<char>(0x80 | ((character >> (6 * i)) & 0x3f));
}

constexpr std::size_t decodedAtOnce = std::size_t(1) << 20;
constexpr std::string_view utf8Mark = "\xef\xbb\xbf";
constexpr std::string_view utf16LittleMark = "\xff\xfe";
constexpr std::string_view utf16BigMark = "\xfe\xff";

/// Control characters that no table of text has. They tell compressed files and pictures without a NUL byte.
bool hasBinaryControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x09 || (byte > 0x0d && byte < 0x1a);
    });
}

Message binaryError()
{
    return message("data.binary",
                   BROTO_TEXT("core", "The file holds binary data, not text. Choose a CSV file, or export "
                                      "the table as CSV from the program that made it."));
}

/// DOS wrote a control-Z at the end of a text, and some loggers still do.
std::string_view withoutEndOfFileMark(std::string_view text)
{
    return text.substr(0, text.size() - text.ends_with('\x1a'));
}

Message emptyError()
{
    return message("data.empty", BROTO_TEXT("core", "The file is empty. Choose a CSV file with at least one row."));
}

/// How UTF-16 is written, if it is: by its mark, or by the zeros that Latin letters and digits have.
struct Utf16Form {
    bool bigEndian = false;
    bool marked = false;
};

std::optional<Utf16Form> utf16FormOf(std::string_view bytes)
{
    if (bytes.starts_with(utf16LittleMark) || bytes.starts_with(utf16BigMark))
        return Utf16Form{bytes.starts_with(utf16BigMark), true};
    constexpr std::size_t enough = std::size_t(1) << 16;
    constexpr std::size_t fewestUnits = 2;
    const std::size_t units = std::min(enough, bytes.size()) / 2;
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < 2 * units; ++i)
        zeros[i % 2] += bytes[i] == '\0';
    const bool bigEndian = zeros[0] > zeros[1];
    const std::size_t most = zeros[bigEndian ? 0 : 1];
    const std::size_t others = zeros[bigEndian ? 1 : 0];
    if (units < fewestUnits || 10 * most < 7 * units || others > 0)
        return std::nullopt;
    return Utf16Form{bigEndian, false};
}

std::uint16_t unitAt(std::string_view bytes, std::size_t i, bool bigEndian)
{
    const auto first = static_cast<unsigned char>(bytes[2 * i]);
    const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
    return static_cast<std::uint16_t>(bigEndian ? first << 8 | second : second << 8 | first);
}

bool isLowSurrogate(char32_t unit)
{
    return unit >= 0xdc00 && unit < 0xe000;
}

/// Converts the units from `begin` on up to `end`, the second half of a pair possibly behind it; returns the next.
std::size_t appendUtf16(std::string& text, std::string_view bytes, std::size_t begin, std::size_t end, bool bigEndian)
{
    for (; begin < end; ++begin) {
        char32_t character = unitAt(bytes, begin, bigEndian);
        const bool surrogate = character >= 0xd800 && character < 0xe000;
        const bool pair = surrogate && !isLowSurrogate(character) && 2 * begin + 3 < bytes.size() &&
                          isLowSurrogate(unitAt(bytes, begin + 1, bigEndian));
        if (pair)
            character = 0x10000 + ((character - 0xd800) << 10) + (unitAt(bytes, ++begin, bigEndian) - 0xdc00U);
        else if (surrogate)
            character = replacementCharacter;
        appendUtf8(text, character);
    }
    return begin;
}

std::size_t appendWindows1252(std::string& text, std::string_view bytes, std::size_t begin, std::size_t end)
{
    for (; begin < end; ++begin) {
        const auto byte = static_cast<unsigned char>(bytes[begin]);
        appendUtf8(text, byte >= 0x80 && byte < 0xa0 ? windows1252[byte - 0x80] : byte);
    }
    return begin;
}

/// What is no UTF-8 is replaced.
std::size_t appendUtf8Bytes(std::string& text, std::string_view bytes, std::size_t begin, std::size_t end)
{
    while (begin < end) {
        const bool plain = static_cast<unsigned char>(bytes[begin]) < 0x80;
        const std::size_t length = plain ? 1 : sequenceLength(bytes.substr(begin));
        if (length > 0)
            text += bytes.substr(begin, length);
        else
            appendUtf8(text, replacementCharacter);
        begin += std::max<std::size_t>(length, 1);
    }
    return begin;
}

/// Converts piece by piece, so that it can be ended at any moment. False: it was.
template<class Append>
bool convert(std::string& text, std::size_t size, const RunControl& control, Append append)
{
    text.reserve(size + size / 8);
    for (std::size_t next = 0; next < size;) {
        if (control.stopRequested())
            return false;
        next = append(next, std::min(next + decodedAtOnce, size));
    }
    return true;
}

Message reasonForUtf8(bool marked, bool anyAccent)
{
    if (marked)
        return message("data.encoding-mark", BROTO_TEXT("core", "The first bytes of the file say so."));
    if (anyAccent)
        return message("data.encoding-utf8", BROTO_TEXT("core", "All letters with accents and signs are written so."));
    return message("data.encoding-any",
                   BROTO_TEXT("core", "There is no letter with an accent, so that most encodings are alike."));
}

Message reasonForUtf16(bool marked)
{
    return marked ? message("data.encoding-mark", BROTO_TEXT("core", "The first bytes of the file say so."))
                  : message("data.encoding-utf16", BROTO_TEXT("core", "Every second byte is zero."));
}

Message reasonForWindows1252(std::size_t firstWrongByte)
{
    return message(
        "data.encoding-windows",
        BROTO_TEXT("core",
                   "Byte %1 cannot be UTF-8; old programs for Windows write like that. If letters look wrong, save "
                   "the file as UTF-8 in the program that made it."),
        firstWrongByte + 1);
}

Message replacedBytes(const ByteSurvey& survey)
{
    return message("data.replaced-bytes",
                   BROTO_TEXT("core",
                              "Bytes that are not UTF-8 were replaced: %1. The first is byte %2. If letters look "
                              "wrong, choose another encoding."),
                   survey.wrongBytes, survey.firstWrongByte + 1);
}

/// A few wrong bytes among many right letters are damage; where most are wrong it is another encoding.
Encoding likelyEncoding(std::string_view bytes, const ByteSurvey& survey)
{
    constexpr std::size_t lettersPerDamage = 10;
    constexpr std::size_t longestSequence = 4;
    if (utf16FormOf(bytes))
        return Encoding::Utf16;
    const bool cutOff = survey.sequences > 0 && survey.firstWrongByte + longestSequence > bytes.size();
    const bool utf8 = survey.wrongBytes == 0 || cutOff || survey.sequences >= lettersPerDamage * survey.wrongBytes;
    return utf8 ? Encoding::Utf8 : Encoding::Windows1252;
}

}

bool isUtf8(std::string_view bytes)
{
    const RunControl untilTheEnd;
    ReadingProgress unwatched(untilTheEnd, 0);
    return surveyBytes(bytes, unwatched)->wrongBytes == 0;
}

std::string utf8FromWindows1252(std::string_view bytes)
{
    std::string text;
    appendWindows1252(text, bytes, 0, bytes.size());
    return text;
}

std::string utf8FromUtf16(std::string_view bytes, bool bigEndian)
{
    std::string text;
    appendUtf16(text, bytes, 0, bytes.size() / 2, bigEndian);
    return text;
}

std::size_t zerosBehindText(std::string_view bytes)
{
    const std::size_t last = bytes.find_last_not_of('\0');
    const std::size_t zeros = last == std::string_view::npos ? 0 : bytes.size() - last - 1;
    return zeros > 0 && !utf16FormOf(bytes) ? zeros : 0;
}

std::string_view withoutTail(std::string_view bytes)
{
    if (utf16FormOf(bytes))
        return bytes;
    return withoutEndOfFileMark(bytes.substr(0, bytes.size() - zerosBehindText(bytes)));
}

std::optional<Message> binaryProblem(std::string_view firstBytes)
{
    if (utf16FormOf(firstBytes))
        return std::nullopt;
    const bool binary =
        firstBytes.find('\0') != std::string_view::npos || (!isUtf8(firstBytes) && hasBinaryControl(firstBytes));
    return binary ? std::optional(binaryError()) : std::nullopt;
}

bool DecodedText::takeUtf16(std::string_view bytes, const RunControl& control)
{
    const Utf16Form form = utf16FormOf(bytes).value_or(Utf16Form{});
    const std::string_view units = bytes.substr(form.marked ? utf16LittleMark.size() : 0);
    m_guess.reason = reasonForUtf16(form.marked);
    m_isConverted = true;
    return convert(m_converted, units.size() / 2, control, [&](std::size_t begin, std::size_t end) {
        return appendUtf16(m_converted, units, begin, end, form.bigEndian);
    });
}

bool DecodedText::takeWindows1252(std::string_view bytes, const ByteSurvey& survey, const RunControl& control)
{
    m_guess.reason = reasonForWindows1252(survey.firstWrongByte);
    m_isConverted = true;
    return convert(m_converted, bytes.size(), control, [&](std::size_t begin, std::size_t end) {
        return appendWindows1252(m_converted, bytes, begin, end);
    });
}

bool DecodedText::takeUtf8(std::string_view bytes, const ByteSurvey& survey, const RunControl& control)
{
    const bool marked = bytes.starts_with(utf8Mark);
    m_guess.reason = reasonForUtf8(marked, survey.sequences > 0);
    m_shared = bytes;
    while (m_shared.starts_with(utf8Mark)) // files that were joined, or written by two programs, have more than one
        m_shared.remove_prefix(utf8Mark.size());
    if (survey.wrongBytes == 0)
        return true;
    m_warnings.push_back(replacedBytes(survey));
    m_isConverted = true;
    return convert(m_converted, m_shared.size(), control, [&](std::size_t begin, std::size_t end) {
        return appendUtf8Bytes(m_converted, m_shared, begin, end);
    });
}

void DecodedText::dropEndOfFileMark()
{
    const std::size_t size = withoutEndOfFileMark(text()).size();
    if (m_isConverted)
        m_converted.resize(size);
    else
        m_shared = m_shared.substr(0, size);
}

bool DecodedText::take(std::string_view bytes, const ByteSurvey& survey, const RunControl& control)
{
    switch (m_encoding) {
    case Encoding::Utf16:
        return takeUtf16(bytes, control);
    case Encoding::Windows1252:
        return takeWindows1252(bytes, survey, control);
    case Encoding::Utf8:
        break;
    }
    return takeUtf8(bytes, survey, control);
}

Result<DecodedText> DecodedText::decode(std::string_view bytes, const ByteSurvey& survey,
                                        std::optional<Encoding> chosen, const RunControl& control)
{
    DecodedText decoded;
    decoded.m_encoding = chosen ? *chosen : likelyEncoding(bytes, survey);
    if (!decoded.take(bytes, survey, control))
        return cancelledByUser();
    decoded.m_guess.about = ReadingGuess::About::Encoding;
    decoded.m_guess.chosen = chosen.has_value();
    if (chosen)
        decoded.m_guess.reason = chosenByPerson();

    decoded.dropEndOfFileMark();
    // Half of UTF-16 is zeros; one that is left when it has been read is binary.
    const std::string_view text = decoded.text();
    const std::string_view begin = text.substr(0, decodedAtOnce);
    const bool anyNul = decoded.m_encoding == Encoding::Utf16 ? begin.find('\0') != begin.npos : survey.anyNul;
    if (anyNul || (decoded.m_encoding == Encoding::Windows1252 && hasBinaryControl(begin)))
        return binaryError();
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return emptyError();
    return decoded;
}

}
