#pragma once

#include "data/column_builder.h"
#include "data/csv_dialect.h"
#include "data/reading_progress.h"
#include "data/row_blocks.h"

#include <cstdint>
#include <set>

namespace broto {

/// What the reading of a text must keep to.
struct ReadingLimits {
    std::size_t rows = ~std::size_t{0};
    std::uint64_t bytes = ~std::uint64_t{0}; ///< of memory for the values
    bool cutText = false;                    ///< the text ends anywhere, even between quotation marks
};

/// Fills a table from a text of a known dialect: all but what is known of the file as a whole.
class TableFiller {
public:
    /// `firstOrder`: the one that dates are read in until they tell another; nothing: the usual one.
    TableFiller(std::string_view text, const CsvDialect& dialect, const ReadOptions& options, ReadingLimits limits,
                ReadingProgress& progress, std::optional<DateOrder> firstOrder = {});

    Result<Table> fill();

private:
    DateOrder usualDateOrder() const;
    void begin();
    Result<void> readAll();
    std::optional<Message> readOnce();
    std::optional<Message> readTextsAgain();
    std::optional<Message> finishColumns();
    bool isTooMuch() const;
    void dropEmptyColumns();
    void tellWhatWasFound();
    void settleDates();
    void warnOfRaggedLines();
    void takeLabels();
    void takeOtherForms(Column& column);
    bool isOdd(const Column& column) const;
    void takeUnits(std::size_t column);
    void warnOfLargeNumbers();
    void warnOfOddCells();
    void warn(Message warning) { m_table.warnings.push_back(std::move(warning)); }

    std::string_view m_text;
    const CsvDialect& m_dialect;
    const ReadOptions& m_options;
    ReadingLimits m_limits;
    ReadingProgress& m_progress;
    std::optional<DateOrder> m_firstOrder;
    std::optional<DateOrder> m_orderMissed; ///< some dates were read in another order than the settled one
    NumberFormatInUse m_format;
    std::vector<ColumnBuilder> m_builders;
    std::vector<std::string> m_headers;
    RaggedLines m_ragged;
    RowsLikeComments m_rowsLikeComments;
    TellingCell m_lastRow; ///< its first cell
    std::set<std::size_t> m_oddColumns;
    std::size_t m_repeatedHeaders = 0;
    Table m_table;
};

Message tooMuchMemoryError(std::uint64_t needed, std::uint64_t available);

}
