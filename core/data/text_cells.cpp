#include "data/text_cells.h"

#include "data/value_text.h"
#include "platform/large_pages.h"

#include <algorithm>

namespace broto {

void TextCells::reserve(std::size_t rows)
{
    m_codes.reserve(rows);
    preferLargePages(m_codes.data(), m_codes.capacity() * sizeof(std::int32_t));
}

void TextCells::add(Cells cells, const NumberFormat& format)
{
    std::string_view before;
    std::int32_t codeBefore = -1;
    for (std::size_t i = 0; i < cells.count; ++i) {
        const std::string_view cell = cells[i];
        if (isMissingText(cell)) {
            m_codes.push_back(-1);
            continue;
        }
        if (codeBefore < 0 || cell != before) {
            const std::size_t known = m_set.size();
            codeBefore = m_set.codeOf(cell);
            before = cell;
            const bool isNew = m_set.size() > known;
            if (isNew && !m_firstOther && readNumber(cell, format).kind == NumberKind::NotANumber &&
                !isMissingAmongNumbers(cell))
                m_firstOther = TellingCell{cells.lines[i], std::string(cell)};
        }
        m_codes.push_back(codeBefore);
    }
}

void TextCells::set(std::size_t row, std::string_view cell)
{
    if (!isMissingText(cell))
        m_codes[row] = m_set.codeOf(cell);
}

std::optional<TellingCell> TextCells::oddOneOut(const NumberFormat& format) const
{
    if (!m_firstOther)
        return std::nullopt;
    std::vector<bool> isNumber(m_set.size());
    for (std::size_t code = 0; code < isNumber.size(); ++code)
        isNumber[code] = readNumber(m_set.text(static_cast<std::int32_t>(code)), format).kind != NumberKind::NotANumber;
    if (std::find(isNumber.begin(), isNumber.end(), true) == isNumber.end())
        return std::nullopt;
    std::size_t numbers = 0;
    std::size_t present = 0;
    for (const std::int32_t code : m_codes) {
        present += code >= 0;
        numbers += code >= 0 && isNumber[static_cast<std::size_t>(code)];
    }
    return 2 * numbers > present ? m_firstOther : std::nullopt;
}

bool TextCells::lastStandsAlone() const
{
    return !m_codes.empty() && m_codes.back() >= 0 && std::count(m_codes.begin(), m_codes.end(), m_codes.back()) == 1;
}

bool TextCells::describe(Column& column, const RunControl& control)
{
    const std::vector<std::int32_t> order = m_set.sorted(control);
    if (order.size() != m_set.size())
        return false;
    std::vector<std::int32_t> newCode(order.size());
    column.categories.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i % rowsBetweenLooks == 0 && control.stopRequested())
            return false;
        newCode[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
        column.categories.emplace_back(m_set.text(order[i]));
    }
    for (std::size_t row = 0; row < m_codes.size(); ++row) {
        if (row % rowsBetweenLooks == 0 && control.stopRequested())
            return false;
        std::int32_t& code = m_codes[row];
        if (code < 0)
            ++column.missing;
        else
            code = newCode[static_cast<std::size_t>(code)];
    }
    column.codes = std::move(m_codes);
    column.distinct = std::min(column.categories.size(), Column::mostCounted + 1);
    return true;
}

}
