#pragma once

#include "data/table.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace broto {

/// The decimal mark of a table while it is read. Undecided until the first number with a fraction.
struct DecimalMark {
    char mark = '.';
    bool known = false;
};

/// Gathers the cells of one column. It is numbers until the first cell that is not one; from there on texts. The rows
/// before that cell were not kept as texts, so they are given once more.
class ColumnBuilder {
public:
    /// The next row's cell.
    void add(std::string_view cell, DecimalMark& decimal);

    /// Rows before this one are wanted again as texts.
    std::size_t textWantedBefore() const { return m_numeric ? 0 : m_firstText; }
    void setText(std::size_t row, std::string_view cell);

    /// Cells left out because they are infinite or too large.
    std::size_t tooLarge() const { return m_numeric ? m_tooLarge : 0; }
    bool empty() const { return m_missing == m_rows; }

    /// Values, counts and statistics of the column; its names and type are not set. The builder is spent.
    Column finish();

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void becomeText();
    std::int32_t codeOf(std::string_view cell);
    void finishNumbers(Column& column);
    void finishTexts(Column& column);

    bool m_numeric = true;
    std::size_t m_rows = 0;
    std::size_t m_missing = 0;
    std::size_t m_tooLarge = 0;
    std::size_t m_firstText = 0;
    std::vector<double> m_numbers;
    std::vector<std::int32_t> m_codes;
    std::unordered_map<std::string, std::int32_t, TextHash, std::equal_to<>> m_texts;
};

}
