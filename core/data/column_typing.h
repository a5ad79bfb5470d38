#pragma once

#include "data/table.h"

#include <cstddef>
#include <vector>

namespace broto {

/// More different texts than these are no category but free text.
inline constexpr std::size_t mostCategories = 32;

/// Sets the type of every column from its name, its values and its statistics. `named`: the table has a header.
void typeColumns(std::vector<Column>& columns, bool named);

}
