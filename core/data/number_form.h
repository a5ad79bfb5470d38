#pragma once

#include <string>
#include <string_view>

namespace broto {

/// How numbers are written.
struct NumberFormat {
    char decimal = '.'; ///< '.' or ','
    char grouping = 0;  ///< sets thousands apart: '.' ',' ' ' '\'', or 0 for nothing
    bool operator==(const NumberFormat&) const = default;
};

/// What the marks within a text that looks like a number can be, whatever the format.
struct NumberForm {
    enum class Kind {
        NotANumber,
        Plain,  ///< no mark
        Marked, ///< its marks can have one meaning only: `decimal` and `grouping`, 0 where there is none
        Either  ///< "1,234": with a decimal mark or with its thousands set apart by it (`decimal` is that mark)
    };
    Kind kind = Kind::NotANumber;
    char decimal = 0;
    char grouping = 0;
};

/// Spaces are those that do not break a line as well.
NumberForm numberFormOf(std::string_view text);

/// The same number without what sets its thousands apart by that mark.
std::string withoutGrouping(std::string_view text, char grouping);

}
