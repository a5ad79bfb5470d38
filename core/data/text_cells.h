#pragma once

#include "common/run_control.h"
#include "data/cells.h"
#include "data/number_form.h"
#include "data/table.h"
#include "data/text_set.h"

#include <optional>
#include <vector>

namespace broto {

/// Gathers a column of texts.
class TextCells {
public:
    void reserve(std::size_t rows);
    /// Rows of which the texts will be given later, or that have none.
    void addUnknown(std::size_t rows) { m_codes.insert(m_codes.end(), rows, -1); }
    void add(Cells cells, const NumberFormat& format);
    void set(std::size_t row, std::string_view cell);

    std::size_t rows() const { return m_codes.size(); }
    /// The first cell that is no number, in a column of which most cells are.
    std::optional<TellingCell> oddOneOut(const NumberFormat& format) const;

    /// Whether the last row's text stands in no other row.
    bool lastStandsAlone() const;

    /// False when the run is to end. The cells are spent.
    bool describe(Column& column, const RunControl& control);
    std::size_t bytes() const { return m_codes.size() * sizeof(std::int32_t) + m_set.bytes(); }

private:
    std::vector<std::int32_t> m_codes;
    TextSet m_set;
    std::optional<TellingCell> m_firstOther; ///< that is no number
};

}
