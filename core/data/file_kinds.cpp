#include "data/file_kinds.h"

#include "data/value_text.h"

#include <algorithm>

namespace broto {

namespace {

constexpr std::string_view white = " \t\r\n";

/// From the first sign on that is not white, in lower case; so much of it as tells.
std::string beginOf(std::string_view text)
{
    constexpr std::size_t enough = 4096;
    const std::size_t first = text.find_first_not_of(white);
    return first == std::string_view::npos ? std::string() : lowerCase(text.substr(first, enough));
}

bool isWebPage(std::string_view begin)
{
    return begin.starts_with("<!doctype html") || begin.starts_with("<html") || begin.starts_with("<table") ||
           (begin.starts_with("<") && begin.find("<html") != std::string_view::npos);
}

/// "{" before a quoted name, "[" before "{" or another "[": no list of values begins so.
bool isJson(std::string_view begin)
{
    if (!begin.starts_with('{') && !begin.starts_with('['))
        return false;
    const std::size_t next = begin.find_first_not_of(white, 1);
    const char sign = next == std::string_view::npos ? '\0' : begin[next];
    return begin.front() == '{' ? sign == '"' || sign == '}' : sign == '{' || sign == '[';
}

/// Lines of comments may stand before it.
bool isWeka(std::string_view begin)
{
    return begin.starts_with("@relation") || begin.find("\n@relation") != std::string_view::npos;
}

}

std::optional<Message> problemWithKind(std::string_view text)
{
    const std::string begin = beginOf(text);
    if (isWebPage(begin))
        return message("data.web-page",
                       BROTO_TEXT("core",
                                  "The file is a web page, not a table: often one that asks to log in was saved "
                                  "instead of the file. Download the file anew, or open it in a spreadsheet and "
                                  "save it as CSV."));
    if (begin.starts_with("<?xml"))
        return message("data.xml", BROTO_TEXT("core", "The file is XML, not a table. Export the table as CSV from the "
                                                      "program that made it."));
    if (isJson(begin))
        return message("data.json",
                       BROTO_TEXT("core", "The file is JSON, not a table. Export it as CSV, one line for each "
                                          "reading."));
    if (isWeka(begin))
        return message("data.weka",
                       BROTO_TEXT("core", "The file is a data set of Weka (ARFF), not a table. Open it in Weka "
                                          "and save it as CSV."));
    return std::nullopt;
}

}
