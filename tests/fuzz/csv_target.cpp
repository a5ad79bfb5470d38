#include "data/table_reader.h"
#include "fuzz_target.h"
#include "require.h"
#include "table_invariants.h"

using namespace broto;

namespace {

/// Two bytes before the table say which options are given, and their values.
constexpr std::size_t optionBytes = 2;

/// Asking the system how much memory there is takes longer than reading a small table.
Result<Table> readSmall(std::string_view bytes, const ReadOptions& options)
{
    return readTableWithin(std::uint64_t{1} << 30, bytes, options);
}

ReadOptions optionsFrom(std::uint8_t given, std::uint8_t values)
{
    constexpr char separators[] = {',', ';', '\t', '|', ' ', 'x', '"', '\0'};
    constexpr char groups[] = {'.', ',', ' ', '\'', '\0', ';', '1', '"'};
    constexpr char comments[] = {'#', '%', '/', '\0'};
    constexpr Encoding encodings[] = {Encoding::Utf8, Encoding::Utf16, Encoding::Windows1252};
    ReadOptions options;
    if (given & 1)
        options.separator = separators[values & 7];
    if (given & 2)
        options.decimal = values & 8 ? ',' : '.';
    if (given & 4)
        options.grouping = groups[values >> 4 & 7];
    if (given & 8)
        options.header = (values & 128) != 0;
    if (given & 16)
        options.comment = comments[values >> 3 & 3];
    if (given & 32)
        options.encoding = encodings[(values >> 5) % 3];
    if (given & 64) {
        options.dayFirst = (values & 1) != 0;
        options.yearFirst = (values & 6) == 6;
    }
    return options;
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < optionBytes)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + optionBytes, size - optionBytes);
    const ReadOptions options = optionsFrom(data[0], data[1]);
    const Result<Table> table = readSmall(bytes, options);
    const Result<Table> preview = previewTable(bytes, options, bytes.size() + 1);
    require(table.ok() == preview.ok(), "the preview can be read if and only if the table can");
    if (!table) {
        require(table.error().id == preview.error().id, "the preview is refused for the same reason as the table");
        return 0;
    }
    requireSound(*table);
    requireSame(*preview, *table, "a preview of all rows is the table");
    requireSame(readSmall(bytes, readingOf(*table)), *table, "what was found out reads the same table again");
    if (data[0] & 128) { // what fails more seldom need not be looked at each time
        requireSame(readSmall(bytes, options), *table, "the same bytes give the same table");
        const Result<Table> first = previewTable(bytes, options, 1);
        require(first.ok() && first->rows == 1, "the first row can be seen where a table can be read");
    }
    return 0;
}
