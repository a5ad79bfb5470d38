#pragma once

#include <qcustomplot.h>

namespace broto::ui {

/// Bars that are filled to their edges, with a gap between neighbours only. However small a count is beside the others,
/// it can be seen: it takes a pixel at least, and bars stacked on it move up by that. Belongs to the plot of its axes.
class StackedBars : public QCPBars {
public:
    StackedBars(QCPAxis* keyAxis, QCPAxis* valueAxis) : QCPBars(keyAxis, valueAxis) {}

protected:
    void draw(QCPPainter* painter) override;

private:
    double countAt(double key) const;
    double lengthInPixels(double key) const;
    double baseInPixels(double key) const; ///< how far from the axis the bar at a place begins
};

}
