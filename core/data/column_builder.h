#pragma once

#include "data/number_cells.h"
#include "data/number_format_guess.h"
#include "data/text_cells.h"
#include "data/time_cells.h"

namespace broto {

/// Gathers the cells of one column. It is numbers, or times, until the first cell that is not one; from there on texts.
/// The rows before that cell were not kept as texts, so they are given once more.
class ColumnBuilder {
public:
    /// The numbers' format must outlive the builder. `rows` is how many may be expected.
    ColumnBuilder(NumberFormatInUse& format, DateOrder order, std::size_t rows);

    /// The next rows' cells.
    void add(Cells cells);

    /// To be called after the last row: whether all of the column is wanted as texts shows only then.
    void end();
    /// Rows before this one are wanted again as texts.
    std::size_t textWantedBefore() const { return m_wantedBefore; }
    void setText(std::size_t row, std::string_view cell) { m_texts.set(row, cell); }

    /// Nothing but missing values.
    bool empty() const { return m_kind == Column::Values::Numbers && m_numbers.missing() == m_numbers.rows(); }
    /// Cells left out because they are infinite or too large.
    std::size_t tooLarge() const { return m_kind == Column::Values::Numbers ? m_numbers.tooLarge() : 0; }
    /// The cell for whose sake digits are kept as a text.
    const std::optional<TellingCell>& changedByNumbers() const { return m_changed; }
    /// What became of numbers in parentheses, once end() was called.
    const std::optional<Parentheses>& parentheses() const { return m_parentheses; }
    /// In a column of numbers: the first cell that stands for a missing value there, and would be a text elsewhere.
    const std::optional<TellingCell>& missingMark() const { return m_missingMark; }
    /// The first cell that is no number where most are, or no time.
    std::optional<TellingCell> oddOneOut() const;
    /// Whether the last row has a text that no other row has.
    bool lastTextStandsAlone() const { return m_kind == Column::Values::Texts && m_texts.lastStandsAlone(); }
    /// Nothing, unless the column holds times.
    TimeCells* times() { return m_kind == Column::Values::Times ? &m_times : nullptr; }
    /// What the values take so far.
    std::size_t bytes() const { return m_numbers.bytes() + m_times.bytes() + m_texts.bytes(); }

    /// Sets values, counts and statistics of the column; false when the run is to end. The builder is spent.
    bool finish(Column& column, const RunControl& control);

private:
    std::size_t addSome(Cells cells);
    void turnFor(Cells cells);
    void becomeTexts(std::size_t rowsBefore, bool anyPresent);

    NumberFormatInUse* m_format;
    std::size_t m_expectedRows;
    Column::Values m_kind = Column::Values::Numbers;
    NumberCells m_numbers;
    TimeCells m_times;
    TextCells m_texts;
    std::size_t m_wantedBefore = 0;
    std::optional<TellingCell> m_noTime;
    std::optional<TellingCell> m_changed;
    std::optional<Parentheses> m_parentheses;
    std::optional<TellingCell> m_missingMark;
};

}
