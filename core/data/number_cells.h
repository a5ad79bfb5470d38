#pragma once

#include "data/cells.h"
#include "data/number_form.h"
#include "data/number_set.h"
#include "data/statistics.h"
#include "data/table.h"

#include <optional>
#include <vector>

namespace broto {

/// Gathers a column of numbers.
class NumberCells {
public:
    void reserve(std::size_t rows);

    /// Takes cells up to the first that is no number, and returns how many those were.
    std::size_t add(Cells cells, const NumberFormat& format);

    /// Whether a fraction was among them that no other decimal mark explains.
    bool provesDecimal() const { return m_provesDecimal; }

    std::size_t rows() const { return m_numbers.size(); }
    std::size_t missing() const { return m_missing; }
    /// Cells left out because they are infinite or too large. They are not among `missing`.
    std::size_t tooLarge() const { return m_tooLarge; }
    bool empty() const { return m_missing + m_tooLarge == rows(); }
    /// The first cell that is missing among numbers alone; among texts it would be one. Those are among `missing`.
    const std::optional<TellingCell>& missingMark() const { return m_missingMark; }

    /// The first cell that a number would not keep as it is written, in a column that counts or names and does not
    /// measure: 00123, more than 15 digits, a telephone number, codes such as 10E10.
    std::optional<TellingCell> changedByNumbers();

    /// To be called after the last cell: makes numbers positive again where all stand in parentheses.
    std::optional<Parentheses> settleParentheses();

    /// What is left to do for the statistics. The numbers can then be taken.
    void describe(Column& column);
    std::size_t bytes() const { return m_numbers.size() * sizeof(double); }

private:
    bool areCodes();
    bool take(std::string_view cell, std::size_t line, const NumberFormat& format, double& number);
    void noteForm(std::string_view cell, std::size_t line);
    void describePieces(std::size_t end);

    std::vector<double> m_numbers;
    std::size_t m_missing = 0;
    std::size_t m_tooLarge = 0;
    bool m_whole = true;       ///< all are written without a fraction
    bool m_digitsAlone = true; ///< and without a sign
    bool m_provesDecimal = false;
    std::optional<TellingCell> m_padded;
    std::optional<TellingCell> m_inexact;
    std::optional<TellingCell> m_missingMark;
    std::size_t m_exponentsAlone = 0; ///< "10E10": a number, or the code of something
    std::optional<TellingCell> m_exponent;
    std::size_t m_inParentheses = 0;
    std::string m_firstInParentheses;
    std::size_t m_described = 0;
    RunningStatistics m_statistics;
    NumberSet m_different;
};

}
