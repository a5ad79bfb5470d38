#pragma once

#include "compression/value_bars.h"
#include "ui/widgets/plot_canvas.h"

namespace broto::ui {

/// How often values occur in a model, as bars, and in the float network, as a line over them.
class ValueBarsPlot : public PlotCanvas {
    Q_OBJECT

public:
    explicit ValueBarsPlot(QWidget* parent = nullptr);

    /// `across`: what the values are. `name`: the model's.
    void show(const ValueBars& bars, const QString& across, const QString& name);

private:
    void draw();
    QString readOut(const QPointF& place) const;
    QString csv() const;

    ValueBars m_bars;
    QString m_across, m_name;
};

}
