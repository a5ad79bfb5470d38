#pragma once

#include "data/cells.h"
#include "data/row_blocks.h"
#include "data/table.h"

namespace broto {

// What is said of a table's lines and columns once they have been read.

Message noWholeRows(std::size_t width, const RaggedLines& ragged);
Message commentsLikeRows(char comment, const RowsLikeComments& rows);
Message keptAsText(const Column& column, const TellingCell& cell);
Message oddOneOut(const Column& column, const TellingCell& cell);
Message oddLine(const Column& column, const TellingCell& cell, std::size_t columns);
Message totalLine(const TellingCell& total);
/// Whether a text stands before what tables that people read have below them: "Total", "Média:".
bool sumsUp(std::string_view text);
Message inParentheses(const Column& column, const Parentheses& parentheses);
Message otherDecimalSign(const Column& column, char usual, const std::string& example);
Message severalNumberForms(const Column& column, const std::string& example);
Message missingAmongNumbers(const Column& column, const TellingCell& mark);
Message severalZones(const Column& column);

}
