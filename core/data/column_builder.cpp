#include "data/column_builder.h"

#include "data/value_text.h"

namespace broto {

ColumnBuilder::ColumnBuilder(NumberFormatInUse& format, DateOrder order, std::size_t rows)
    : m_format(&format), m_expectedRows(rows), m_times(order)
{
    m_numbers.reserve(rows);
}

void ColumnBuilder::add(Cells cells)
{
    for (;;) {
        cells = cells.from(addSome(cells));
        if (cells.count == 0)
            return;
        turnFor(cells);
    }
}

std::size_t ColumnBuilder::addSome(Cells cells)
{
    switch (m_kind) {
    case Column::Values::Numbers: {
        const std::size_t taken = m_numbers.add(cells, m_format->format());
        if (m_numbers.provesDecimal())
            m_format->confirmDecimal();
        return taken;
    }
    case Column::Values::Times:
        return m_times.add(cells);
    case Column::Values::Texts:
        break;
    }
    m_texts.add(cells, m_format->format());
    return cells.count;
}

void ColumnBuilder::turnFor(Cells cells)
{
    const std::string_view cell = cells[0];
    if (m_kind == Column::Values::Times) {
        m_noTime = TellingCell{cells.lines[0], std::string(cell)};
        return becomeTexts(m_times.rows(), true);
    }
    const std::size_t rows = m_numbers.rows();
    const bool anyPresent = m_numbers.missing() < rows || m_numbers.missingMark();
    if (m_numbers.missing() == rows && readTime(cell, m_times.order())) {
        m_kind = Column::Values::Times;
        m_numbers = {};
        m_times.reserve(m_expectedRows);
        m_times.addMissing(rows);
        return;
    }
    m_format->consider(cell);
    becomeTexts(rows, anyPresent);
}

void ColumnBuilder::becomeTexts(std::size_t rowsBefore, bool anyPresent)
{
    m_kind = Column::Values::Texts;
    m_wantedBefore = anyPresent ? rowsBefore : 0;
    m_numbers = {};
    m_times = TimeCells(m_times.order());
    m_texts.reserve(m_expectedRows);
    m_texts.addUnknown(rowsBefore);
}

void ColumnBuilder::end()
{
    if (m_kind != Column::Values::Numbers)
        return;
    m_changed = m_numbers.changedByNumbers();
    // A column without a single value is no numbers: it has no least one.
    if (m_changed || m_numbers.empty())
        return becomeTexts(m_numbers.rows(), m_changed || m_numbers.tooLarge() > 0 || m_numbers.missingMark());
    m_missingMark = m_numbers.missingMark();
    m_parentheses = m_numbers.settleParentheses();
}

std::optional<TellingCell> ColumnBuilder::oddOneOut() const
{
    if (m_noTime && 2 * m_wantedBefore > m_texts.rows())
        return m_noTime;
    return m_kind == Column::Values::Texts && !m_changed ? m_texts.oddOneOut(m_format->format()) : std::nullopt;
}

bool ColumnBuilder::finish(Column& column, const RunControl& control)
{
    column.values = m_kind;
    switch (m_kind) {
    case Column::Values::Numbers:
        m_numbers.describe(column);
        return true;
    case Column::Values::Times:
        m_times.describe(column);
        return true;
    case Column::Values::Texts:
        break;
    }
    return m_texts.describe(column, control);
}

}
