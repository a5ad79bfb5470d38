#include "ui/widgets/series_plot.h"

#include "ui/widgets/axis_ticks.h"
#include "ui/widgets/cell_text.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_style.h"

#include <qcustomplot.h>

namespace broto::ui {

namespace {

constexpr double headRoom = 0.06;        ///< of the height, above and below the line
constexpr std::size_t mostWindows = 120; ///< in sight: more of them are a smear
constexpr int mostPoints = 200;          ///< with so few, every value has a point

}

SeriesPlot::SeriesPlot(QWidget* parent) : PlotCanvas(parent)
{
    setZoom(Qt::Horizontal);
    setReadOut([this](const QPointF& place) { return readOut(place); });
    plot().addGraph();
    plot().legend->setVisible(false);
    connect(this, &PlotCanvas::restyled, this, &SeriesPlot::style);
    style();
}

void SeriesPlot::setColumns(const Column& values, const Column* times)
{
    m_values = columnFacts(values);
    m_times = times ? columnFacts(*times) : nullptr;
    plot().xAxis->setTicker(m_times ? tickerFor(*m_times) : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    plot().yAxis->setTicker(tickerFor(*m_values));
    setAxisNames(m_times ? columnTitle(*m_times) : tr("Row"), columnTitle(*m_values));
    setNumbers(QString::fromStdString(m_values->name), [this] { return csv(); });
}

void SeriesPlot::setSpan(double first, double last)
{
    m_first = first;
    m_last = last > first ? last : first + 1;
    const QCPRange height = plot().yAxis->range();
    setHome(m_first, m_last, height.lower, height.upper);
}

void SeriesPlot::setWindows(std::vector<WindowBand> windows)
{
    m_windows = std::move(windows);
}

int SeriesPlot::windowsShown() const
{
    return plot().itemCount();
}

void SeriesPlot::drawWindows()
{
    plot().clearItems();
    const auto [from, to] = stretch();
    std::vector<std::size_t> seen;
    for (std::size_t i = 0; i < m_windows.size() && seen.size() <= mostWindows; ++i) {
        if (m_windows[i].to >= from && m_windows[i].from <= to)
            seen.push_back(i);
    }
    if (seen.size() > mostWindows)
        return;
    const Colours colours = coloursFor(palette());
    for (const std::size_t i : seen) {
        // Neighbours may overlap: each has a colour of its own, and both can be seen where they do.
        QColor filling = seriesInk(i % 2 ? 1 : 2, colours);
        auto* band = new QCPItemRect(&plot());
        band->setLayer(QStringLiteral("grid"));
        for (QCPItemPosition* corner : {band->topLeft, band->bottomRight}) {
            corner->setTypeX(QCPItemPosition::ptPlotCoords);
            corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        band->topLeft->setCoords(m_windows[i].from, 0);
        band->bottomRight->setCoords(m_windows[i].to, 1);
        filling.setAlphaF(0.5f);
        band->setPen(QPen(filling, 1));
        filling.setAlphaF(0.13f);
        band->setBrush(filling);
    }
}

void SeriesPlot::show(const Envelope& envelope)
{
    m_envelope = envelope;
    plot().graph(0)->setData(QVector<double>(envelope.x.begin(), envelope.x.end()),
                             QVector<double>(envelope.y.begin(), envelope.y.end()), true);
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (const double value : envelope.y) {
        least = value < least ? value : least;
        most = value > most ? value : most;
    }
    if (least <= most) {
        const double around = m_values->texts() ? 0.6
                              : most > least    ? headRoom * (most - least)
                                                : std::max(std::abs(most) * headRoom, 0.5);
        plot().yAxis->setRange(least - around, most + around);
    }
    style();
    plot().replot(QCustomPlot::rpQueuedReplot);
}

std::pair<double, double> SeriesPlot::stretch() const
{
    const QCPRange range = plot().xAxis->range();
    return {range.lower, range.upper};
}

std::size_t SeriesPlot::stepsAcross() const
{
    return static_cast<std::size_t>(std::max(width(), 100));
}

int SeriesPlot::pointsShown() const
{
    return static_cast<int>(m_envelope.x.size());
}

void SeriesPlot::style()
{
    drawWindows();
    const Colours colours = coloursFor(palette());
    const QColor ink = seriesInk(0, colours);
    plot().graph(0)->setPen(QPen(ink, 1));
    const bool few = m_envelope.x.size() <= mostPoints;
    plot().graph(0)->setScatterStyle(few ? QCPScatterStyle(QCPScatterStyle::ssDisc, ink, ink, 4) : QCPScatterStyle());
    plot().graph(0)->setLineStyle(m_values && m_values->texts() ? QCPGraph::lsStepLeft : QCPGraph::lsLine);
}

QString SeriesPlot::timeText(double time) const
{
    return m_times ? columnValueText(*m_times, time) : tr("Row %1").arg(countText(std::llround(time)));
}

QString SeriesPlot::readOut(const QPointF& place)
{
    if (m_envelope.x.empty())
        return {};
    const double time = plot().xAxis->pixelToCoord(place.x());
    auto next = std::lower_bound(m_envelope.x.begin(), m_envelope.x.end(), time);
    if (next == m_envelope.x.end() || (next != m_envelope.x.begin() && time - *(next - 1) < *next - time))
        --next;
    const auto nearest = static_cast<std::size_t>(next - m_envelope.x.begin());
    return QStringLiteral("%1\n%2: %3")
        .arg(timeText(m_envelope.x[nearest]), columnTitle(*m_values),
             columnValueText(*m_values, m_envelope.y[nearest]));
}

QString SeriesPlot::csv() const
{
    QString text = QStringLiteral("%1,%2\n").arg(csvCell(m_times ? columnTitle(*m_times) : tr("row")),
                                                 csvCell(columnTitle(*m_values)));
    for (std::size_t i = 0; i < m_envelope.x.size(); ++i) {
        const bool plain = !m_times || m_times->numeric();
        const QString time = plain ? QString::number(m_envelope.x[i], 'g', 15) : timeText(m_envelope.x[i]);
        const double value = m_envelope.y[i];
        const QString number = std::isnan(value)   ? QString()
                               : m_values->texts() ? csvCell(columnValueText(*m_values, value))
                                                   : QString::number(value, 'g', 15);
        text += QStringLiteral("%1,%2\n").arg(time, number);
    }
    return text;
}

}
