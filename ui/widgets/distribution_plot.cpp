#include "ui/widgets/distribution_plot.h"

#include "ui/widgets/axis_ticks.h"
#include "ui/widgets/cell_text.h"
#include "ui/widgets/group_style.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"
#include "ui/widgets/stacked_bars.h"
#include "ui/widgets/tick_room.h"

#include <qcustomplot.h>

namespace broto::ui {

namespace {

constexpr double barWidth = 0.72;  ///< of the room for a category
constexpr double headRoom = 1.08;  ///< above the highest bar
constexpr double symbolSize = 10;  ///< in the legend
constexpr double labelRoom = 1.35; ///< beside the longest lying bar, for its count
constexpr int widestName = 160;    ///< pixels; longer ones are cut, the mouse is told all of it

}

DistributionPlot::DistributionPlot(QWidget* parent) : PlotCanvas(parent)
{
    setZoom(Qt::Horizontal);
    setReadOut([this](const QPointF& place) { return readOut(place); });
    connect(this, &PlotCanvas::restyled, this, &DistributionPlot::style);
    connect(this, &PlotCanvas::resized, this, &DistributionPlot::fit);
}

void DistributionPlot::show(const Column& column, const RowGroups& groups, const Distribution& distribution)
{
    m_column = columnFacts(column);
    m_groups = groups;
    m_groups.ofRow.clear();
    m_all = distribution;
    m_distribution = withFewerBars(m_all, barsThatFit());
    setNumbers(QString::fromStdString(column.name), [this] { return csv(); });
    draw();
}

/// Categories lie in lines that can be told apart.
std::size_t DistributionPlot::barsThatFit() const
{
    constexpr int axisRoom = 64, leastHeight = 18;
    return static_cast<std::size_t>(std::max((height() - axisRoom) / leastHeight, 2));
}

void DistributionPlot::fit()
{
    if (!m_column || !m_column->texts() || std::min(barsThatFit(), m_all.bars()) == m_distribution.bars())
        return;
    m_distribution = withFewerBars(m_all, barsThatFit());
    draw();
}

int DistributionPlot::barsShown() const
{
    int shown = 0;
    for (const auto& bars : m_distribution.counts)
        shown += static_cast<int>(std::count_if(bars.begin(), bars.end(), [](std::size_t count) { return count > 0; }));
    return shown;
}

void DistributionPlot::draw()
{
    plot().clearPlottables();
    plot().clearItems();
    const bool lying = m_column->texts();
    plot().yAxis->setRangeReversed(lying);
    plot().yAxis->grid()->setVisible(!lying);
    plot().yAxis->setTicks(true);
    plot().xAxis->grid()->setVisible(lying);
    setZoom(lying ? Qt::Orientations() : Qt::Orientations(Qt::Horizontal));
    addBars(lying);
    lying ? drawCategories() : drawRanges();
    setNamesBeside(lying);
    style();
    plot().replot(QCustomPlot::rpQueuedReplot);
}

void DistributionPlot::addBars(bool lying)
{
    StackedBars* below = nullptr;
    for (std::size_t group = 0; group < m_distribution.counts.size(); ++group) {
        const auto& counts = m_distribution.counts[group];
        if (std::all_of(counts.begin(), counts.end(), [](std::size_t count) { return count == 0; }))
            continue;
        auto* bars = lying ? new StackedBars(plot().yAxis, plot().xAxis) : new StackedBars(plot().xAxis, plot().yAxis);
        bars->setProperty("group", static_cast<int>(group));
        bars->setWidth(lying ? barWidth : m_distribution.edges[1] - m_distribution.edges[0]);
        for (std::size_t bar = 0; bar < counts.size(); ++bar) {
            const double place =
                lying ? static_cast<double>(bar) : (m_distribution.edges[bar] + m_distribution.edges[bar + 1]) / 2;
            bars->addData(place, static_cast<double>(counts[bar]));
        }
        if (below)
            bars->moveAbove(below);
        below = bars;
    }
}

void DistributionPlot::drawRanges()
{
    std::size_t most = 1;
    for (std::size_t bar = 0; bar < m_distribution.bars(); ++bar)
        most = std::max(most, total(bar));
    plot().xAxis->setTicker(tickerFor(*m_column));
    plot().yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    setAxisNames(columnTitle(*m_column), tr("Rows"));
    setHome(m_distribution.edges.front(), m_distribution.edges.back(), 0, static_cast<double>(most) * headRoom);
}

void DistributionPlot::drawCategories()
{
    const QSharedPointer<NameTicker> names(new NameTicker);
    const std::size_t rows = m_distribution.rows - m_distribution.missing;
    const QFontMetrics metrics(fontFor(Type::Note));
    std::size_t most = 1;
    for (std::size_t bar = 0; bar < m_distribution.bars(); ++bar) {
        most = std::max(most, total(bar));
        names->addTick(static_cast<double>(bar), metrics.elidedText(barName(bar), Qt::ElideMiddle, widestName));
        auto* label = new QCPItemText(&plot());
        label->position->setCoords(static_cast<double>(total(bar)), static_cast<double>(bar));
        label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        label->setPadding(QMargins(space::small, 0, 0, 0));
        label->setText(QStringLiteral("%1 · %2").arg(countText(static_cast<std::int64_t>(total(bar))),
                                                     shareText(total(bar), rows)));
    }
    plot().yAxis->setTicker(names);
    plot().xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    setAxisNames(tr("Rows"), columnTitle(*m_column));
    setHome(0, static_cast<double>(most) * labelRoom, -0.6, static_cast<double>(m_distribution.bars()) - 0.4);
}

void DistributionPlot::style()
{
    const Colours colours = coloursFor(palette());
    std::vector<LegendEntry> legend;
    for (int i = 0; i < plot().plottableCount(); ++i) {
        auto* bars = plot().plottable(i);
        const auto group = static_cast<std::size_t>(bars->property("group").toInt());
        const bool alone = m_groups.by == RowGroups::By::Nothing;
        bars->setPen(Qt::NoPen);
        bars->setBrush(alone ? QBrush(colours.accent) : groupBrush(m_groups, group, colours));
        if (!alone)
            legend.push_back({groupName(m_groups, group),
                              QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(Qt::NoPen), bars->brush(), symbolSize)});
    }
    setLegend(std::move(legend));
    for (int i = 0; i < plot().itemCount(); ++i) {
        if (auto* label = qobject_cast<QCPItemText*>(plot().item(i))) {
            label->setColor(colours.text);
            label->setFont(fontFor(Type::Note));
        }
    }
}

