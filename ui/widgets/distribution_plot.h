#pragma once

#include "data/distribution.h"
#include "ui/widgets/plot_canvas.h"

#include <memory>

namespace broto::ui {

/// Bars of a distribution: ranges of numbers stand, categories lie with their names beside them. Groups are stacked.
/// Rare categories that there is no room for share the last bar.
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
    std::size_t barsThatFit() const;
    void fit();
    QString barName(std::size_t bar) const;
    QString nameOf(const Distribution& distribution, std::size_t bar) const;
    QString readOut(const QPointF& place);
    QString csv() const;

    std::shared_ptr<const Column> m_column; ///< without its values
    RowGroups m_groups;                     ///< without its rows
    Distribution m_all;
    Distribution m_distribution; ///< with as many categories as there is room for
};

}
