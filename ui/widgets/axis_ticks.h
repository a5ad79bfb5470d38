#pragma once

#include "data/table.h"

#include <QSharedPointer>

class QCPAxisTicker;

namespace broto::ui {

/// Ticks for the values of a column along an axis: round numbers, times of day or dates, or the names of categories.
QSharedPointer<QCPAxisTicker> tickerFor(const Column& column);

}
