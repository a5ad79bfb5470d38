#include "ui/widgets/live_plot.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"
#include "ui/widgets/plot_style.h"

#include <qcustomplot.h>

#include <algorithm>

namespace broto::ui {

namespace {
constexpr Qt::PenStyle seriesDashes[] = {Qt::SolidLine, Qt::DashLine}; ///< where the colours begin again
constexpr int seriesColours = 6;
}

LivePlot::LivePlot(QWidget* parent) : PlotCanvas(parent)
{
    setZoom(Qt::Horizontal);
    setReadOut([this](const QPointF& place) { return readOut(place); });
    connect(this, &PlotCanvas::restyled, this, &LivePlot::style);
    nameAxes();
}

void LivePlot::show(PlottedStretch stretch, const QStringList& names)
{
    m_stretch = std::move(stretch);
    const bool others = std::exchange(m_names, names) != names;
    while (plot().graphCount() > static_cast<int>(m_stretch.lines.size()))
        plot().removeGraph(plot().graphCount() - 1);
    while (plot().graphCount() < static_cast<int>(m_stretch.lines.size()))
        plot().addGraph();
    for (int i = 0; i < plot().graphCount(); ++i) {
        const Envelope& line = m_stretch.lines[static_cast<std::size_t>(i)];
        plot().graph(i)->setData(QVector<double>(line.x.begin(), line.x.end()),
                                 QVector<double>(line.y.begin(), line.y.end()), true);
    }
    if (others)
        style();
    setHome(m_stretch.from, m_stretch.to, m_stretch.least, m_stretch.most);
}

std::size_t LivePlot::stepsAcross() const
{
    return static_cast<std::size_t>(std::max(width(), 100));
}

std::size_t LivePlot::pointsShown() const
{
    std::size_t points = 0;
    for (const Envelope& line : m_stretch.lines)
        points += line.x.size();
    return points;
}

void LivePlot::changeEvent(QEvent* event)
{
    PlotCanvas::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameAxes();
}

void LivePlot::style()
{
    const Colours colours = coloursFor(palette());
    std::vector<LegendEntry> entries;
    for (int i = 0; i < plot().graphCount(); ++i) {
        const QPen pen(seriesInk(i, colours), 1, seriesDashes[i / seriesColours % 2]);
        plot().graph(i)->setPen(pen);
        entries.push_back({m_names.value(i), QCPScatterStyle(QCPScatterStyle::ssDisc, pen.color(), pen.color(), 8)});
    }
    setLegend(std::move(entries));
}

void LivePlot::nameAxes()
{
    setAxisNames(tr("Seconds since the port was opened"), QString());
    setAccessibleName(tr("Numbers of the device over time"));
    setNumbers(tr("readings"), [this] { return csv(); });
}

QString LivePlot::readOut(const QPointF& place) const
{
    const double time = plot().xAxis->pixelToCoord(place.x());
    const std::vector<double> values = valuesAt(m_stretch, time);
    QStringList lines{tr("%1 s").arg(valueText(time))};
    for (std::size_t i = 0; i < values.size(); ++i)
        lines << QStringLiteral("%1: %2").arg(m_names.value(static_cast<qsizetype>(i)), valueText(values[i]));
    return values.empty() ? QString() : lines.join(u'\n');
}

/// What is drawn, a line a point: channels need not have come at the same times.
QString LivePlot::csv() const
{
    QString text = QStringLiteral("%1,%2,%3\n").arg(tr("channel"), tr("time (s)"), tr("value"));
    for (std::size_t i = 0; i < m_stretch.lines.size(); ++i) {
        const Envelope& line = m_stretch.lines[i];
        for (std::size_t point = 0; point < line.x.size(); ++point)
            text += QStringLiteral("%1,%2,%3\n")
                        .arg(csvCell(m_names.value(static_cast<qsizetype>(i))), QString::number(line.x[point], 'g', 12),
                             QString::number(line.y[point], 'g', 15));
    }
    return text;
}

}
