#include "data/quoted_lines.h"

#include "data/separator_guess.h"
#include "data/table_sample.h"
#include "data/value_text.h"

#include <algorithm>

namespace broto {

namespace {

/// Takes a line with its end off the front.
std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    const std::string_view line = text.substr(0, end + 1);
    text.remove_prefix(end + 1);
    return line;
}

std::string_view withoutEnd(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || isBlank(line.back())))
        line.remove_suffix(1);
    return line;
}

/// What stands between a line's quotation marks, of which the ones within are doubled. Nothing: they are not around all
/// of it.
std::optional<std::string> withinQuotes(std::string_view line)
{
    if (line.size() < 2 || line.front() != '"' || line.back() != '"')
        return std::nullopt;
    line = line.substr(1, line.size() - 2);
    std::string within;
    for (std::size_t i = 0; i < line.size(); ++i) {
        within += line[i];
        if (line[i] == '"' && (++i == line.size() || line[i] != '"'))
            return std::nullopt;
    }
    return within;
}

/// Whether what stands within the quotation marks of the first lines is divided evenly.
bool holdsTable(std::string_view text)
{
    constexpr int most = 50;
    std::string within;
    for (int lines = 0; lines < most && !text.empty();) {
        const std::string_view line = withoutEnd(takeLine(text));
        if (line.empty())
            continue;
        const std::optional<std::string> content = withinQuotes(line);
        if (!content)
            return false;
        within.append(*content) += '\n';
        ++lines;
    }
    const char separator = guessSeparator(within, 0).separator;
    const std::vector<SampleRecord> records = takeSample(within, separator, 0).records;
    return separator != ' ' && records.size() > 1 && records.front().cells.size() > 1 &&
           std::all_of(records.begin(), records.end(),
                       [&](const SampleRecord& record) { return record.cells.size() == records.front().cells.size(); });
}

}

std::optional<std::string> withoutLineQuotes(std::string_view text)
{
    if (!text.starts_with('"') || !holdsTable(text))
        return std::nullopt;
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::string_view line = takeLine(text);
        const std::string_view bare = withoutEnd(line);
        result.append(withinQuotes(bare).value_or(std::string(bare))).append(line.substr(bare.size()));
    }
    return result;
}

}
