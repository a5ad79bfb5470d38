#pragma once

#include <qcustomplot.h>

namespace broto::ui {

/// How the points of a group are drawn: groups differ by their shape as well.
QCPScatterStyle groupSymbol(std::size_t group, const QColor& colour);

}
