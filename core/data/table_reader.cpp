#include "data/table_reader.h"

#include "common/cancelled.h"
#include "data/csv_dialect.h"
#include "data/file_kinds.h"
#include "data/quoted_lines.h"
#include "data/serial_monitor_text.h"
#include "data/table_filler.h"
#include "data/text_encoding.h"
#include "platform/memory.h"

#include <algorithm>
#include <new>

namespace broto {

namespace {

constexpr std::size_t previewBytes = std::size_t(1) << 20;

Message quotedLines()
{
    return message("data.quoted-lines",
                   BROTO_TEXT("core",
                              "Every line stands in quotation marks as a whole; they were taken off. Spreadsheets "
                              "write so when they save a table that they had not divided into columns."));
}

Message zeroTail(std::string_view table, std::size_t zeros)
{
    const auto lines = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n'));
    return message("data.zero-tail",
                   BROTO_TEXT("core",
                              "Behind line %1 the file holds nothing but zero bytes, %2 of them, which were left "
                              "out: the power may have failed while it was written. See whether the last line is "
                              "whole."),
                   lines + (table.ends_with('\n') ? 0 : 1), zeros);
}

/// The fingerprint stays that of all bytes.
Result<Table> readRows(std::string_view bytes, const ReadOptions& options, ReadingLimits limits,
                       const RunControl& control);

/// A logger whose card was pulled out leaves zeros at the end.
Result<Table> readWithoutZeroTail(std::string_view bytes, std::size_t zeros, const ReadOptions& options,
                                  ReadingLimits limits, const RunControl& control)
{
    const std::string_view text = bytes.substr(0, bytes.size() - zeros);
    Result<Table> table = readRows(text, options, limits, control);
    if (!table)
        return table;
    ReadingProgress unwatched(control, 0);
    const std::optional<ByteSurvey> survey = surveyBytes(bytes, unwatched);
    if (!survey)
        return cancelledByUser();
    table->fingerprint = survey->fingerprint;
    table->warnings.push_back(zeroTail(text, zeros));
    return table;
}

Result<Table> readRows(std::string_view bytes, const ReadOptions& options, ReadingLimits limits,
                       const RunControl& control)
{
    if (const std::size_t zeros = zerosBehindText(bytes); zeros > 0)
        return readWithoutZeroTail(bytes, zeros, options, limits, control);
    if (std::optional<Message> problem = binaryProblem(bytes.substr(0, previewBytes / 16)))
        return *std::move(problem);
    const auto size = static_cast<double>(bytes.size());
    ReadingProgress progress(control, 2 * size);
    const std::optional<ByteSurvey> survey = surveyBytes(bytes, progress);
    if (!survey)
        return cancelledByUser();
    const Result<DecodedText> decoded = DecodedText::decode(bytes, *survey, options.encoding, control);
    if (!decoded)
        return decoded.error();
    if (std::optional<Message> problem = problemWithKind(decoded->text()))
        return *std::move(problem);
    const std::optional<std::string> unquoted = withoutLineQuotes(decoded->text());
    const std::string_view lines = unquoted ? std::string_view(*unquoted) : decoded->text();
    const std::optional<TextWithoutArrows> rewritten = withoutArrows(lines, options.separator);
    const std::string_view text = rewritten ? std::string_view(rewritten->text) : lines;
    const Result<CsvDialect> dialect =
        findDialect(text, options, rewritten ? std::optional(rewritten->separator) : std::nullopt);
    if (!dialect)
        return dialect.error();
    progress.startPart(size, size / static_cast<double>(text.size()));
    Result<Table> table = TableFiller(text, *dialect, options, limits, progress).fill();
    if (!table)
        return table;
    table->encoding = decoded->encoding();
    table->guesses.insert(table->guesses.begin(), decoded->guess());
    table->warnings.insert(table->warnings.begin(), decoded->warnings().begin(), decoded->warnings().end());
    if (unquoted)
        table->warnings.push_back(quotedLines());
    table->fingerprint = survey->fingerprint;
    return table;
}

/// The standard library throws when there is no memory left; here this becomes a sentence.
Result<Table> readRowsOrSayWhy(std::string_view bytes, const ReadOptions& options, ReadingLimits limits,
                               const RunControl& control)
{
    try {
        return readRows(bytes, options, limits, control);
    } catch (const std::bad_alloc&) {
        return tooMuchMemoryError(bytes.size(), availableMemory());
    }
}

/// Whole lines from the begin of a file; all of it where it is small.
std::string_view firstLinesOf(std::string_view bytes)
{
    std::string_view first = bytes.substr(0, previewBytes);
    if (first.size() == bytes.size())
        return bytes;
    const std::size_t lineEnd = first.find_last_of("\r\n");
    if (lineEnd == std::string_view::npos)
        return first;
    // The second byte of a line end in little-endian UTF-16 belongs to it.
    const bool zeroFollows = bytes[lineEnd + 1] == '\0';
    return first.substr(0, lineEnd + (zeroFollows ? 2 : 1));
}

std::uint64_t valueBytes(const Table& table)
{
    std::uint64_t bytes = 0;
    for (const Column& column : table.columns) {
        bytes += column.numbers.size() * sizeof(double) + column.codes.size() * sizeof(std::int32_t);
        for (const std::string& text : column.categories)
            bytes += sizeof text + text.size();
    }
    return bytes;
}

/// What the whole table will take, judged by its first lines. Nothing that is too small to matter is judged.
std::optional<Message> problemWithSize(std::string_view bytes, const ReadOptions& options, std::uint64_t memoryBytes)
{
    const std::string_view first = firstLinesOf(bytes);
    if (first.size() == bytes.size())
        return std::nullopt;
    const Result<Table> table = readRowsOrSayWhy(first, options, {.cutText = true}, {});
    if (!table)
        return std::nullopt; // the whole reading will say why
    const double share = static_cast<double>(bytes.size()) / static_cast<double>(first.size());
    const double converted = table->encoding == Encoding::Utf8 ? 0 : static_cast<double>(bytes.size());
    const double needed = static_cast<double>(valueBytes(*table)) * share + converted;
    if (needed <= static_cast<double>(memoryBytes))
        return std::nullopt;
    return tooMuchMemoryError(static_cast<std::uint64_t>(needed), memoryBytes);
}

}

Result<Table> readTableWithin(std::uint64_t memoryBytes, std::string_view bytes, const ReadOptions& options,
                              const RunControl& control)
{
    if (std::optional<Message> problem = problemWithSize(bytes, options, memoryBytes))
        return *std::move(problem);
    return readRowsOrSayWhy(bytes, options, {.bytes = memoryBytes}, control);
}

Result<Table> readTable(std::string_view bytes, const ReadOptions& options, const RunControl& control)
{
    const std::uint64_t available = availableMemory();
    return readTableWithin(available - available / 8, bytes, options, control);
}

Result<Table> previewTable(std::string_view bytes, const ReadOptions& options, std::size_t rows)
{
    const std::string_view first = firstLinesOf(bytes);
    const bool cut = first.size() < bytes.size();
    const Result<Table> all = readRowsOrSayWhy(first, options, {.cutText = cut}, {});
    if (!all || all->rows <= rows)
        return all;
    Result<Table> shown = readRowsOrSayWhy(first, readingOf(*all), {.rows = rows, .cutText = cut}, {});
    if (shown) {
        shown->guesses = all->guesses;
        shown->warnings = all->warnings;
    }
    return shown;
}

}
