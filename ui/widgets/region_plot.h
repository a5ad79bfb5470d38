#pragma once

#include "data/dataset.h"
#include "network/decision_regions.h"
#include "ui/widgets/plot_canvas.h"
#include "ui/widgets/tokens.h"

#include <memory>

class QCPItemPixmap;

namespace broto::ui {

/// What a network answers in the plane of two features: areas in the colours of the classes, the paler the less sure it
/// is; or, where it answers numbers, the stronger the larger. Training rows lie on top in the same colours.
class RegionPlot : public PlotCanvas {
    Q_OBJECT

public:
    explicit RegionPlot(QWidget* parent = nullptr);

    void show(DecisionRegions regions, const RegionChoice& choice, std::shared_ptr<const Dataset> dataset);
    const DecisionRegions& regions() const { return m_regions; }

private:
    void draw();
    void drawAreas(const Colours& colours);
    void drawClasses(const Colours& colours);
    void drawValues(const Colours& colours);
    QColor colourOf(float answer, const Colours& colours) const;
    QString answerText(float answer) const;
    QString readOut(const QPointF& place) const;
    QString csv() const;

    DecisionRegions m_regions;
    RegionChoice m_choice;
    std::shared_ptr<const Dataset> m_dataset;
    QCPItemPixmap* m_areas;
    double m_lowest = 0, m_highest = 1; ///< of the values
};

}
