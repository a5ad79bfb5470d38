#include "data/csv_dialect.h"

#include "data/value_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace broto {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t sampleRecords = 200;
constexpr std::size_t sampleBytes = 256 * 1024;
constexpr std::array<char, 4> separators = {',', ';', '\t', '|'};

struct Sample {
    SampleRecords records;
    std::optional<std::size_t> openQuoteLine;
};

Sample takeSample(std::string_view text, char separator, std::size_t firstLine)
{
    Sample sample;
    RecordReader reader(text, separator, firstLine);
    while (sample.records.size() < sampleRecords && (sample.records.size() < 2 || reader.position() < sampleBytes)) {
        const RecordReader::Outcome outcome = reader.next();
        if (outcome == RecordReader::Outcome::OpenQuote)
            sample.openQuoteLine = reader.quoteLine();
        if (outcome != RecordReader::Outcome::Record)
            break;
        if (!reader.blank())
            sample.records.emplace_back(reader.fields().begin(), reader.fields().end());
    }
    return sample;
}

bool isNumber(std::string_view cell, char decimal)
{
    return readNumber(cell, decimal).kind != NumberKind::NotANumber;
}

/// How many values most records have, the first left out unless it is alone.
std::size_t usualWidth(const SampleRecords& records)
{
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t i = records.size() > 1 ? 1 : 0; i < records.size(); ++i)
        ++counts[records[i].size()];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
}

bool holdsSeparator(std::string_view text)
{
    return std::any_of(separators.begin(), separators.end(),
                       [text](char c) { return text.find(c) != std::string_view::npos; });
}

/// How well a separator explains the sample: records of one width, cells that are numbers, dates or missing.
double separatorScore(const SampleRecords& records, char separator)
{
    constexpr double oneColumn = 0.55;  // not separated at all is the weakest explanation
    constexpr double otherHeader = 0.4; // names and values should be as many
    const std::size_t width = usualWidth(records);
    std::size_t whole = 0;
    std::size_t cells = 0;
    std::size_t typed = 0;
    for (std::size_t i = records.size() > 1 ? 1 : 0; i < records.size(); ++i) {
        if (records[i].size() != width)
            continue;
        ++whole;
        for (const std::string& cell : records[i]) {
            ++cells;
            typed += isMissingText(cell) || isNumber(cell, '.') || (separator != ',' && isNumber(cell, ',')) ||
                     isDateTime(cell);
        }
    }
    if (cells == 0)
        return 0;
    const std::size_t judged = records.size() > 1 ? records.size() - 1 : 1;
    double score = static_cast<double>(whole) / static_cast<double>(judged);
    score *= 1 + static_cast<double>(typed) / static_cast<double>(cells);
    if (width == 1)
        score *= oneColumn;
    if (records.front().size() != width || (width == 1 && holdsSeparator(records.front().front())))
        score *= otherHeader;
    return score;
}

char bestSeparator(std::string_view text, std::size_t firstLine)
{
    char best = separators.front();
    double bestScore = -1;
    for (const char separator : separators) {
        const Sample sample = takeSample(text, separator, firstLine);
        const double score = sample.records.empty() ? 0 : separatorScore(sample.records, separator);
        if (score > bestScore) {
            bestScore = score;
            best = separator;
        }
    }
    return best;
}

/// "1,234" and "12,345,678": may be whole numbers with their thousands set apart.
bool looksLikeThousands(std::string_view cell)
{
    cell.remove_prefix(std::min(cell.find_first_not_of("+-"), cell.size()));
    const std::size_t first = cell.find(',');
    if (first == 0 || first > 3 || cell.front() == '0')
        return false;
    for (std::size_t comma = first; comma < cell.size(); comma += 4) {
        const std::string_view group = cell.substr(comma + 1, 3);
        if (cell[comma] != ',' || group.size() != 3 || group.find_first_not_of("0123456789") != std::string_view::npos)
            return false;
    }
    return true;
}

std::optional<char> decimalOf(const SampleRecords& records, char separator)
{
    std::size_t points = 0;
    std::size_t commas = 0;
    std::size_t plainCommas = 0;
    for (const auto& record : records) {
        for (const std::string& cell : record) {
            if (cell.find('.') != std::string::npos) {
                points += isNumber(cell, '.');
            } else if (cell.find(',') != std::string::npos && isNumber(cell, ',')) {
                ++commas;
                plainCommas += !looksLikeThousands(cell);
            }
        }
    }
    // Semicolons are used where the comma is the decimal mark; otherwise a thousand must not become a one.
    if (commas > points && (separator == ';' || plainCommas > 0))
        return ',';
    if (points > 0 || commas > 0 || separator == ',')
        return '.';
    return std::nullopt;
}

