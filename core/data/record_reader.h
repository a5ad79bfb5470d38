#pragma once

#include "data/mark_scanner.h"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// Splits a text into records and those into fields: quotes with doubled quotes and line breaks inside, lines ended by
/// LF, CR or CRLF. Fields come without the blanks around them.
class RecordReader {
public:
    using Fields = std::vector<std::string_view>;

    enum class Outcome {
        Record,
        Nothing, ///< a line that is no record: nothing but blanks and not even an empty pair of quotes, or a comment
        End,
        OpenQuote, ///< a quotation mark that is never closed; quoteLine() says where
        TooLong    ///< longestRecord is exceeded
    };

    /// Fields of a record after these are passed over and not kept: no table has so many.
    static constexpr std::size_t mostFields = 100'001;
    /// Bytes of a record. Keeps what is no table at all from being taken for one record and read to its end.
    static constexpr std::size_t longestRecord = std::size_t(16) << 20;
    /// So many bytes before the end of every field can be read, whatever they hold: numbers are read from behind.
    static constexpr std::size_t readableBefore = 24;

    /// Separator: ' ' stands for any run of white space. Comment: '/' stands for "//", 0 for nothing. The text must
    /// outlive the reader and the fields that point into it. `firstLine` is the number of its first line.
    RecordReader(std::string_view text, char separator, char comment = 0, std::size_t firstLine = 1);

    /// Appends the fields of the next record. They live until forgetFields().
    Outcome next(Fields& fields);
    void forgetFields() { m_copies.clear(); }

    /// Number of the line where the last record begins. Line breaks within quotes count.
    std::size_t line() const { return m_recordLine; }
    std::size_t quoteLine() const { return m_quoteLine; }
    /// Bytes passed so far, and where the last record begins.
    std::size_t position() const { return m_position; }
    std::size_t recordBegin() const { return m_recordBegin; }

private:
    bool atEnd() const { return m_position == m_text.size(); }
    bool atLineEnd() const { return atEnd() || m_text[m_position] == '\n' || m_text[m_position] == '\r'; }
    bool atComment() const;
    bool atBlank() const
    {
        return !atEnd() && (m_text[m_position] == m_blanks[0] || m_text[m_position] == m_blanks[1]);
    }
    void skipBlanks()
    {
        while (atBlank())
            ++m_position;
    }
    void passComment();
    void passLineBreak();
    bool readCommonField(Fields& fields);
    void readPlainField(Fields& fields);
    bool readQuotedField(Fields& fields);
    std::size_t closingQuote(bool& doubled) const;
    void countLines(std::string_view text);
    /// A piece of the text, copied where the bytes before its end could not be read.
    std::string_view readable(std::string_view field);
    std::string_view copied(std::string_view text, std::string_view more = {});
    Outcome endOfRecord(Fields& fields, std::size_t first, bool quoted);

    std::string_view m_text;
    char m_separator;
    char m_comment;
    bool m_whiteSpace;
    char m_blanks[2]; ///< what may surround fields
    MarkScanner m_fieldEnds;
    std::size_t m_position = 0;
    std::size_t m_recordBegin = 0;
    std::size_t m_line;
    std::size_t m_recordLine;
    std::size_t m_quoteLine = 0;
    std::deque<std::string> m_copies; ///< fields that do not stand in the text as they are, readableBefore bytes first
};

}
