#pragma once

#include "data/data_choices.h"

#include <QSharedPointer>

class QCPAxisTicker;

namespace broto::ui {

/// Ticks for how good networks are: none beyond 1, which is as good as one can be, and an accuracy in percent.
QSharedPointer<QCPAxisTicker> qualityTicks(Task task);

}