/// The header's width, unless header or rows end in values that are all empty.
std::size_t widthOf(const SampleRecords& records, bool header)
{
    const std::size_t usual = usualWidth(records);
    if (!header || records.size() < 2)
        return usual;
    const std::vector<std::string>& names = records.front();
    const auto emptyFrom = [](const std::vector<std::string>& record, std::size_t begin) {
        return std::all_of(record.begin() + static_cast<std::ptrdiff_t>(begin), record.end(),
                           [](const std::string& cell) { return cell.empty(); });
    };
    if (names.size() > usual)
        return emptyFrom(names, usual) ? usual : names.size();
    const bool rowsEndEmpty = std::all_of(records.begin() + 1, records.end(), [&](const auto& record) {
        return record.size() != usual || emptyFrom(record, names.size());
    });
    return rowsEndEmpty ? usual : names.size();
}

std::optional<Message> problemWith(const ReadOptions& options)
{
    const char separator = options.separator.value_or(',');
    const char decimal = options.decimal.value_or('.');
    constexpr std::string_view forbidden = "\0\"\r\n+-.0123456789eE"sv;
    if (forbidden.find(separator) != std::string_view::npos || static_cast<unsigned char>(separator) >= 0x80)
        return message("data.separator",
                       BROTO_TEXT("core", "The separator \"%1\" cannot separate numbers. Choose a "
                                          "comma, a semicolon, a tab or a vertical bar."),
                       std::string(1, separator));
    if (decimal != '.' && decimal != ',')
        return message("data.decimal",
                       BROTO_TEXT("core", "The decimal mark \"%1\" is not known. Choose a point or a comma."),
                       std::string(1, decimal));
    return std::nullopt;
}

/// A line such as "sep=;" is for spreadsheets: it names the separator and is no part of the table.
std::optional<char> takeSeparatorLine(std::string_view text, CsvDialect& dialect)
{
    if (!text.starts_with("sep=") || text.size() < 6 || (text[5] != '\n' && text[5] != '\r'))
        return std::nullopt;
    dialect.begin = text.substr(5, 2) == "\r\n" ? 7 : 6;
    dialect.firstLine = 2;
    return std::find(separators.begin(), separators.end(), text[4]) != separators.end() ? std::optional(text[4])
                                                                                        : std::nullopt;
}

/// What a column's cells are, judged by most of them.
enum class Kind { Text, Number, Date };

Kind kindOf(const SampleRecords& records, std::size_t column, char decimal)
{
    std::size_t present = 0;
    std::size_t numbers = 0;
    std::size_t dates = 0;
    for (std::size_t i = 1; i < records.size(); ++i) {
        if (column >= records[i].size() || isMissingText(records[i][column]))
            continue;
        ++present;
        numbers += isNumber(records[i][column], decimal);
        dates += isDateTime(records[i][column]);
    }
    return 2 * numbers > present ? Kind::Number : 2 * dates > present ? Kind::Date : Kind::Text;
}

}

bool looksLikeHeader(const SampleRecords& records, char decimal)
{
    const std::vector<std::string>& first = records.front();
    std::size_t names = 0;
    std::size_t values = 0;
    for (std::size_t column = 0; column < first.size(); ++column) {
        const std::string& cell = first[column];
        if (isMissingText(cell))
            continue;
        const bool number = isNumber(cell, decimal);
        const bool date = isDateTime(cell);
        if (records.size() == 1) {
            values += number || date;
            continue;
        }
        const Kind kind = kindOf(records, column, decimal);
        if ((kind == Kind::Number && number) || (kind == Kind::Date && date))
            ++values;
        else if (kind != Kind::Text && !number && !date)
            ++names;
    }
    return names > values || values == 0;
}

Message noRowsError()
{
    return message("data.no-rows",
                   BROTO_TEXT("core", "The table has no rows. Choose a CSV file with at least one row of values."));
}

Message openQuoteError(std::size_t line)
{
    return message("data.open-quote",
                   BROTO_TEXT("core", "The quotation mark opened in line %1 is never closed. Close it or remove it."),
                   line);
}

Result<CsvDialect> findDialect(std::string_view text, const ReadOptions& options)
{
    if (const std::optional<Message> problem = problemWith(options))
        return *problem;
    CsvDialect dialect;
    const std::optional<char> named = takeSeparatorLine(text, dialect);
    text.remove_prefix(dialect.begin);
    dialect.separator = options.separator ? *options.separator
                        : named           ? *named
                                          : bestSeparator(text, dialect.firstLine);
    const Sample sample = takeSample(text, dialect.separator, dialect.firstLine);
    if (sample.openQuoteLine)
        return openQuoteError(*sample.openQuoteLine);
    if (sample.records.empty())
        return noRowsError();

    const std::optional<char> decimal =
        options.decimal ? options.decimal : decimalOf(sample.records, dialect.separator);
    dialect.decimal = decimal.value_or('.');
    dialect.decimalKnown = decimal.has_value();
    dialect.header = options.header.value_or(looksLikeHeader(sample.records, dialect.decimal));
    dialect.width = widthOf(sample.records, dialect.header);
    if (dialect.width > mostColumns)
        return message(
            "data.too-many-columns",
            BROTO_TEXT("core", "The table has more than %1 columns, which cannot be read. Check the separator."),
            mostColumns);
    return dialect;
}

}
