#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/byte_survey.h"
#include "data/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A file's text as UTF-8, without its byte order mark.
class DecodedText {
public:
    /// Shares `bytes`, which must outlive this, unless they have to be converted. `survey` is theirs; the encoding is
    /// found out unless it is given. Fails on empty and on binary input, and when the run is to end.
    static Result<DecodedText> decode(std::string_view bytes, const ByteSurvey& survey,
                                      std::optional<Encoding> chosen = {}, const RunControl& control = {});

    std::string_view text() const { return m_isConverted ? std::string_view(m_converted) : m_shared; }
    Encoding encoding() const { return m_encoding; }
    const ReadingGuess& guess() const { return m_guess; }
    /// Bytes that could not be read.
    const std::vector<Message>& warnings() const { return m_warnings; }

private:
    bool take(std::string_view bytes, const ByteSurvey& survey, const RunControl& control);
    void dropEndOfFileMark();
    bool takeUtf16(std::string_view bytes, const RunControl& control);
    bool takeWindows1252(std::string_view bytes, const ByteSurvey& survey, const RunControl& control);
    bool takeUtf8(std::string_view bytes, const ByteSurvey& survey, const RunControl& control);

    std::string_view m_shared;
    std::string m_converted;
    bool m_isConverted = false;
    Encoding m_encoding = Encoding::Utf8;
    ReadingGuess m_guess;
    std::vector<Message> m_warnings;
};

/// How many zero bytes stand at the end of a text. 0 for UTF-16, which is full of them.
std::size_t zerosBehindText(std::string_view bytes);

/// A file without what is not read behind its text: zero bytes, and before them DOS's mark of the end. UTF-16 as it is.
std::string_view withoutTail(std::string_view bytes);

/// Whether a file's first bytes show already that it holds no text.
std::optional<Message> binaryProblem(std::string_view firstBytes);

bool isUtf8(std::string_view bytes);
std::string utf8FromWindows1252(std::string_view bytes);
std::string utf8FromUtf16(std::string_view bytes, bool bigEndian);

}
