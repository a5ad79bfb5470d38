#pragma once

#include "data/row_groups.h"
#include "ui/widgets/tokens.h"

#include <QBrush>
#include <QString>

namespace broto::ui {

/// How the groups of rows look and are called wherever data are drawn. `group` may be `groups.count`: the rows that are
/// in none.
QColor groupColour(const RowGroups& groups, std::size_t group, const Colours& colours);

/// Groups beyond the six colours are hatched as well.
QBrush groupBrush(const RowGroups& groups, std::size_t group, const Colours& colours);

/// "setosa"; "CO2 from 1.2 to 3.4"; "Training".
QString groupName(const RowGroups& groups, std::size_t group);

}
