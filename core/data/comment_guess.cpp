#include "data/comment_guess.h"

#include "data/record_reader.h"
#include "data/separator_guess.h"
#include "data/value_text.h"

#include <algorithm>

namespace broto {

namespace {

/// Without the mark, "//" as a whole, and the blanks behind it.
std::string_view behindMark(std::string_view line, char mark)
{
    line = trimmed(line);
    line.remove_prefix(mark == '/' ? 2 : 1);
    return trimmed(line);
}

bool beginsWith(char mark, std::string_view line)
{
    line = trimmed(line);
    if (line.empty() || line.front() != mark)
        return false;
    if (mark == '/')
        return line.starts_with("//");
    // A mark with nothing but a separator behind it is a name, "#,x,y".
    if (line.size() > 1 && (line[1] == ',' || line[1] == ';' || line[1] == '\t' || line[1] == '|'))
        return false;
    // "#N/A" and the like are what spreadsheets write for a missing value.
    return !isMissingText(line.substr(0, line.find_first_of(",;\t| ")));
}

struct Line {
    std::string_view text;
    std::size_t begin = 0;
    std::size_t number = 1;
};

/// The lines of the text's begin. Quotes are not minded: this is about what lines begin with.
std::vector<Line> firstLines(std::string_view text, std::size_t firstLine)
{
    constexpr std::size_t most = 200;
    std::vector<Line> lines;
    std::size_t begin = 0;
    for (std::size_t number = firstLine; lines.size() < most && begin < text.size(); ++number) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (!trimmed(line).empty())
            lines.push_back({line, begin, number});
        begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return lines;
}

std::size_t widthOf(std::string_view line, char separator)
{
    const TableSample sample = takeSample(line, separator, 0);
    return sample.records.empty() ? 0 : sample.records.front().cells.size();
}

/// How many lines begin with the mark, 0 if some of those are rows of the table.
std::size_t countComments(std::string_view text, const std::vector<Line>& lines, char mark, std::optional<char> known)
{
    const auto isMarked = [mark](const Line& line) { return beginsWith(mark, line.text); };
    const auto marked = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), isMarked));
    const bool nothingElse = std::all_of(lines.begin(), lines.end(), [mark](const Line& line) {
        return beginsWith(mark, line.text) &&
               behindMark(line.text, mark) != trimmed(line.text).substr(mark == '/' ? 2 : 1);
    });
    if (nothingElse)
        return marked;
    if (marked == 0 || 2 * marked > lines.size() + 1)
        return 0;
    const char separator = known ? *known : guessSeparator(text, mark).separator;
    const std::size_t width = usualWidth(takeSample(text, separator, mark).records);
    const auto table = std::find_if_not(lines.begin(), lines.end(), isMarked);
    const bool someAreRows = width > 1 && std::any_of(table, lines.end(), [&](const Line& line) {
                                 return isMarked(line) && widthOf(line.text, separator) == width;
                             });
    return someAreRows ? 0 : marked;
}

}

CommentGuess guessComments(std::string_view text, std::optional<char> separator, std::size_t firstLine)
{
    const std::vector<Line> lines = firstLines(text, firstLine);
    for (const char mark : commentMarks) {
        if (const std::size_t count = countComments(text, lines, mark, separator))
            return {mark, message("data.comments-seen",
                                  BROTO_TEXT("core", "%1 of the first %2 lines begin with %3 and are no rows."), count,
                                  lines.size(), mark == '/' ? std::string("//") : std::string(1, mark))};
    }
    return {0, message("data.comments-none", BROTO_TEXT("core", "No line looked at is a comment."))};
}

std::optional<NamesPlace> namesInComment(std::string_view text, char comment, char separator, std::size_t firstLine,
                                         const std::vector<SampleRecord>& records)
{
    const std::vector<Line> lines = firstLines(text.substr(0, records.front().begin), firstLine);
    if (!comment || lines.empty() || !beginsWith(comment, lines.back().text))
        return std::nullopt;
    const std::string_view names = behindMark(lines.back().text, comment);
    const TableSample sample = takeSample(names, separator, 0);
    if (names.empty() || names.front() == comment || sample.records.empty() ||
        sample.records.front().cells.size() != usualWidth(records))
        return std::nullopt;
    const std::vector<std::string>& cells = sample.records.front().cells;
    const bool anyValue = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return numberFormOf(cell).kind != NumberForm::Kind::NotANumber;
    });
    if (anyValue || (cells.size() == 1 && cells.front().find(' ') != std::string::npos))
        return std::nullopt;
    return NamesPlace{static_cast<std::size_t>(names.data() - text.data()), lines.back().number};
}

}
