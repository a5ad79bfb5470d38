#include "table_invariants.h"

#include "data/value_text.h"
#include "require.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace broto;

namespace {

void requireSoundNumbers(const Column& column, std::size_t rows)
{
    require(column.numbers.size() == rows && column.codes.empty() && column.categories.empty(),
            "a column of numbers has one a row and no texts");
    std::size_t missing = 0;
    std::set<double> values;
    for (const double number : column.numbers) {
        missing += std::isnan(number);
        if (std::isnan(number))
            continue;
        values.insert(number);
        require(std::fabs(number) <= largestNumber, "no number is larger than a board can take");
        require(column.min <= number && number <= column.max, "least and largest enclose all numbers");
    }
    require(missing < rows, "a column of numbers has one");
    require(column.missing == missing, "missing numbers are counted");
    require(column.min <= column.mean && column.mean <= column.max, "the mean lies between least and largest");
    require(column.deviation >= 0 && column.deviation <= column.max - column.min,
            "the deviation is no more than the range");
    require(column.distinct == std::min(values.size(), Column::mostCounted + 1), "different numbers are counted");
}

void requireSoundTexts(const Column& column, std::size_t rows)
{
    require(column.codes.size() == rows && column.numbers.empty(), "a column of texts has one code a row, no numbers");
    require(std::adjacent_find(column.categories.begin(), column.categories.end(),
                               [](const std::string& a, const std::string& b) { return !(a < b); }) ==
                column.categories.end(),
            "different texts are sorted and each stands once");
    std::set<std::int32_t> used;
    std::size_t missing = 0;
    for (const std::int32_t code : column.codes) {
        require(code >= -1 && code < static_cast<std::int32_t>(column.categories.size()), "codes are of categories");
        missing += code < 0;
        if (code >= 0)
            used.insert(code);
    }
    require(column.missing == missing, "missing texts are counted");
    require(used.size() == column.categories.size(), "each different text stands in a row");
    require(column.distinct == std::min(used.size(), Column::mostCounted + 1), "different texts are counted");
}

bool sameNumber(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

bool isSame(const Column& a, const Column& b)
{
    return a.header == b.header && a.name == b.name && a.unit == b.unit && a.type == b.type && a.values == b.values &&
           std::equal(a.numbers.begin(), a.numbers.end(), b.numbers.begin(), b.numbers.end(), sameNumber) &&
           a.codes == b.codes && a.categories == b.categories && a.missing == b.missing && a.distinct == b.distinct &&
           a.min == b.min && a.max == b.max && a.mean == b.mean && a.deviation == b.deviation;
}

bool sameWarnings(const std::vector<Message>& a, const std::vector<Message>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Message& one, const Message& other) {
        return one.id == other.id && one.arguments == other.arguments;
    });
}

}

void requireSound(const Table& table)
{
    require(table.rows > 0 && !table.columns.empty(), "a table has rows and columns");
    std::set<std::string_view> headers;
    std::set<std::string_view> names;
    for (const Column& column : table.columns) {
        require(!column.header.empty() && headers.insert(column.header).second, "headers differ and are not empty");
        require(!column.name.empty() && names.insert(column.name).second, "names differ and are not empty");
        if (!column.texts())
            requireSoundNumbers(column, table.rows);
        else
            requireSoundTexts(column, table.rows);
        require((column.type == ColumnType::Constant) == (column.distinct <= 1), "a constant has one value at most");
    }
    for (const ReadingGuess& guess : table.guesses)
        require(!guess.reason.text.empty(), "every guess has its reason");
}

void requireSame(const Result<Table>& read, const Table& table, const char* what)
{
    require(read.ok(), what);
    require(
        read->rows == table.rows && read->raggedRows == table.raggedRows && read->fingerprint == table.fingerprint &&
            sameWarnings(read->warnings, table.warnings) &&
            std::equal(read->columns.begin(), read->columns.end(), table.columns.begin(), table.columns.end(), isSame),
        what);
}
