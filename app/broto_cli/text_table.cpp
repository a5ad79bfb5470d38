#include "text_table.h"

#include <algorithm>
#include <cassert>

namespace broto {

namespace {

/// Characters, not bytes. Good enough for the Latin scripts that headers are written in.
std::size_t widthOf(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

void appendCell(std::string& line, const std::string& cell, std::size_t width, TextTable::Align align)
{
    const std::string gap(width - widthOf(cell), ' ');
    line += align == TextTable::Align::Left ? cell + gap : gap + cell;
}

void appendLine(std::string& text, std::string line)
{
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
}

}

void TextTable::addRow(std::vector<std::string> cells)
{
    assert(cells.size() == m_columns.size());
    m_rows.push_back(std::move(cells));
}

std::string TextTable::text() const
{
    std::vector<std::string> titles;
    for (const Column& column : m_columns)
        titles.push_back(column.title);
    std::vector<const std::vector<std::string>*> lines = {&titles};
    for (const std::vector<std::string>& row : m_rows)
        lines.push_back(&row);

    std::vector<std::size_t> widths(m_columns.size(), 0);
    for (const std::vector<std::string>* cells : lines)
        for (std::size_t i = 0; i < cells->size(); ++i)
            widths[i] = std::max(widths[i], widthOf((*cells)[i]));

    std::string text;
    for (const std::vector<std::string>* cells : lines) {
        std::string line;
        for (std::size_t i = 0; i < cells->size(); ++i) {
            line += i ? "  " : "";
            appendCell(line, (*cells)[i], widths[i], m_columns[i].align);
        }
        appendLine(text, line);
    }
    return text;
}

std::string grouped(long long number)
{
    std::string digits = std::to_string(number);
    const std::size_t start = number < 0 ? 1 : 0;
    for (std::size_t end = digits.size(); end > start + 3; end -= 3)
        digits.insert(end - 3, 1, ' ');
    return digits;
}

}
