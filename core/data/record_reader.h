#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// Splits a text into records and those into fields: quotes with doubled quotes and line breaks inside, lines ended by
/// LF, CR or CRLF. Every record is passed, blank ones too. Fields come without the blanks around them.
class RecordReader {
public:
    enum class Outcome {
        Record,
        End,
        OpenQuote, ///< a quotation mark that is never closed; quoteLine() says where
    };

    /// Fields of a record after these are passed over and not kept: no table has so many.
    static constexpr std::size_t mostFields = 100'001;

    /// The text must outlive the reader and the fields that point into it. `firstLine` is the number of its first line.
    RecordReader(std::string_view text, char separator, std::size_t firstLine = 1);

    Outcome next();

    /// Of the last record. They live until the next call of next().
    std::span<const std::string_view> fields() const { return m_fields; }
    /// Nothing but blanks, and not even an empty pair of quotes.
    bool blank() const { return m_fields.size() == 1 && m_fields.front().empty() && !m_quoted; }
    /// Number of the line where the last record begins. Line breaks within quotes count.
    std::size_t line() const { return m_recordLine; }
    std::size_t quoteLine() const { return m_quoteLine; }
    /// Bytes passed so far.
    std::size_t position() const { return m_position; }

private:
    bool atEnd() const { return m_position == m_text.size(); }
    bool endsField(char c) const { return m_endsField[static_cast<unsigned char>(c)]; }
    void skipBlanks();
    void readPlainField();
    bool readQuotedField();
    std::size_t closingQuote(bool& doubled) const;
    void countLines(std::string_view text);
    void passLineBreak();

    std::string_view m_text;
    char m_separator;
    bool m_endsField[256] = {};
    std::size_t m_position = 0;
    std::size_t m_line;
    std::size_t m_recordLine;
    std::size_t m_quoteLine = 0;
    bool m_quoted = false;
    std::vector<std::string_view> m_fields;
    std::deque<std::string> m_rewritten; ///< the last record's fields that do not stand in the text as they are
};

}
