#pragma once

#include "data/distribution.h"
#include "ui/widgets/plot_canvas.h"

#include <memory>

namespace broto::ui {

/// Bars of a distribution: ranges of numbers stand, categories lie with their names beside them. Groups are stacked.
class DistributionPlot : public PlotCanvas {
    Q_OBJECT

public:
    explicit DistributionPlot(QWidget* parent = nullptr);

    void show(const Column& column, const RowGroups& groups, const Distribution& distribution);
    int barsShown() const; ///< of all groups, those that are not empty

private:
    void draw();
    void drawRanges();
    void drawCategories();
    void addBars(bool lying);
    void style();
    std::size_t total(std::size_t bar) const;
    QString barName(std::size_t bar) const;
    QString readOut(const QPointF& place);
    QString csv() const;

    std::shared_ptr<const Column> m_column; ///< without its values
    RowGroups m_groups;                     ///< without its rows
    Distribution m_distribution;
};

}
