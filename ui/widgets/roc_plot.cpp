#include "ui/widgets/roc_plot.h"

#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_style.h"

#include <qcustomplot.h>

#include <cmath>

namespace broto::ui {

namespace {

/// Classes beyond the six colours are dashed as well.
QPen curvePen(int index, const Colours& colours)
{
    constexpr int colourCount = 6;
    return QPen(seriesInk(index, colours), 1, index / colourCount % 2 ? Qt::DashLine : Qt::SolidLine);
}

}

RocPlot::RocPlot(QWidget* parent) : PlotCanvas(parent)
{
    constexpr double room = 0.02; // so that a perfect curve does not lie on the border
    setHome(-room, 1 + room, -room, 1 + room);
    connect(this, &PlotCanvas::restyled, this, &RocPlot::draw);
    retranslate();
}

void RocPlot::show(std::vector<RocCurve> curves, const QStringList& classes)
{
    m_curves = std::move(curves);
    m_classes = classes;
    draw();
}

int RocPlot::curvesShown() const
{
    return plot().graphCount() - (plot().graphCount() > 0 ? 1 : 0);
}

void RocPlot::draw()
{
    const Colours colours = coloursFor(palette());
    plot().clearGraphs();
    QCPGraph* guess = plot().addGraph();
    guess->setPen(QPen(colours.muted, 1, Qt::DashLine));
    guess->setData({0, 1}, {0, 1}, true);
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        if (std::isnan(m_curves[i].area))
            continue;
        const int index = static_cast<int>(i);
        QCPGraph* graph = plot().addGraph();
        graph->setPen(curvePen(index, colours));
        graph->setAdaptiveSampling(true);
        const auto& across = m_curves[i].falsePositiveRates;
        const auto& up = m_curves[i].truePositiveRates;
        graph->setData(QVector<double>(across.begin(), across.end()), QVector<double>(up.begin(), up.end()), true);
    }
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void RocPlot::retranslate()
{
    setAccessibleName(tr("ROC curves"));
    setAxisNames(tr("False positives"), tr("Recall"));
    setToolTip(
        tr("Across: the share of other rows that are taken for the class. Up: the share of its own rows that are "
           "found. The surer an answer must be, the fewer of both."));
    setNumbers(tr("ROC curves"), [this] { return csv(); });
    draw();
}

QString RocPlot::csv() const
{
    QString text = QStringLiteral("%1,%2,%3\n").arg(tr("class"), tr("false positives"), tr("true positives"));
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        for (std::size_t point = 0; point < m_curves[i].falsePositiveRates.size(); ++point)
            text += QStringLiteral("%1,%2,%3\n")
                        .arg(csvCell(m_classes[static_cast<int>(i)]),
                             QString::number(m_curves[i].falsePositiveRates[point]),
                             QString::number(m_curves[i].truePositiveRates[point]));
    return text;
}

}
