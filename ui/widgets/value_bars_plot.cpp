#include "ui/widgets/value_bars_plot.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"

#include <qcustomplot.h>

#include <algorithm>

namespace broto::ui {

ValueBarsPlot::ValueBarsPlot(QWidget* parent) : PlotCanvas(parent)
{
    setZoom(Qt::Horizontal);
    setReadOut([this](const QPointF& place) { return readOut(place); });
    connect(this, &PlotCanvas::restyled, this, &ValueBarsPlot::draw);
}

void ValueBarsPlot::show(const ValueBars& bars, const QString& across, const QString& name)
{
    m_bars = bars;
    m_across = across;
    m_name = name;
    draw();
}

void ValueBarsPlot::draw()
{
    const Colours colours = coloursFor(palette());
    plot().clearPlottables();
    setAxisNames(m_across, tr("How many"));
    setAccessibleName(tr("How often values occur"));
    setNumbers(m_across, [this] { return csv(); });
    if (m_bars.model.empty()) {
        setLegend({});
        plot().replot(QCustomPlot::rpQueuedReplot);
        return;
    }
    auto* bars = new QCPBars(plot().xAxis, plot().yAxis);
    bars->setPen(Qt::NoPen);
    bars->setBrush(colours.accent);
    bars->setWidth(m_bars.edges[1] - m_bars.edges[0]);
    std::size_t most = 1;
    for (std::size_t bar = 0; bar < m_bars.model.size(); ++bar) {
        const double middle = (m_bars.edges[bar] + m_bars.edges[bar + 1]) / 2;
        bars->addData(middle, static_cast<double>(m_bars.model[bar]));
        most = std::max(most, m_bars.model[bar]);
    }
    if (!m_bars.network.empty()) {
        QCPGraph* line = plot().addGraph();
        line->setPen(QPen(colours.text, 1));
        line->setLineStyle(QCPGraph::lsStepCenter);
        for (std::size_t bar = 0; bar < m_bars.network.size(); ++bar) {
            line->addData((m_bars.edges[bar] + m_bars.edges[bar + 1]) / 2, static_cast<double>(m_bars.network[bar]));
            most = std::max(most, m_bars.network[bar]);
        }
    }
    const QCPScatterStyle ofModel(QCPScatterStyle::ssSquare, colours.accent, colours.accent, 8);
    const QCPScatterStyle ofNetwork(QCPScatterStyle::ssPlus, colours.text, 8);
    setLegend(m_bars.network.empty() ? std::vector<LegendEntry>{{m_name, ofModel}}
                                     : std::vector<LegendEntry>{{m_name, ofModel}, {tr("float network"), ofNetwork}});
    setHome(m_bars.edges.front(), m_bars.edges.back(), 0, static_cast<double>(most) * 1.05);
}

QString ValueBarsPlot::readOut(const QPointF& place) const
{
    const double value = plot().xAxis->pixelToCoord(place.x());
    const auto above = std::upper_bound(m_bars.edges.begin(), m_bars.edges.end(), value);
    if (above == m_bars.edges.begin() || above == m_bars.edges.end())
        return {};
    const auto bar = static_cast<std::size_t>(above - m_bars.edges.begin()) - 1;
    QString text = tr("%1 to %2\n%3: %4")
                       .arg(valueText(m_bars.edges[bar]), valueText(m_bars.edges[bar + 1]), m_name,
                            countText(static_cast<std::int64_t>(m_bars.model[bar])));
    if (!m_bars.network.empty())
        text += u'\n' + tr("float network: %1").arg(countText(static_cast<std::int64_t>(m_bars.network[bar])));
    return text;
}

QString ValueBarsPlot::csv() const
{
    QString text = QStringLiteral("%1,%2,%3,%4\n").arg(tr("from"), tr("to"), csvCell(m_name), tr("float network"));
    for (std::size_t bar = 0; bar < m_bars.model.size(); ++bar)
        text += QStringLiteral("%1,%2,%3,%4\n")
                    .arg(QString::number(m_bars.edges[bar]), QString::number(m_bars.edges[bar + 1]),
                         QString::number(m_bars.model[bar]),
                         m_bars.network.empty() ? QString() : QString::number(m_bars.network[bar]));
    return text;
}

}
