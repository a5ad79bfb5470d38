#pragma once

#include "data/table.h"

#include <QString>

#include <memory>

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

/// "Temperature (°C)": name and unit, for the axis of a plot.
QString columnTitle(const Column& column);

}
