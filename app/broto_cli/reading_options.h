#pragma once

#include "data/table.h"

#include <string>

namespace CLI {
class App;
}

namespace broto {

/// How a table is to be read, as it was typed; the parser has checked each of them. Empty: it is found out.
struct ReadingOptions {
    std::string separator;
    std::string decimal;
    std::string grouping;
    std::string encoding;
    std::string header;
    std::string comment;
    std::string dateOrder;
};

/// For every command that reads a table: --separator, --decimal, --grouping, --encoding, --header, --comment and
/// --date-order.
void addReadingOptions(CLI::App& command, ReadingOptions& options);

ReadOptions readOptions(const ReadingOptions& options);

}
