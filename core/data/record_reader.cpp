#include "data/record_reader.h"

#include "data/value_text.h"

namespace broto {

namespace {

MarkScanner::Marks fieldEnds(char separator)
{
    return {'\n', '\r', separator, separator == ' ' ? '\t' : separator};
}

/// Whether a field that begins or ends so may hold something around its value: no-break spaces, or what follows.
bool mayHide(char c)
{
    return c == '=' || static_cast<unsigned char>(c) >= 0x80;
}

/// ="007" is how spreadsheets keep a text a text.
std::string_view withoutWrapping(std::string_view field)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf"; // at the begin of every file that was joined
    field = trimmed(field);
    while (field.starts_with(byteOrderMark))
        field.remove_prefix(byteOrderMark.size());
    const bool formula = field.size() > 3 && field.starts_with("=\"") && field.ends_with('"');
    return formula ? field.substr(2, field.size() - 3) : field;
}

/// The second of a doubled pair goes.
std::string withSingleQuotes(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i];
        if (text[i] == '"')
            ++i;
    }
    return result;
}

}

RecordReader::RecordReader(std::string_view text, char separator, char comment, std::size_t firstLine)
    : m_text(text),
      m_separator(separator),
      m_comment(comment),
      m_whiteSpace(separator == ' '),
      m_blanks{' ', separator == '\t' ? ' ' : '\t'},
      m_fieldEnds(text, fieldEnds(separator)),
      m_line(firstLine),
      m_recordLine(firstLine)
{
}

RecordReader::Outcome RecordReader::next(Fields& fields)
{
    m_recordLine = m_line;
    m_recordBegin = m_position;
    if (atEnd())
        return Outcome::End;
    const std::size_t first = fields.size();
    bool quoted = false;
    skipBlanks();
    if (m_comment && atComment()) {
        passComment();
        return Outcome::Nothing;
    }
    for (;;) {
        if (!readCommonField(fields)) {
            if (!atEnd() && m_text[m_position] == '"') {
                quoted = true;
                if (!readQuotedField(fields))
                    return Outcome::OpenQuote;
            } else {
                readPlainField(fields);
            }
        }
        if (fields.size() - first > mostFields)
            fields.pop_back();
        if (m_position - m_recordBegin > longestRecord)
            return Outcome::TooLong;
        if (m_whiteSpace)
            skipBlanks();
        if (atLineEnd())
            return endOfRecord(fields, first, quoted);
        if (!m_whiteSpace) {
            ++m_position;
            skipBlanks();
        }
    }
}

/// What most fields are: no quotes, no blanks before them, and enough of the text.
bool RecordReader::readCommonField(Fields& fields)
{
    const std::size_t begin = m_position;
    if (begin < readableBefore || begin >= m_text.size() || static_cast<unsigned char>(m_text[begin]) <= '"' ||
        m_text[begin] == m_separator)
        return false;
    m_position = m_fieldEnds.find(begin); // which cannot be asked a second time: from here on it is this field
    std::size_t end = m_position;
    while (isBlank(m_text[end - 1]))
        --end;
    const std::string_view field(m_text.data() + begin, end - begin);
    fields.push_back(mayHide(field.front()) || mayHide(field.back()) ? withoutWrapping(field) : field);
    return true;
}

RecordReader::Outcome RecordReader::endOfRecord(Fields& fields, std::size_t first, bool quoted)
{
    if (!atEnd())
        passLineBreak();
    if (fields.size() == first + 1 && fields.back().empty() && !quoted) {
        fields.pop_back();
        return Outcome::Nothing;
    }
    return Outcome::Record;
}

bool RecordReader::atComment() const
{
    if (atEnd() || m_text[m_position] != m_comment)
        return false;
    return m_comment != '/' || (m_position + 1 < m_text.size() && m_text[m_position + 1] == '/');
}

void RecordReader::passComment()
{
    while (!atLineEnd())
        m_position = m_fieldEnds.find(m_position + 1);
    if (!atEnd())
        passLineBreak();
}

void RecordReader::readPlainField(Fields& fields)
{
    const std::size_t begin = m_position;
    m_position = m_fieldEnds.find(begin);
    std::size_t end = m_position;
    while (end > begin && isBlank(m_text[end - 1]))
        --end;
    std::string_view field(m_text.data() + begin, end - begin);
    if (!field.empty() && (mayHide(field.front()) || mayHide(field.back())))
        field = withoutWrapping(field);
    fields.push_back(readable(field));
}

bool RecordReader::readQuotedField(Fields& fields)
{
    m_quoteLine = m_line;
    ++m_position;
    bool doubled = false;
    const std::size_t end = closingQuote(doubled);
    if (end == std::string_view::npos)
        return false;
    const std::string_view content = m_text.substr(m_position, end - m_position);
    countLines(content);

    // Whatever follows the closing mark belongs to the field as it stands.
    m_position = m_fieldEnds.find(end + 1);
    const std::string_view rest = trimmed(m_text.substr(end + 1, m_position - end - 1));
    if (doubled)
        fields.push_back(trimmed(copied(withSingleQuotes(content), rest)));
    else if (!rest.empty())
        fields.push_back(trimmed(copied(content, rest)));
    else
        fields.push_back(readable(trimmed(content)));
    return true;
}

/// No more of the text is looked through than a record may have.
std::size_t RecordReader::closingQuote(bool& doubled) const
{
    const std::string_view text = m_text.substr(0, m_recordBegin + longestRecord + 1);
    for (std::size_t position = m_position; position < text.size(); position += 2) {
        position = text.find('"', position);
        if (position == std::string_view::npos || position + 1 == m_text.size() || m_text[position + 1] != '"')
            return position;
        doubled = true;
    }
    return std::string_view::npos;
}

void RecordReader::countLines(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool firstOfPair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (text[i] == '\n' || (text[i] == '\r' && !firstOfPair))
            ++m_line;
    }
}

void RecordReader::passLineBreak()
{
    const bool pair = m_text[m_position] == '\r' && m_position + 1 < m_text.size() && m_text[m_position + 1] == '\n';
    m_position += pair ? 2 : 1;
    ++m_line;
}

std::string_view RecordReader::readable(std::string_view field)
{
    const bool isSo = field.empty() || field.data() + field.size() >= m_text.data() + readableBefore;
    return isSo ? field : copied(field);
}

std::string_view RecordReader::copied(std::string_view text, std::string_view more)
{
    std::string& copy = m_copies.emplace_back(readableBefore, ' ');
    copy.append(text).append(more);
    return std::string_view(copy).substr(readableBefore);
}

}
