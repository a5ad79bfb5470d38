#pragma once

#include "ui/models/variants_model.h"
#include "ui/widgets/plot_canvas.h"

namespace broto::ui {

/// Variants by how good they are and what they cost: those that no other beats in both are joined by a line.
class TradeOffPlot : public PlotCanvas {
    Q_OBJECT

public:
    enum class Cost { Flash, Ram, Time };

    explicit TradeOffPlot(const VariantsModel& variants, QWidget* parent = nullptr);

    void show(Cost cost);

signals:
    void variantChosen(int row);

private:
    void draw();
    double costOf(int row) const;
    QString costText(int row) const;
    int rowAt(const QPointF& place) const;
    QString readOut(const QPointF& place) const;
    QString csv() const;

    const VariantsModel& m_variants;
    Cost m_cost = Cost::Flash;
};

}
