#include "data/preamble.h"

#include "data/cell_units.h"
#include "data/column_names.h"

#include <algorithm>
#include <set>

namespace broto {

namespace {

std::size_t filledCells(const SampleRecord& record)
{
    return static_cast<std::size_t>(
        std::count_if(record.cells.begin(), record.cells.end(), [](const std::string& cell) { return !cell.empty(); }));
}

/// One text and nothing beside it, or nothing at all between separators, or much less than the table has.
bool isTitle(const SampleRecord& record, std::size_t width)
{
    const bool alone = filledCells(record) <= 1 && (record.cells.size() > 1 || !isValueText(record.cells.front())) &&
                       std::none_of(record.cells.begin(), record.cells.end(),
                                    [](const std::string& cell) { return !cell.empty() && isValueText(cell); });
    return alone || (2 * record.cells.size() < width && !isValueText(record.cells.front()));
}

/// Titles, which have one text and nothing beside it.
std::size_t titlesAbove(const std::vector<SampleRecord>& records)
{
    constexpr std::size_t most = 30;
    const std::size_t width = usualWidth(records);
    std::size_t titles = 0;
    while (titles < std::min(most, records.size()) && isTitle(records[titles], width))
        ++titles;
    if (width < 2 || titles == 0 || titles == records.size())
        return 0;
    // A lonely name may well be the header of a table that has only one; names stand right above their values.
    const bool wide = records[titles - 1].cells.size() < width || filledCells(records[titles]) > 1;
    const bool namesFollow = std::none_of(records[titles].cells.begin(), records[titles].cells.end(),
                                          [](const std::string& cell) { return !cell.empty() && isValueText(cell); });
    return wide && (namesFollow || records[titles - 1].cells.size() < width) ? titles : 0;
}

using Records = std::vector<SampleRecord>;

/// The columns that hold values in most records of the sample's second half, which is the table's for sure.
std::vector<bool> valueColumns(const Records& records, std::size_t width)
{
    std::vector<bool> columns(width);
    for (std::size_t column = 0; column < width; ++column) {
        std::size_t values = 0;
        std::size_t present = 0;
        for (std::size_t row = records.size() / 2; row < records.size(); ++row) {
            const std::vector<std::string>& cells = records[row].cells;
            if (column >= cells.size() || cells[column].empty())
                continue;
            ++present;
            values += isValueText(cells[column]);
        }
        columns[column] = present > 0 && 2 * values > present;
    }
    return columns;
}

/// Whether a record is like the table's rows.
bool isUniform(const SampleRecord& record, const std::vector<bool>& isValueColumn)
{
    const std::vector<std::string>& cells = record.cells;
    if (cells.size() != isValueColumn.size() || filledCells(record) == 0)
        return false;
    bool anyValue = false;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const bool value = isValueText(cells[column]);
        if (isValueColumn[column] && !value)
            return false;
        anyValue |= isValueColumn[column] && !cells[column].empty();
    }
    return anyValue;
}

/// Where uniform records begin: three that follow each other, or fewer at the end. The number of records where none do.
std::size_t uniformFrom(const Records& records, const std::vector<bool>& isValueColumn)
{
    constexpr std::size_t enough = 3;
    std::size_t run = 0;
    for (std::size_t row = 0; row < records.size(); ++row) {
        run = isUniform(records[row], isValueColumn) ? run + 1 : 0;
        if (run == enough)
            return row + 1 - enough;
    }
    return records.size() - run;
}

/// Whether a record can name the columns: several texts, all different, and none of them a value.
bool canBeNames(const SampleRecord& record, std::size_t width)
{
    std::set<std::string_view> different;
    for (const std::string& cell : record.cells) {
        if (!cell.empty() && (isValueText(cell) || !different.insert(cell).second))
            return false;
    }
    return record.cells.size() == width && different.size() > 1 && 2 * different.size() > width;
}

bool areUnits(const SampleRecord& record)
{
    return std::all_of(record.cells.begin(), record.cells.end(),
                       [](const std::string& cell) { return cell.empty() || isUnit(unitIn(cell)); });
}

/// Whether rows of another table stand among the first lines: those are no preamble.
bool holdRows(const Records& records, std::size_t count)
{
    constexpr std::size_t enough = 2;
    const auto isRow = [](const SampleRecord& record) {
        return record.cells.size() > 1 &&
               std::all_of(record.cells.begin(), record.cells.end(),
                           [](const std::string& cell) { return !cell.empty() && isValueText(cell); });
    };
    return std::count_if(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(count), isRow) >=
           static_cast<std::ptrdiff_t>(enough);
}

/// Campbell's loggers name the form of their files in the first line; names, units and processing are the next three.
bool isOfCampbell(const Records& records)
{
    constexpr std::size_t linesBeforeRows = 4;
    return records.size() > linesBeforeRows && records.front().cells.front() == "TOA5" &&
           records[1].cells.size() == records[linesBeforeRows].cells.size();
}

/// "|---|:---:|"
bool isRule(const SampleRecord& record)
{
    return filledCells(record) > 0 &&
           std::all_of(record.cells.begin(), record.cells.end(), [](const std::string& cell) {
               return cell.empty() ||
                      (cell.find("--") != std::string::npos && cell.find_first_not_of("-:") == std::string::npos);
           });
}

/// What stands above names that are followed by uniform lines.
std::size_t linesAboveUniform(const Records& records)
{
    constexpr std::size_t fewestRecords = 4;
    constexpr std::size_t most = 60;
    const std::size_t width = usualWidth(records);
    if (records.size() < fewestRecords || width < 2)
        return 0;
    const std::vector<bool> isValueColumn = valueColumns(records, width);
    const std::size_t begin = uniformFrom(records, isValueColumn);
    if (begin < 2 || begin > most || begin == records.size())
        return 0;
    std::size_t names = begin - 1;
    if (areUnits(records[names]) && records[names - 1].cells.size() == width)
        --names;
    if (names == 0 || (!canBeNames(records[names], width) && names + 1 == begin))
        return 0;
    // One full line of texts above another: names in two lines, of which the first counts.
    const SampleRecord& above = records[names - 1];
    const bool twoLines = names == 1 && above.cells.size() == width && filledCells(above) == width;
    const bool namesAgain = records.front().cells == records[names].cells;
    const bool anyRowAbove = std::any_of(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(names),
                                         [&](const SampleRecord& record) { return isUniform(record, isValueColumn); });
    return twoLines || namesAgain || anyRowAbove || holdRows(records, names) ? 0 : names;
}

}

std::size_t linesBeforeTable(const Records& records)
{
    if (isOfCampbell(records))
        return 1;
    const std::size_t lines = linesAboveUniform(records);
    return lines > 0 ? lines : titlesAbove(records);
}

std::size_t linesBelowNames(const Records& preamble, const Records& records)
{
    if (preamble.size() == 1 && preamble.front().cells.front() == "TOA5")
        return 2;
    return records.size() > 2 && isRule(records[1]) ? 1 : 0;
}

}
