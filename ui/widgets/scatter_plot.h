#pragma once

#include "data/scatter_sample.h"
#include "ui/widgets/plot_canvas.h"

#include <memory>

namespace broto::ui {

/// What a scatter plot draws. The columns may be the table's own.
struct ScatterPoints {
    std::shared_ptr<const Table> table;
    std::size_t across = 0; ///< which column of the table x is
    std::shared_ptr<const Column> x, y;
    RowGroups groups; ///< without its rows
    ScatterSample sample;
};

/// Points in the colour and the shape of their group. Categories are spread out a little, so that points of one
/// category do not all hide each other.
class ScatterPlot : public PlotCanvas {
    Q_OBJECT

public:
    explicit ScatterPlot(QWidget* parent = nullptr);

    void show(ScatterPoints points);
    int pointsShown() const;

private:
    void style();
    double placeOf(const Column& column, std::size_t point, double value) const;
    void setHomeAround();
    QString readOut(const QPointF& place);
    QString csv() const;

    ScatterPoints m_points;
};

}
