#pragma once

#include <qcustomplot.h>

namespace broto::ui {

/// Ticks with names. Where there is no room for all, only every second, third and so on has its own.
class NameTicker : public QCPAxisTickerText {
protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override;
};

/// From now on the labels along a plot's axes never touch: where there is little room, there are fewer ticks.
void keepTicksApart(QCustomPlot& plot);

}
