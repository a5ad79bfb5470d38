#pragma once

#include "ui/widgets/tokens.h"

#include <qcustomplot.h>

namespace broto::ui {

/// How a group is called in a plot, and how it is drawn there.
struct LegendEntry {
    QString name;
    QCPScatterStyle symbol;
};

/// The names of a plot's groups, beside it: never on what is drawn. Every line has the same height; what finds no room
/// is counted in the last one, long names are cut. Belongs to the layout of its plot.
class PlotLegend : public QCPLayoutElement {
public:
    static constexpr int lineHeight = 18;

    explicit PlotLegend(QCustomPlot& plot);

    void setEntries(std::vector<LegendEntry> entries);
    void setColours(const Colours& colours) { m_colours = colours; }
    QStringList lines() const;                  ///< as they can be read now
    QString nameAt(const QPointF& place) const; ///< in full; empty where there is none

    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override { return {minimumOuterSizeHint().width(), QWIDGETSIZE_MAX}; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
    void draw(QCPPainter* painter) override;

private:
    std::size_t named() const; ///< entries that have a line of their own
    QString elided(const QString& name) const;

    std::vector<LegendEntry> m_entries;
    Colours m_colours;
};

}
