#pragma once

#include "common/run_control.h"
#include "data/data_choices.h"
#include "data/dataset.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace broto {

/// Rows of a table told apart by colour where data are drawn: by their class, by the quarter in which a number that is
/// learned lies, or by their part of the split.
struct RowGroups {
    enum class By { Nothing, Class, Quarter, Part };
    static constexpr std::int16_t none = -1;
    /// With more classes than this, the rarer ones are one group.
    static constexpr std::size_t mostClasses = 12;

    By by = By::Nothing;
    std::size_t count = 1;            ///< of the groups
    std::vector<std::int16_t> ofRow;  ///< 0 .. count - 1, or none; empty for Nothing: all rows are in group 0
    std::vector<std::string> classes; ///< Class: the names; one group more than these holds the rarer classes
    std::array<double, 5> borders{};  ///< Quarter: the smallest value, the quartiles, the largest value

    std::int16_t group(std::size_t row) const { return ofRow.empty() ? std::int16_t{0} : ofRow[row]; }
};

/// By the target's classes or the quarters of its values; Nothing where none is chosen, or it has too few values.
RowGroups groupsByTarget(const Table& table, const DataChoices& choices);

/// Training, validation and test rows of a table; none: rows that are not used.
RowGroups groupsByPart(const Dataset& dataset, const DataChoices& choices, std::size_t rows);

/// A column as the choices want it; as it stands in the table where that cannot be. The table must outlive the result,
/// which shares it where it is given as shared.
std::shared_ptr<const Column> columnAsChosen(const Table& table, const DataChoices& choices, std::size_t column);
std::shared_ptr<const Column> columnAsChosen(const std::shared_ptr<const Table>& table, const DataChoices& choices,
                                             std::size_t column);

}
