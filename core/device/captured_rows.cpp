#include "device/captured_rows.h"

#include "data/record_reader.h"
#include "data/table_reader.h"
#include "data/text_encoding.h"
#include "device/csv_cells.h"
#include "platform/file.h"

#include <algorithm>
#include <system_error>

namespace broto {

namespace {

struct WrittenForm {
    char separator = ',';
    char decimal = '.';
};

/// The rows with their columns in an order.
std::string rowLines(const CapturedRows& captured, const std::vector<std::size_t>& order, const WrittenForm& form,
                     std::string_view lineEnd)
{
    std::string lines;
    for (std::size_t row = 0; row < captured.rows; ++row) {
        for (std::size_t i = 0; i < order.size(); ++i) {
            const CapturedColumn& column = captured.columns[order[i]];
            if (i > 0)
                lines += form.separator;
            lines += column.numbers.empty() ? csvText(column.text, form.separator)
                                            : csvNumber(column.numbers[row], form.decimal);
        }
        lines += lineEnd;
    }
    return lines;
}

std::string joinedHeaders(const std::vector<std::string>& headers)
{
    std::string joined;
    for (const std::string& header : headers)
        joined.append(joined.empty() ? "" : ", ").append(header);
    return joined;
}

std::vector<std::string> headersOf(const CapturedRows& captured)
{
    std::vector<std::string> headers;
    for (const CapturedColumn& column : captured.columns)
        headers.push_back(column.header);
    return headers;
}

Message otherColumns(const std::vector<std::string>& there, const std::vector<std::string>& captured)
{
    return message("device.other-columns",
                   BROTO_TEXT("core", "The table has the columns %1, and what was captured has %2. Rows can be added "
                                      "only where these are the same."),
                   joinedHeaders(there), joinedHeaders(captured));
}

Message notForRows()
{
    return message("device.not-for-rows",
                   BROTO_TEXT("core", "Rows cannot be added to this table: it is not written in UTF-8, has no names in "
                                      "its first line, or holds more than one value in a cell."));
}

/// Where each column of the table stands among those that were captured; nothing where they are not the same.
std::optional<std::vector<std::size_t>> orderFor(const Table& table, const CapturedRows& captured)
{
    std::vector<std::size_t> order;
    for (const Column& column : table.columns) {
        const auto found = std::ranges::find(captured.columns, column.header, &CapturedColumn::header);
        if (found == captured.columns.end())
            return std::nullopt;
        order.push_back(static_cast<std::size_t>(found - captured.columns.begin()));
    }
    return order.size() == captured.columns.size() ? std::optional(order) : std::nullopt;
}

/// Whether the cells of a line become the columns one by one: dates and times in two cells become one column, and
/// "temp: 20" becomes a column of another name.
bool columnsAreCells(std::string_view csv, const Table& table)
{
    RecordReader reader(csv, table.separator, table.comment);
    for (;;) {
        RecordReader::Fields fields;
        switch (reader.next(fields)) {
        case RecordReader::Outcome::Nothing:
            continue;
        case RecordReader::Outcome::Record:
            if (fields.size() != table.columns.size())
                continue; // a line above the table
            return std::ranges::equal(fields, table.columns, {}, {}, &Column::header);
        default:
            return false;
        }
    }
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Message fileIsThere(const std::filesystem::path& path)
{
    return message("device.capture-file-exists",
                   BROTO_TEXT("core", "%1 is there already. Add to it, or choose another name."), path.string());
}

std::filesystem::path newFileBeside(const std::filesystem::path& path)
{
    std::error_code ignored;
    for (int number = 1;; ++number) {
        std::filesystem::path other = path;
        other.replace_filename(path.stem().string() + "-" + std::to_string(number) + path.extension().string());
        if (!std::filesystem::exists(other, ignored))
            return other;
    }
}

bool holdsNothing(std::string_view bytes)
{
    return bytes.find_first_not_of("\xef\xbb\xbf \t\r\n") == std::string_view::npos;
}

Result<SavedCapture> saveBeside(const CapturedRows& captured, const std::filesystem::path& path, const Message& reason)
{
    const std::filesystem::path other = newFileBeside(path);
    if (const Result<void> written = writeFileAtomically(other, csvOf(captured)); !written)
        return written.error();
    return SavedCapture{other, false, reason};
}

}

std::string csvOf(const CapturedRows& captured)
{
    std::vector<std::size_t> order;
    std::string csv;
    for (const CapturedColumn& column : captured.columns) {
        csv.append(order.empty() ? "" : ",").append(csvText(column.header));
        order.push_back(order.size());
    }
    return csv + "\n" + rowLines(captured, order, {}, "\n");
}

Result<std::string> withRowsAppended(std::string_view csv, const CapturedRows& captured, const ReadOptions& reading)
{
    const Result<Table> table = previewTable(csv, reading);
    if (!table)
        return table.error();
    const std::optional<std::vector<std::size_t>> order = orderFor(*table, captured);
    if (!order) {
        std::vector<std::string> there;
        for (const Column& column : table->columns)
            there.push_back(column.header);
        return otherColumns(there, headersOf(captured));
    }
    const WrittenForm form{table->separator, table->decimal};
    const std::string_view lineEnd = csv.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
    const std::string lines = rowLines(captured, *order, form, lineEnd);
    const bool encodingFits =
        table->encoding == Encoding::Utf8 || (table->encoding == Encoding::Windows1252 && isAscii(lines));
    const std::string_view text = csv.starts_with("\xef\xbb\xbf") ? csv.substr(3) : csv;
    if (!encodingFits || !table->header || form.separator == form.decimal || !columnsAreCells(text, *table))
        return notForRows();
    std::string longer(withoutTail(csv)); // rows behind a tail would not be read
    if (!longer.ends_with('\n') && !longer.ends_with('\r'))
        longer += lineEnd;
    return longer + lines;
}

Result<void> checkCaptureFile(const std::filesystem::path& path, IfFileExists then)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return {};
    if (then == IfFileExists::Refuse)
        return fileIsThere(path);
    const Result<std::string> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    if (holdsNothing(*bytes))
        return {};
    const Result<Table> table = previewTable(*bytes);
    return table ? Result<void>() : table.error();
}

Result<SavedCapture> saveCapture(const CapturedRows& captured, const std::filesystem::path& path, IfFileExists then)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        if (const Result<void> written = writeFileAtomically(path, csvOf(captured)); !written)
            return written.error();
        return SavedCapture{path, false, {}};
    }
    if (then == IfFileExists::Refuse)
        return saveBeside(captured, path, fileIsThere(path));
    const Result<std::string> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    const bool begins = holdsNothing(*bytes);
    const Result<std::string> longer =
        begins ? Result<std::string>(csvOf(captured)) : withRowsAppended(*bytes, captured);
    if (!longer)
        return saveBeside(captured, path, longer.error());
    if (const Result<void> written = writeFileAtomically(path, *longer); !written)
        return written.error();
    return SavedCapture{path, !begins, {}};
}

}
