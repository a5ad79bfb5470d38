#pragma once

#include "ui/models/variants_model.h"
#include "ui/widgets/plot_canvas.h"

class QCPItemText;

namespace broto::ui {

/// Variants by how good they are and what they cost: those that no other beats in both are joined by a line.
class TradeOffPlot : public PlotCanvas {
    Q_OBJECT

public:
    enum class Cost { Flash, Ram, Time };

    explicit TradeOffPlot(const VariantsModel& variants, QWidget* parent = nullptr);

    void show(Cost cost);
    void setChosen(int row); ///< drawn with a ring; -1: none

signals:
    void variantChosen(int row);

private:
    void draw();
    void drawNames(const std::vector<std::size_t>& best);
    void placeNames();
    double costOf(int row) const;
    QString costText(int row) const;
    int rowAt(const QPointF& place) const;
    QString readOut(const QPointF& place) const;
    QString csv() const;

    const VariantsModel& m_variants;
    Cost m_cost = Cost::Flash;
    int m_chosen = -1;
    std::vector<QCPItemText*> m_names; ///< those that matter most first
};

}
