#pragma once

#include "ui/models/variants_model.h"
#include "ui/widgets/plot_canvas.h"

class QCPGraph;
class QCPItemText;

namespace broto::ui {

/// Variants by how good they are and what they cost: those that no other beats in both are joined by a line.
class TradeOffPlot : public PlotCanvas {
    Q_OBJECT

public:
    enum class Cost { Flash, Ram, Time };

    explicit TradeOffPlot(const VariantsModel& variants, QWidget* parent = nullptr);

    void show(Cost cost);
    void setChosen(int row);        ///< drawn with a ring, above the others; -1: none
    QStringList namesShown() const; ///< beside their points, as far as there is room

signals:
    void variantChosen(int row);

private:
    struct Mark {
        int row = 0;
        QPointF place; ///< in pixels, where it is drawn: beside another that would cover it
        QCPGraph* dot = nullptr;
        QCPGraph* ring = nullptr; ///< of the chosen one alone
        QCPItemText* name = nullptr;
    };

    void draw();
    void drawMark(int row);
    void nameAxes();
    void placeMarks();
    void placeNames();
    double costOf(int row) const;
    QString costText(int row) const;
    int rowAt(const QPointF& place) const;
    QString readOut(const QPointF& place) const;
    QString csv() const;

    const VariantsModel& m_variants;
    Cost m_cost = Cost::Flash;
    int m_chosen = -1;
    std::vector<Mark> m_marks; ///< those whose names matter most first
};

}
