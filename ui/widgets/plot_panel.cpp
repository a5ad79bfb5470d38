#include "ui/widgets/plot_panel.h"

#include "ui/widgets/plot_style.h"

#include <QEvent>
#include <QVBoxLayout>
#include <qcustomplot.h>

namespace broto::ui {

namespace {

QPen curvePen(int curve, const Colours& colours)
{
    // The first curve in the accent colour of the series, the second dashed: they differ without colour, too.
    return QPen(seriesInk(curve, colours), 1, curve % 2 ? Qt::DashLine : Qt::SolidLine);
}

}

PlotPanel::PlotPanel(QWidget* parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_marker(new QCPItemStraightLine(m_plot))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setMinimumSize(240, 140);
    m_marker->setVisible(false);
    m_plot->legend->setVisible(true);
    setLegendCorner(Qt::AlignTop | Qt::AlignRight);
    m_plot->axisRect()->setMinimumMargins(QMargins(space::small, space::small, space::large, space::small));
    m_plot->setFocusPolicy(Qt::NoFocus);
    applyColours();
}

void PlotPanel::setLegendCorner(Qt::Alignment corner)
{
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, corner);
}

void PlotPanel::setCurves(int count)
{
    m_plot->clearGraphs();
    for (int i = 0; i < count; ++i)
        m_plot->addGraph();
    applyColours();
}

void PlotPanel::setCurveName(int curve, const QString& name)
{
    m_plot->graph(curve)->setName(name);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotPanel::setAxisNames(const QString& horizontal, const QString& vertical)
{
    m_plot->xAxis->setLabel(horizontal);
    m_plot->yAxis->setLabel(vertical);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotPanel::setData(int curve, const QVector<double>& x, const QVector<double>& y)
{
    m_plot->graph(curve)->setData(x, y, true);
}

void PlotPanel::setMarker(double x, bool visible)
{
    m_marker->point1->setCoords(x, 0);
    m_marker->point2->setCoords(x, 1);
    m_marker->setVisible(visible);
}

void PlotPanel::rescale()
{
    bool empty = true;
    for (int i = 0; i < m_plot->graphCount(); ++i)
        empty = empty && m_plot->graph(i)->dataCount() == 0;
    m_plot->legend->setVisible(!empty);
    if (empty) {
        m_plot->xAxis->setRange(0, 1);
        m_plot->yAxis->setRange(0, 1);
    } else {
        m_plot->rescaleAxes();
        m_plot->yAxis->scaleRange(1.1);
    }
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        axis->setTickLabels(!empty);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

int PlotPanel::points(int curve) const
{
    return m_plot->graph(curve)->dataCount();
}

void PlotPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange)
        applyColours();
    QWidget::changeEvent(event);
}

void PlotPanel::applyColours()
{
    const Colours colours = coloursFor(palette());
    stylePlot(*m_plot, colours);
    m_marker->setPen(QPen(colours.muted, 1, Qt::DotLine));
    for (int i = 0; i < m_plot->graphCount(); ++i)
        m_plot->graph(i)->setPen(curvePen(i, colours));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

}
