#pragma once

#include "data/table.h"

#include <cstddef>

namespace broto {

/// More different texts than these are no category that can be learned from. Up to here they are one however seldom
/// each of them comes.
inline constexpr std::size_t mostCategories = 32;

/// The most classes a network may tell apart. So many texts are categories if they come often: they can be the target.
inline constexpr std::size_t mostClasses = 256;

/// Whether texts could be classes, if their column is made the target: they are few, or at most mostClasses of which
/// each comes twice on average.
bool canBeClasses(const Column& column);

/// Sets the type of a column from its name, its values and its statistics. `columns`: how many there are in its table;
/// `named`: the table has a header.
void typeColumn(Column& column, std::size_t columns, bool named);

}
