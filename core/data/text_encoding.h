#pragma once

#include "common/result.h"
#include "data/table.h"

#include <string>
#include <string_view>

namespace broto {

/// A file's text as UTF-8, without its byte order mark.
class DecodedText {
public:
    /// Shares `bytes`, which must outlive this, unless they had to be converted. Fails on empty and on binary input.
    static Result<DecodedText> decode(std::string_view bytes);

    std::string_view text() const { return m_converted.empty() ? m_shared : std::string_view(m_converted); }
    Encoding encoding() const { return m_encoding; }

private:
    std::string_view m_shared;
    std::string m_converted;
    Encoding m_encoding = Encoding::Utf8;
};

bool isUtf8(std::string_view bytes);
std::string utf8FromWindows1252(std::string_view bytes);
std::string utf8FromUtf16(std::string_view bytes, bool bigEndian);

}
