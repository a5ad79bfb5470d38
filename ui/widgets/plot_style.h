#pragma once

#include "ui/widgets/tokens.h"

class QCustomPlot;

namespace broto::ui {

/// Background, axes, grid and legend of a plot in the colours and letters of the theme.
void stylePlot(QCustomPlot& plot, const Colours& colours);

/// A colour of the series that can be told from the surface of the theme.
QColor seriesInk(int index, const Colours& colours);

}
