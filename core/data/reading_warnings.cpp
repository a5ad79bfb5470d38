#include "data/reading_warnings.h"

#include "data/value_text.h"

#include <algorithm>
#include <array>

namespace broto {

Message noWholeRows(std::size_t width, const RaggedLines& ragged)
{
    return message("data.no-whole-rows",
                   BROTO_TEXT("core", "No line has as many values as the table has columns (%1): line %2 has %3. Check "
                                      "the separator and whether the first line names the columns."),
                   width, ragged.firstLine, ragged.firstWidth);
}

Message commentsLikeRows(char comment, const RowsLikeComments& rows)
{
    return message("data.comments-like-rows",
                   BROTO_TEXT("core",
                              "Lines between the rows were left out as comments, though they have as many values: %1. "
                              "The first is line %2. If lines that begin with %3 are rows, choose that there are no "
                              "comments."),
                   rows.count, rows.firstLine, comment == '/' ? std::string("//") : std::string(1, comment));
}

Message keptAsText(const Column& column, const TellingCell& cell)
{
    return message("data.kept-as-text",
                   BROTO_TEXT("core", "The column \"%1\" is kept as text, digit by digit: a number would change values "
                                      "such as %2 in line %3."),
                   column.header, cell.text, cell.line);
}

Message oddOneOut(const Column& column, const TellingCell& cell)
{
    return message(
        "data.odd-cell",
        BROTO_TEXT("core", "The column \"%1\" is read as text because of \"%2\" in line %3, though most of its "
                           "values are numbers or times. If it stands for a missing value, say so; if not, correct it "
                           "in the file."),
        column.header, cell.text, cell.line);
}

Message oddLine(const Column& column, const TellingCell& cell, std::size_t columns)
{
    return message("data.odd-line",
                   BROTO_TEXT("core",
                              "Line %1 holds texts where most lines hold numbers or times: \"%2\" in the column "
                              "\"%3\", for one. So many columns are read as text because of it: %4. Take the "
                              "line out of the file if it is no reading."),
                   cell.line, cell.text, column.header, columns);
}

Message totalLine(const TellingCell& total)
{
    return message("data.total-line",
                   BROTO_TEXT("core",
                              "The last line, %1, begins with \"%2\": it seems to sum up the others. Take it out "
                              "of the file, for it would be learned from like a reading."),
                   total.line, total.text);
}

bool sumsUp(std::string_view text)
{
    static constexpr auto words = std::to_array<std::string_view>(
        {"total", "totais", "totals", "grand", "subtotal", "soma", "somat\u00f3rio", "sum", "m\u00e9dia", "media",
         "medias", "m\u00e9dias", "average", "avg", "mean", "median", "mediana"});
    const std::string lower = lowerCase(text);
    const std::size_t end = lower.find_first_of(" :.=");
    return std::find(words.begin(), words.end(), lower.substr(0, end)) != words.end();
}

Message inParentheses(const Column& column, const Parentheses& parentheses)
{
    if (parentheses.negative)
        return message("data.parentheses-negative",
                       BROTO_TEXT("core",
                                  "Values in parentheses in the column \"%1\", such as %2, are read as negative "
                                  "numbers."),
                       column.header, parentheses.example);
    return message("data.parentheses-everywhere",
                   BROTO_TEXT("core",
                              "Every value in the column \"%1\" stands in parentheses, such as %2. They are read "
                              "as positive numbers; write a minus sign where they are negative."),
                   column.header, parentheses.example);
}

Message otherDecimalSign(const Column& column, char usual, const std::string& example)
{
    if (usual == ',')
        return message("data.other-decimal-point",
                       BROTO_TEXT("core", "The column \"%1\" has points for decimal signs, as in %2, and other columns "
                                          "commas. It is read as numbers."),
                       column.header, example);
    return message("data.other-decimal-comma",
                   BROTO_TEXT("core", "The column \"%1\" has commas for decimal signs, as in %2, and other columns "
                                      "points. It is read as numbers."),
                   column.header, example);
}

Message severalNumberForms(const Column& column, const std::string& example)
{
    return message("data.several-number-forms",
                   BROTO_TEXT("core",
                              "The column \"%1\" is read as text: its numbers, such as %2, are not written like "
                              "those of other columns. Choose another decimal sign, or write them alike."),
                   column.header, example);
}

Message missingAmongNumbers(const Column& column, const TellingCell& mark)
{
    return message("data.missing-mark",
                   BROTO_TEXT("core", "\"%1\" in line %2 stands for a missing value, for all else in the column \"%3\" "
                                      "is a number."),
                   mark.text, mark.line, column.header);
}

Message severalZones(const Column& column)
{
    return message("data.several-zones",
                   BROTO_TEXT("core", "The times in the column \"%1\" are of several time zones. All were turned into "
                                      "those of Greenwich (UTC)."),
                   column.header);
}

}
