#include "data/record_reader.h"

#include "data/value_text.h"

namespace broto {

namespace {

std::string withSingleQuotes(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i];
        if (text[i] == '"')
            ++i; // the second of a doubled pair
    }
    return result;
}

}

RecordReader::RecordReader(std::string_view text, char separator, std::size_t firstLine)
    : m_text(text), m_separator(separator), m_line(firstLine), m_recordLine(firstLine)
{
    for (const char c : {separator, '\n', '\r'})
        m_endsField[static_cast<unsigned char>(c)] = true;
}

RecordReader::Outcome RecordReader::next()
{
    m_fields.clear();
    m_rewritten.clear();
    m_quoted = false;
    m_recordLine = m_line;
    if (atEnd())
        return Outcome::End;
    for (;;) {
        skipBlanks();
        if (!atEnd() && m_text[m_position] == '"') {
            if (!readQuotedField())
                return Outcome::OpenQuote;
        } else {
            readPlainField();
        }
        if (m_fields.size() > mostFields)
            m_fields.pop_back();
        if (atEnd())
            return Outcome::Record;
        if (m_text[m_position] != m_separator) {
            passLineBreak();
            return Outcome::Record;
        }
        ++m_position;
    }
}

void RecordReader::skipBlanks()
{
    while (!atEnd() && isBlank(m_text[m_position]) && m_text[m_position] != m_separator)
        ++m_position;
}

void RecordReader::readPlainField()
{
    const std::size_t begin = m_position;
    while (!atEnd() && !endsField(m_text[m_position]))
        ++m_position;
    m_fields.push_back(trimmed(m_text.substr(begin, m_position - begin)));
}

bool RecordReader::readQuotedField()
{
    m_quoted = true;
    m_quoteLine = m_line;
    ++m_position;
    bool doubled = false;
    const std::size_t end = closingQuote(doubled);
    if (end == std::string_view::npos)
        return false;
    std::string_view content = m_text.substr(m_position, end - m_position);
    countLines(content);
    m_position = end + 1;
    if (doubled)
        content = m_rewritten.emplace_back(withSingleQuotes(content));

    // Whatever follows the closing mark belongs to the field as it stands.
    const std::size_t begin = m_position;
    while (!atEnd() && !endsField(m_text[m_position]))
        ++m_position;
    const std::string_view rest = trimmed(m_text.substr(begin, m_position - begin));
    if (!rest.empty())
        content = m_rewritten.emplace_back(std::string(content).append(rest));
    m_fields.push_back(trimmed(content));
    return true;
}

std::size_t RecordReader::closingQuote(bool& doubled) const
{
    std::size_t position = m_position;
    for (;;) {
        position = m_text.find('"', position);
        if (position == std::string_view::npos || position + 1 == m_text.size() || m_text[position + 1] != '"')
            return position;
        doubled = true;
        position += 2;
    }
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
    const bool pair = m_text.substr(m_position, 2) == "\r\n";
    m_position += pair ? 2 : 1;
    ++m_line;
}

}
