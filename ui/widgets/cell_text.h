#pragma once

#include "data/table.h"

#include <QString>

#include <memory>
#include <optional>

/// Values of a table as people read them, in the language of the window.
namespace broto::ui {

/// Every digit that the file had; "–" where the value is missing.
QString cellText(const Column& column, std::size_t row);

/// The same for a spreadsheet: without the separators between thousands, and empty where the value is missing.
QString copiedText(const Column& column, std::size_t row);

/// A number or a time of such a column, as exactly as a plot needs it; for texts the category at that place.
QString columnValueText(const Column& column, double value);

/// All that the texts above need to know of a column, without its values.
std::shared_ptr<const Column> columnFacts(const Column& column);

/// "Temperature (°C)": name and unit, for the axis of a plot. The unit is said once, where the name has it already.
QString columnTitle(const Column& column);

/// How many decimals the values of a column are shown with, so that they stand in line: as many as they have, and six
/// digits at most. Nothing where they are not shown as plain numbers.
std::optional<int> shownDecimals(const Column& column);

/// A value with that many decimals; without any, or for what is no number, as cellText.
QString shownText(const Column& column, std::size_t row, std::optional<int> decimals);

}
