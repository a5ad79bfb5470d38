#include "ui/widgets/plot_panel.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/tick_room.h"

#include <QEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <qcustomplot.h>

namespace broto::ui {

namespace {

constexpr const char* paleLayer = "pale";
constexpr const char* mainLayer = "main";

QPen curvePen(int curve, const Colours& colours)
{
    // The first curve in the accent colour of the series, the second dashed: they differ without colour, too.
    return QPen(seriesInk(curve, colours), 1, curve % 2 ? Qt::DashLine : Qt::SolidLine);
}

QPen palePen(int series, const Colours& colours)
{
    QColor colour = seriesInk(series, colours);
    colour.setAlphaF(0.55f);
    return QPen(colour, 1);
}

QVector<QCPGraphData> graphData(const std::vector<CurvePoint>& points)
{
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(points.size()));
    for (const CurvePoint& point : points)
        data.append(QCPGraphData(point.epoch, point.value));
    return data;
}

}

PlotPanel::PlotPanel(QWidget* parent)
    : QWidget(parent),
      m_plot(new QCustomPlot(this)),
      m_marker(new QCPItemStraightLine(m_plot)),
      m_markerText(new QCPItemText(m_plot))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setMinimumSize(200, 120);
    m_plot->addLayer(QLatin1String(paleLayer), m_plot->layer(QLatin1String(mainLayer)), QCustomPlot::limBelow);
    m_markerText->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_markerText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_markerText->setPadding(QMargins(4, 2, 4, 2));
    m_markerText->setClipToAxisRect(true);
    m_markerText->setLayer(QStringLiteral("overlay")); // above the legend, which begins beside it
    clearMarker();
    m_plot->legend->setVisible(true);
    setLegendCorner(Qt::AlignTop | Qt::AlignRight);
    m_plot->axisRect()->setMinimumMargins(QMargins(space::small, space::small, space::large, space::small));
    m_plot->setFocusPolicy(Qt::NoFocus);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        const bool inside = m_plot->axisRect()->rect().contains(event->pos());
        const double epoch = m_plot->xAxis->pixelToCoord(event->position().x());
        QToolTip::showText(event->globalPosition().toPoint(), inside ? textAt(epoch) : QString(), m_plot);
    });
    keepTicksApart(*m_plot);
    applyColours();
}

void PlotPanel::setLegendCorner(Qt::Alignment corner)
{
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, corner);
    m_markerAtBottom = corner.testFlag(Qt::AlignBottom);
}

void PlotPanel::setLogarithmic(bool logarithmic)
{
    if (logarithmic == this->logarithmic())
        return;
    QCPAxis& axis = *m_plot->yAxis;
    axis.setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic)
        axis.setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    else
        axis.setTicker(QSharedPointer<QCPAxisTicker>::create());
    axis.setNumberFormat(logarithmic ? QStringLiteral("eb") : QStringLiteral("gb"));
    axis.setNumberPrecision(logarithmic ? 0 : 8);
    rescale();
}

bool PlotPanel::logarithmic() const
{
    return m_plot->yAxis->scaleType() == QCPAxis::stLogarithmic;
}

void PlotPanel::addGraph(const char* layer)
{
    m_plot->addGraph()->setLayer(QLatin1String(layer));
}

void PlotPanel::setCurves(int count)
{
    m_plot->clearGraphs();
    m_paleSeries.clear();
    m_curves = count;
    for (int i = 0; i < count; ++i)
        addGraph(mainLayer);
    applyColours();
}

void PlotPanel::setPaleCurves(const std::vector<PaleCurve>& curves)
{
    while (m_plot->graphCount() > m_curves)
        m_plot->removeGraph(m_plot->graphCount() - 1);
    m_paleSeries.clear();
    for (const PaleCurve& curve : curves) {
        addGraph(paleLayer);
        QCPGraph& graph = *m_plot->graph(m_plot->graphCount() - 1);
        graph.setName(curve.name);
        graph.data()->set(graphData(curve.points), true);
        m_paleSeries.push_back(curve.series);
    }
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

void PlotPanel::setData(int curve, const std::vector<CurvePoint>& points)
{
    m_plot->graph(curve)->data()->set(graphData(points), true);
}

void PlotPanel::setMarker(double x, const QString& text)
{
    m_marker->point1->setCoords(x, 0);
    m_marker->point2->setCoords(x, 1);
    m_marker->setVisible(true);
    m_markerText->setText(text);
    m_markerText->position->setCoords(x, m_markerAtBottom ? 1 : 0);
    m_markerText->setVisible(!text.isEmpty());
}

void PlotPanel::clearMarker()
{
    m_marker->setVisible(false);
    m_markerText->setVisible(false);
}

void PlotPanel::rescale()
{
    bool empty = true;
    for (int i = 0; i < m_plot->graphCount(); ++i) {
        const bool drawn = m_plot->graph(i)->dataCount() > 0;
        if (drawn != m_plot->legend->hasItemWithPlottable(m_plot->graph(i))) {
            if (drawn)
                m_plot->graph(i)->addToLegend();
            else
                m_plot->graph(i)->removeFromLegend();
        }
        empty = empty && !drawn;
    }
    m_plot->legend->setVisible(!empty);
    if (empty) {
        m_plot->xAxis->setRange(0, 1);
        m_plot->yAxis->setRange(logarithmic() ? 0.01 : 0, 1);
    } else {
        m_plot->rescaleAxes();
        m_plot->yAxis->scaleRange(1.1);
    }
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        axis->setTickLabels(!empty);
    // Beside the marker, on the side where the legend is not.
    const bool beyondMiddle = m_markerText->position->key() > m_plot->xAxis->range().center();
    m_markerText->setPositionAlignment((beyondMiddle ? Qt::AlignRight : Qt::AlignLeft) |
                                       (m_markerAtBottom ? Qt::AlignBottom : Qt::AlignTop));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

int PlotPanel::points(int curve) const
{
    return m_plot->graph(curve)->dataCount();
}

int PlotPanel::paleCurves() const
{
    return m_plot->graphCount() - m_curves;
}

QString PlotPanel::textAt(double epoch) const
{
    QStringList lines;
    for (int i = 0; i < m_plot->graphCount(); ++i) {
        const QCPGraphDataContainer& all = *m_plot->graph(i)->data();
        if (all.isEmpty() || epoch > (all.constEnd() - 1)->key + 1)
            continue; // it had ended by then
        auto nearest = all.findBegin(epoch);
        const auto next = nearest + 1;
        if (next != all.constEnd() && next->key - epoch < epoch - nearest->key)
            nearest = next;
        if (lines.isEmpty())
            lines << tr("Epoch %1").arg(countText(static_cast<std::int64_t>(nearest->key)));
        lines << QStringLiteral("%1: %2").arg(m_plot->graph(i)->name(), valueText(nearest->value));
    }
    return lines.join(u'\n');
}

void PlotPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        applyColours();
    QWidget::changeEvent(event);
}

void PlotPanel::applyColours()
{
    const Colours colours = coloursFor(palette());
    stylePlot(*m_plot, colours);
    m_marker->setPen(QPen(colours.muted, 1, Qt::DotLine));
    m_markerText->setFont(fontFor(Type::Note));
    m_markerText->setColor(colours.muted);
    for (int i = 0; i < m_curves; ++i)
        m_plot->graph(i)->setPen(curvePen(i, colours));
    for (std::size_t i = 0; i < m_paleSeries.size(); ++i)
        m_plot->graph(m_curves + static_cast<int>(i))->setPen(palePen(m_paleSeries[i], colours));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

}
