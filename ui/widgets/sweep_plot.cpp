#include "ui/widgets/sweep_plot.h"

#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"
#include "ui/widgets/plot_style.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {
constexpr double sweepReach = 10; ///< pixels between the mouse and the point it means
constexpr double room = 0.08;
}

SweepPlot::SweepPlot(QWidget* parent) : PlotCanvas(parent)
{
    setReadOut([this](const QPointF& place) { return readOut(place); });
    connect(this, &PlotCanvas::restyled, this, &SweepPlot::draw);
}

void SweepPlot::show(std::vector<SweepLine> lines, const QString& across, const QString& up, bool reversed)
{
    m_lines = std::move(lines);
    m_across = across;
    m_up = up;
    m_reversed = reversed;
    draw();
}

void SweepPlot::draw()
{
    const Colours colours = coloursFor(palette());
    plot().clearGraphs();
    plot().xAxis->setRangeReversed(m_reversed);
    QCPRange across, up;
    bool any = false;
    std::vector<LegendEntry> legend;
    for (std::size_t l = 0; l < m_lines.size(); ++l) {
        const SweepLine& line = m_lines[l];
        const QColor colour = m_lines.size() == 1 ? colours.accent : seriesInk(static_cast<int>(l), colours);
        QCPGraph* graph = plot().addGraph();
        graph->setPen(QPen(colour, 1));
        graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colour, 1), QBrush(colour), 7));
        for (std::size_t i = 0; i < line.across.size(); ++i) {
            if (!std::isfinite(line.up[i]))
                continue;
            graph->addData(line.across[i], line.up[i]);
            if (any) {
                across.expand(line.across[i]);
                up.expand(line.up[i]);
            } else {
                across = QCPRange(line.across[i], line.across[i]);
                up = QCPRange(line.up[i], line.up[i]);
                any = true;
            }
        }
        if (m_lines.size() > 1)
            legend.push_back({line.name, graph->scatterStyle()});
    }
    setLegend(std::move(legend));
    setAxisNames(m_across, m_up);
    setAccessibleName(tr("What shrinking costs"));
    setNumbers(m_across, [this] { return csv(); });
    const auto margin = [](const QCPRange& range) { return std::max(range.size() * room, 0.005); };
    setHome(across.lower - margin(across), across.upper + margin(across), up.lower - margin(up), up.upper + margin(up));
}

QString SweepPlot::readOut(const QPointF& place) const
{
    double least = sweepReach * sweepReach;
    QString told;
    for (const SweepLine& line : m_lines)
        for (std::size_t i = 0; i < line.across.size(); ++i) {
            const double dx = plot().xAxis->coordToPixel(line.across[i]) - place.x();
            const double dy = plot().yAxis->coordToPixel(line.up[i]) - place.y();
            if (const double distance = dx * dx + dy * dy; distance < least) {
                least = distance;
                told = line.told[static_cast<qsizetype>(i)];
            }
        }
    return told;
}

QString SweepPlot::csv() const
{
    QString text = QStringLiteral("%1,%2,%3\n").arg(tr("line"), csvCell(m_across), csvCell(m_up));
    for (const SweepLine& line : m_lines)
        for (std::size_t i = 0; i < line.across.size(); ++i)
            text += QStringLiteral("%1,%2,%3\n")
                        .arg(csvCell(line.name), QString::number(line.across[i]), QString::number(line.up[i]));
    return text;
}

}
