#include "data/table_sample.h"

#include "data/cell_units.h"
#include "data/record_reader.h"
#include "data/time_reading.h"
#include "data/value_text.h"

#include <algorithm>
#include <map>
#include <optional>

namespace broto {

namespace {

bool isNumberInAnyFormat(std::string_view cell)
{
    return numberFormOf(cell).kind != NumberForm::Kind::NotANumber;
}

bool isQuantity(std::string_view cell)
{
    const std::optional<NumberWithUnit> withUnit = numberWithUnit(cell);
    return withUnit && isNumberInAnyFormat(withUnit->number);
}

constexpr std::size_t sampleRecords = 200;
constexpr std::size_t sampleBytes = 256 * 1024;
constexpr std::size_t fewestRecords = 2;

/// What a column's cells are, judged by most of them.
enum class Kind {
    Text,
    Number,
    Quantity, ///< a number and its unit
    Date
};

Kind kindOf(const std::vector<SampleRecord>& records, std::size_t column, const NumberFormat& format)
{
    std::size_t present = 0;
    std::size_t numbers = 0;
    std::size_t quantities = 0;
    std::size_t dates = 0;
    for (std::size_t i = 1; i < records.size(); ++i) {
        if (column >= records[i].cells.size() || isMissingText(records[i].cells[column]))
            continue;
        ++present;
        numbers += isNumberText(records[i].cells[column], format);
        quantities += isQuantity(records[i].cells[column]);
        dates += isDateTime(records[i].cells[column]);
    }
    return 2 * numbers > present      ? Kind::Number
           : 2 * dates > present      ? Kind::Date
           : 2 * quantities > present ? Kind::Quantity
                                      : Kind::Text;
}

}

void TableSample::dropFirst(std::size_t count)
{
    records.erase(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(count));
}

TableSample takeSample(std::string_view text, char separator, char comment, std::size_t firstLine)
{
    TableSample sample;
    RecordReader reader(text, separator, comment, firstLine);
    RecordReader::Fields fields;
    while (sample.records.size() < sampleRecords &&
           (sample.records.size() < fewestRecords || reader.position() < sampleBytes)) {
        fields.clear();
        const RecordReader::Outcome outcome = reader.next(fields);
        if (outcome == RecordReader::Outcome::OpenQuote)
            sample.problem = openQuoteError(reader.quoteLine());
        if (outcome == RecordReader::Outcome::TooLong)
            sample.problem = tooLongError(reader.line());
        if (outcome == RecordReader::Outcome::Record)
            sample.records.push_back({{fields.begin(), fields.end()}, reader.recordBegin(), reader.line()});
        else if (outcome != RecordReader::Outcome::Nothing)
            break;
        reader.forgetFields();
    }
    sample.bytes = reader.position();
    return sample;
}

std::size_t usualWidth(const std::vector<SampleRecord>& records)
{
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t i = records.size() > 1 ? 1 : 0; i < records.size(); ++i)
        ++counts[records[i].cells.size()];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
}

namespace {

std::optional<int> wholeNumberIn(const std::string& cell)
{
    constexpr std::size_t mostDigits = 6;
    const bool digits = !cell.empty() && cell.size() <= mostDigits && std::all_of(cell.begin(), cell.end(), isDigit);
    return digits ? std::optional(std::stoi(cell)) : std::nullopt;
}

bool isYear(int number)
{
    return number >= 1900 && number <= 2100;
}

/// Whether the numbers of a first record are names: years in a row, or the numbers of columns from 0 or 1 above
/// fractions, as data frames write them.
bool numbersAreNames(const std::vector<SampleRecord>& records, const NumberFormat& format)
{
    constexpr std::size_t fewestYears = 2;
    constexpr std::size_t fewestNumbered = 3;
    const std::vector<std::string>& first = records.front().cells;
    std::size_t count = 0;
    bool yearsBelow = false;
    bool fractionsBelow = true;
    std::optional<int> begin;
    for (std::size_t column = 0; column < first.size(); ++column) {
        if (kindOf(records, column, format) != Kind::Number || !isNumberText(first[column], format))
            continue;
        const std::optional<int> number = wholeNumberIn(first[column]);
        if (!number || (begin && *number != *begin + static_cast<int>(count)))
            return false;
        begin = begin.value_or(*number);
        ++count;
        bool fractions = false;
        for (std::size_t row = 1; row < records.size() && column < records[row].cells.size(); ++row) {
            const std::optional<int> below = wholeNumberIn(records[row].cells[column]);
            yearsBelow |= below && isYear(*below);
            fractions |= !below && isNumberText(records[row].cells[column], format);
        }
        fractionsBelow &= fractions;
    }
    if (count >= fewestYears && isYear(*begin))
        return !yearsBelow;
    return count >= fewestNumbered && *begin <= 1 && fractionsBelow;
}

/// "temp:23.5" above "temp:24".
bool hasLabelOfNext(const std::vector<SampleRecord>& records, std::size_t column)
{
    if (column >= records[1].cells.size())
        return false;
    const std::optional<NumberWithLabel> first = numberWithLabel(records[0].cells[column]);
    const std::optional<NumberWithLabel> next = numberWithLabel(records[1].cells[column]);
    return first && next && first->label == next->label;
}

/// Whether every text of the first record comes again below it: then it is a row like them.
bool firstComesAgain(const std::vector<SampleRecord>& records)
{
    const std::vector<std::string>& first = records.front().cells;
    for (std::size_t column = 0; column < first.size(); ++column) {
        const bool again = std::any_of(records.begin() + 1, records.end(), [&](const SampleRecord& record) {
            return column < record.cells.size() && record.cells[column] == first[column];
        });
        if (!again && !isMissingText(first[column]))
            return false;
    }
    return true;
}

}

bool looksLikeHeader(const std::vector<SampleRecord>& records, const NumberFormat& format)
{
    if (records.size() > 1 && numbersAreNames(records, format))
        return true;
    const std::vector<std::string>& first = records.front().cells;
    std::size_t names = 0;
    std::size_t values = 0;
    for (std::size_t column = 0; column < first.size(); ++column) {
        const std::string& cell = first[column];
        if (isMissingText(cell))
            continue;
        const bool number = isNumberText(cell, format);
        const bool date = isDateTime(cell);
        const bool quantity = isQuantity(cell);
        if (records.size() == 1) {
            values += number || date || quantity;
            continue;
        }
        const Kind kind = kindOf(records, column, format);
        if (hasLabelOfNext(records, column))
            ++values;
        else if ((kind == Kind::Number && number) || (kind == Kind::Date && date) ||
                 (kind == Kind::Quantity && quantity))
            ++values;
        else if (kind != Kind::Text && !number && !date)
            ++names;
    }
    return names > values || (values == 0 && (names > 0 || records.size() == 1 || !firstComesAgain(records)));
}

bool isValueText(std::string_view cell)
{
    return isMissingText(cell) || isNumberInAnyFormat(cell) || isDateTime(cell) || isQuantity(cell);
}

bool isNumberText(std::string_view cell, const NumberFormat& format)
{
    return readNumber(cell, format).kind != NumberKind::NotANumber;
}

Message openQuoteError(std::size_t line)
{
    return message("data.open-quote",
                   BROTO_TEXT("core", "The quotation mark opened in line %1 is never closed. Close it or remove it."),
                   line);
}

Message tooLongError(std::size_t line)
{
    return message("data.too-long-line",
                   BROTO_TEXT("core", "Line %1 is longer than %2 million bytes, which is no line of a table. Choose a "
                                      "CSV file with line ends."),
                   line, RecordReader::longestRecord / 1'000'000);
}

}
