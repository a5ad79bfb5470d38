#pragma once

#include "data/number_form.h"
#include "data/table.h"

#include <optional>
#include <vector>

namespace broto {

/// Makes numbers of a column of texts: one for each of its categories, NaN for what is missing.
void becomeNumbers(Column& column, const std::vector<double>& ofCategories);

/// What a column of texts is that has numbers with the decimal sign that the rest of the table does not have.
enum class OtherDecimal {
    None,  ///< it has other texts as well
    Taken, ///< all prove it: they are numbers now
    Unsure ///< they are numbers in more than one way, and texts still
};
OtherDecimal takeOtherDecimal(Column& column, const NumberFormat& format);

}
