#include "ui/widgets/series_plot.h"

#include "ui/widgets/axis_ticks.h"
#include "ui/widgets/cell_text.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"
#include "ui/widgets/plot_style.h"

#include <qcustomplot.h>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr double laneHeadRoom = 0.06;    ///< of the height, above and below the line
constexpr std::size_t mostWindows = 120; ///< in sight: more of them are a smear
constexpr int mostPoints = 200;          ///< with so few, every value has a point
constexpr int laneHeight = 8;            ///< pixels
constexpr int mostLanes = 6;
constexpr double bracketWidth = 3;
constexpr double lanePointSize = 10; ///< in the legend

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
    const QString across = m_times ? columnTitle(*m_times) : tr("Row");
    setAxisNames(m_recordings ? tr("%1, recordings end to end").arg(across) : across, columnTitle(*m_values));
    setNumbers(QString::fromStdString(m_values->name), [this] { return csv(); });
}

void SeriesPlot::setSpan(double first, double last)
{
    m_first = first;
    m_last = last > first ? last : first + 1;
    const QCPRange height = plot().yAxis->range();
    setHome(m_first, m_last, height.lower, height.upper);
}

void SeriesPlot::setOwnTimes(std::optional<LaidRecordings> recordings)
{
    m_recordings = std::move(recordings);
}

void SeriesPlot::setWindows(std::vector<WindowBand> windows, const std::vector<std::string>& classes)
{
    m_windows = std::move(windows);
    m_classes = classes;
    layWindows();
    nameClasses();
}

/// Windows that overlap lie in different lanes.
void SeriesPlot::layWindows()
{
    m_lanes.clear();
    std::vector<double> ends;
    for (const WindowBand& window : m_windows) {
        auto lane = std::find_if(ends.begin(), ends.end(), [&](double end) { return end < window.from; });
        if (lane == ends.end() && ends.size() < mostLanes)
            lane = ends.insert(ends.end(), window.to);
        else if (lane == ends.end())
            lane = std::min_element(ends.begin(), ends.end());
        *lane = window.to;
        m_lanes.push_back(static_cast<int>(lane - ends.begin()));
    }
    m_laneCount = static_cast<int>(ends.size());
}

void SeriesPlot::nameClasses()
{
    const Colours colours = coloursFor(palette());
    std::vector<LegendEntry> legend;
    for (std::size_t i = 0; i < m_classes.size() && !m_windows.empty(); ++i)
        legend.push_back({QString::fromStdString(m_classes[i]),
                          QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(Qt::NoPen),
                                          QBrush(seriesInk(static_cast<int>(i), colours)), lanePointSize)});
    setLegend(std::move(legend));
}

double SeriesPlot::bracketRoom() const
{
    constexpr double most = 0.3;
    const double height = std::max(plot().axisRect()->height(), 1);
    return windowsShown() > 0 ? std::min((m_laneCount + 1) * laneHeight / height, most) : 0;
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
    const double height = std::max(plot().axisRect()->height(), 1);
    for (const std::size_t i : seen) {
        auto* bracket = new QCPItemLine(&plot());
        for (QCPItemPosition* end : {bracket->start, bracket->end}) {
            end->setTypeX(QCPItemPosition::ptPlotCoords);
            end->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        const double up = 1 - (m_lanes[i] + 0.75) * laneHeight / height;
        bracket->start->setCoords(m_windows[i].from, up);
        bracket->end->setCoords(m_windows[i].to, up);
        const QColor ink = m_classes.empty() ? colours.muted : seriesInk(m_windows[i].label, colours);
        bracket->setPen(QPen(ink, bracketWidth, Qt::SolidLine, Qt::FlatCap));
        const QCPLineEnding tick(QCPLineEnding::esBar, laneHeight - 1.0, 1);
        bracket->setHead(tick);
        bracket->setTail(tick);
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
                              : most > least    ? laneHeadRoom * (most - least)
                                                : std::max(std::abs(most) * laneHeadRoom, 0.5);
        drawWindows();
        const double room = bracketRoom();
        plot().yAxis->setRange(least - around - (most - least + 2 * around) * room / (1 - room), most + around);
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

int SeriesPlot::breaksShown() const
{
    return static_cast<int>(std::ranges::count_if(m_envelope.y, [](double value) { return std::isnan(value); }));
}

void SeriesPlot::style()
{
    drawWindows();
    nameClasses();
    const Colours colours = coloursFor(palette());
    const QColor ink = m_windows.empty() || m_classes.empty() ? seriesInk(0, colours) : colours.text;
    plot().graph(0)->setPen(QPen(ink, 1));
    const bool few = m_envelope.x.size() <= mostPoints;
    plot().graph(0)->setScatterStyle(few ? QCPScatterStyle(QCPScatterStyle::ssDisc, ink, ink, 4) : QCPScatterStyle());
    plot().graph(0)->setLineStyle(m_values && m_values->texts() ? QCPGraph::lsStepLeft : QCPGraph::lsLine);
}

QString SeriesPlot::timeText(double time) const
{
    const double own = m_recordings ? m_recordings->ownTime(time) : time;
    return m_times ? columnValueText(*m_times, own) : tr("Row %1").arg(countText(std::llround(time)));
}

QString SeriesPlot::readOut(const QPointF& place)
{
    if (m_envelope.x.empty())
        return {};
    const double time = plot().xAxis->pixelToCoord(place.x());
    auto next = std::lower_bound(m_envelope.x.begin(), m_envelope.x.end(), time);
    if (next == m_envelope.x.end() || (next != m_envelope.x.begin() && time - *(next - 1) < *next - time))
        --next;
    auto nearest = static_cast<std::size_t>(next - m_envelope.x.begin());
    if (std::isnan(m_envelope.y[nearest]) && nearest + 1 < m_envelope.y.size())
        ++nearest; // where the line is broken
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
