#include "data/column_builder.h"

#include "data/number_set.h"
#include "data/statistics.h"
#include "data/value_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

NumberReading readCell(std::string_view cell, DecimalMark& decimal)
{
    if (decimal.known)
        return readNumber(cell, decimal.mark);
    for (const char mark : {'.', ','}) {
        const NumberReading reading = readNumber(cell, mark);
        if (reading.kind == NumberKind::NotANumber)
            continue;
        if (cell.find(mark) != std::string_view::npos)
            decimal = {mark, true};
        return reading;
    }
    return {};
}

}

void ColumnBuilder::add(std::string_view cell, DecimalMark& decimal)
{
    const std::size_t row = m_rows++;
    const bool missing = isMissingText(cell);
    m_missing += missing;
    if (m_numeric) {
        const NumberReading reading = missing ? NumberReading{} : readCell(cell, decimal);
        if (missing || reading.kind != NumberKind::NotANumber) {
            const bool finite = reading.kind == NumberKind::Finite;
            m_tooLarge += reading.kind == NumberKind::TooLarge;
            m_numbers.push_back(finite ? reading.number : std::numeric_limits<double>::quiet_NaN());
            return;
        }
        m_firstText = row;
        becomeText();
    }
    m_codes.push_back(missing ? -1 : codeOf(cell));
}

void ColumnBuilder::setText(std::size_t row, std::string_view cell)
{
    if (!isMissingText(cell))
        m_codes[row] = codeOf(cell);
}

void ColumnBuilder::becomeText()
{
    m_numeric = false;
    m_codes.assign(m_numbers.size(), -1);
    m_numbers = {};
}

std::int32_t ColumnBuilder::codeOf(std::string_view cell)
{
    const auto known = m_texts.find(cell);
    if (known != m_texts.end())
        return known->second;
    const auto code = static_cast<std::int32_t>(m_texts.size());
    m_texts.emplace(cell, code);
    return code;
}

Column ColumnBuilder::finish()
{
    Column column;
    // A column without a single value is no numbers: it has no least one.
    if (m_numeric && m_missing + m_tooLarge == m_rows)
        becomeText();
    column.values = m_numeric ? Column::Values::Numbers : Column::Values::Texts;
    column.missing = m_missing + (m_numeric ? m_tooLarge : 0);
    if (m_numeric)
        finishNumbers(column);
    else
        finishTexts(column);
    return column;
}

void ColumnBuilder::finishNumbers(Column& column)
{
    column.numbers = std::move(m_numbers);
    const Statistics statistics = statisticsOf(column.numbers);
    column.min = statistics.min;
    column.max = statistics.max;
    column.mean = statistics.mean;
    column.deviation = deviationOf(column.numbers, statistics.mean);
    NumberSet different;
    for (const double number : column.numbers) {
        if (!std::isnan(number))
            different.add(number);
    }
    column.distinct = std::min(different.size(), Column::mostCounted + 1);
}

void ColumnBuilder::finishTexts(Column& column)
{
    std::vector<std::pair<std::string_view, std::int32_t>> sorted(m_texts.begin(), m_texts.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::int32_t> newCode(sorted.size());
    column.categories.reserve(sorted.size());
    for (const auto& [text, code] : sorted) {
        newCode[static_cast<std::size_t>(code)] = static_cast<std::int32_t>(column.categories.size());
        column.categories.emplace_back(text);
    }
    for (std::int32_t& code : m_codes) {
        if (code >= 0)
            code = newCode[static_cast<std::size_t>(code)];
    }
    column.codes = std::move(m_codes);
    column.distinct = std::min(column.categories.size(), Column::mostCounted + 1);
}

}
