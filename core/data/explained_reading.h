#pragma once

#include "data/table.h"

#include <string_view>

namespace broto {

/// A table that was read as a project says, looks as if a person had chosen all of it. Gives it the reasons that its
/// bytes tell, for everything that they tell alike: what they would have been read as otherwise has been chosen.
void explainReading(Table& table, std::string_view bytes);

}
