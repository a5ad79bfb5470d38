#pragma once

#include "common/message.h"
#include "data/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A header taken apart: "Temperature (°C)" is Temperature in °C, "CO2 (g/s) [maf]" is CO2 [maf] in g/s.
struct HeaderParts {
    std::string name;
    std::string unit; ///< empty: the header has none
    bool unitLast = true;
};
HeaderParts headerParts(std::string_view header);

/// Whether a text is a physical unit: "°C", "km/h", "1/min", "m/s²", "%".
bool isUnit(std::string_view text);

/// Sets header, name and unit of all columns. Empty headers become "column 3", repeated ones get a number ("x_2"),
/// said in a warning. A name that two columns would share stays the whole header.
void nameColumns(std::vector<Column>& columns, const std::vector<std::string>& headers, std::vector<Message>& warnings);

}