std::size_t DistributionPlot::total(std::size_t bar) const
{
    std::size_t rows = 0;
    for (const auto& counts : m_distribution.counts)
        rows += counts[bar];
    return rows;
}

QString DistributionPlot::barName(std::size_t bar) const
{
    return nameOf(m_distribution, bar);
}

QString DistributionPlot::nameOf(const Distribution& distribution, std::size_t bar) const
{
    if (!m_column->texts())
        return tr("%1 to %2")
            .arg(columnValueText(*m_column, distribution.edges[bar]),
                 columnValueText(*m_column, distribution.edges[bar + 1]));
    if (bar < distribution.categories.size())
        return QString::fromStdString(distribution.categories[bar]);
    return tr("%Ln other(s)", nullptr, static_cast<int>(distribution.otherCategories));
}

QString DistributionPlot::readOut(const QPointF& place)
{
    if (!m_column)
        return {};
    const bool lying = m_column->texts();
    const double at = lying ? plot().yAxis->pixelToCoord(place.y()) : plot().xAxis->pixelToCoord(place.x());
    const double bar =
        lying ? std::round(at)
              : std::floor((at - m_distribution.edges[0]) / (m_distribution.edges[1] - m_distribution.edges[0]));
    if (bar < 0 || bar >= static_cast<double>(m_distribution.bars()))
        return {};
    const auto index = static_cast<std::size_t>(bar);
    QStringList lines = {barName(index), tr("%Ln row(s)", nullptr, static_cast<int>(total(index)))};
    for (std::size_t group = 0; group < m_distribution.counts.size() && m_groups.by != RowGroups::By::Nothing;
         ++group) {
        if (const std::size_t rows = m_distribution.counts[group][index])
            lines << QStringLiteral("%1: %2").arg(groupName(m_groups, group),
                                                  countText(static_cast<std::int64_t>(rows)));
    }
    return lines.join(u'\n');
}

QString DistributionPlot::csv() const
{
    QStringList names = {csvCell(columnTitle(*m_column))};
    for (std::size_t group = 0; group < m_all.counts.size(); ++group) {
        const QString name = groupName(m_groups, group);
        names << csvCell(name.isEmpty() ? group ? tr("other rows") : tr("rows") : name);
    }
    QString text = names.join(u',') + u'\n';
    for (std::size_t bar = 0; bar < m_all.bars(); ++bar) {
        QStringList cells = {csvCell(nameOf(m_all, bar))};
        for (const auto& counts : m_all.counts)
            cells << QString::number(counts[bar]);
        text += cells.join(u',') + u'\n';
    }
    return text;
}

}
