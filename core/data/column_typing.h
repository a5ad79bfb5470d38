#pragma once

#include "data/table.h"

#include <cstddef>

namespace broto {

/// More different texts than these are no category but free text.
inline constexpr std::size_t mostCategories = 32;

/// Sets the type of a column from its name, its values and its statistics. `columns`: how many there are in its table;
/// `named`: the table has a header.
void typeColumn(Column& column, std::size_t columns, bool named);

}
