#pragma once

#include "network/roc.h"
#include "ui/widgets/plot_canvas.h"

#include <QStringList>

namespace broto::ui {

/// How each class parts from the others: true against false positives, one curve a class.
class RocPlot : public PlotCanvas {
    Q_OBJECT

public:
    explicit RocPlot(QWidget* parent = nullptr);

    void show(std::vector<RocCurve> curves, const QStringList& classes);
    int curvesShown() const;
    void retranslate();

private:
    void draw();
    QString csv() const;

    std::vector<RocCurve> m_curves;
    QStringList m_classes;
};

}
