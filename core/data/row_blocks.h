#pragma once

#include "data/cells.h"
#include "data/csv_dialect.h"
#include "data/reading_progress.h"

#include <optional>
#include <string>
#include <vector>

namespace broto {

/// Lines left out because they do not have as many values as the table has columns.
struct RaggedLines {
    std::size_t count = 0;
    std::size_t firstLine = 0;
    std::size_t firstWidth = 0;
};

/// Comments between the rows that have as many values as these: they may be rows that only begin like a comment.
struct RowsLikeComments {
    std::size_t count = 0;
    std::size_t firstLine = 0;
};

/// Goes through a table's text and gives its whole rows, some at a time.
class RowBlocks {
public:
    /// What is given must outlive this.
    RowBlocks(std::string_view text, const CsvDialect& dialect, ReadingProgress& progress);

    /// The names of the columns, where the table has a header; to be called first. Missing ones are empty.
    std::vector<std::string> takeHeader();

    /// Goes on to the next rows, at most that many. False at the end, and after the last rows before a problem.
    bool next(std::size_t mostRows);
    /// Of the rows that next() has found. The cells live until it is called again.
    std::size_t rows() const { return m_lines.size(); }
    Cells column(std::size_t index) const { return {m_fields.data() + index, m_width, m_lines.size(), m_lines.data()}; }

    const RaggedLines& ragged() const { return m_ragged; }
    /// Lines left out because they are the header once more.
    std::size_t repeatedHeaders() const { return m_repeatedHeaders; }
    const RowsLikeComments& rowsLikeComments() const { return m_rowsLikeComments; }
    const std::optional<Message>& problem() const { return m_problem; }

private:
    bool nextRecord();
    void takeRecord(std::size_t begin);
    void noteComment();
    bool surplusIsEmpty(std::size_t begin) const;
    bool repeatsNames(std::size_t begin) const;

    std::string_view m_text;
    char m_separator;
    char m_comment;
    RecordReader m_reader;
    std::size_t m_width;
    ReadingProgress& m_progress;
    bool m_header;
    bool m_rowNames;
    std::size_t m_linesBelowNames;
    std::vector<std::string> m_names; ///< of the columns, where there is a header
    std::size_t m_repeatedHeaders = 0;
    std::size_t m_mostRows;
    RecordReader::Fields m_fields;
    std::vector<std::size_t> m_lines;
    RaggedLines m_ragged;
    bool m_anyRow = false;
    RowsLikeComments m_rowsLikeComments;
    bool m_ended = false;
    std::optional<Message> m_problem;
};

}
