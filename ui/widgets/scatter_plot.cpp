#include "ui/widgets/scatter_plot.h"

#include "ui/widgets/axis_ticks.h"
#include "ui/widgets/cell_text.h"
#include "ui/widgets/group_style.h"
#include "ui/widgets/group_symbol.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"

#include <qcustomplot.h>

namespace broto::ui {

namespace {

constexpr double scatterReach = 8; ///< pixels between the mouse and the point it means
constexpr double spread = 0.3;     ///< of the distance between two categories, to both sides
constexpr double margin = 0.04;    ///< of the range, around the points

/// From -1 to 1, different for neighbours and always the same for a row.
double scattered(std::uint32_t row)
{
    const std::uint32_t mixed = row * 2654435769u; // the golden ratio of 2^32
    return static_cast<double>(mixed) / 2147483648.0 - 1;
}

}

ScatterPlot::ScatterPlot(QWidget* parent) : PlotCanvas(parent)
{
    setReadOut([this](const QPointF& place) { return readOut(place); });
    connect(this, &PlotCanvas::restyled, this, &ScatterPlot::style);
}

void ScatterPlot::show(ScatterPoints points)
{
    m_points = std::move(points);
    const ScatterSample& sample = m_points.sample;
    plot().clearGraphs();
    const std::size_t groups = m_points.groups.count + 1;
    std::vector<QVector<double>> x(groups), y(groups);
    for (std::size_t point = 0; point < sample.rows.size(); ++point) {
        const std::size_t group =
            sample.groups[point] < 0 ? groups - 1 : static_cast<std::size_t>(sample.groups[point]);
        x[group] << placeOf(*m_points.x, point, sample.x[point]);
        y[group] << placeOf(*m_points.y, point, sample.y[point]);
    }
    for (std::size_t group = 0; group < groups; ++group) {
        if (x[group].isEmpty())
            continue;
        QCPGraph* graph = plot().addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setAdaptiveSampling(false);
        graph->setProperty("group", static_cast<int>(group));
        graph->setData(x[group], y[group]);
    }
    plot().xAxis->setTicker(tickerFor(*m_points.x));
    plot().yAxis->setTicker(tickerFor(*m_points.y));
    setAxisNames(columnTitle(*m_points.x), columnTitle(*m_points.y));
    setNumbers(QStringLiteral("%1, %2").arg(QString::fromStdString(m_points.x->name),
                                            QString::fromStdString(m_points.y->name)),
               [this] { return csv(); });
    style();
    setHomeAround();
}

int ScatterPlot::pointsShown() const
{
    return static_cast<int>(m_points.sample.rows.size());
}

double ScatterPlot::placeOf(const Column& column, std::size_t point, double value) const
{
    return column.texts() ? value + spread * scattered(m_points.sample.rows[point]) : value;
}

void ScatterPlot::setHomeAround()
{
    const auto range = [](const Column& column, const std::vector<double>& values) {
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        if (column.texts())
            return std::pair(*least - 0.6, *most + 0.6);
        const double around = *most > *least ? margin * (*most - *least) : std::max(std::abs(*most) * margin, 0.5);
        return std::pair(*least - around, *most + around);
    };
    const auto [left, right] = range(*m_points.x, m_points.sample.x);
    const auto [bottom, top] = range(*m_points.y, m_points.sample.y);
    setHome(left, right, bottom, top);
}

void ScatterPlot::style()
{
    const Colours colours = coloursFor(palette());
    // Among categories there is no zero.
    for (const auto& [axis, column] : {std::pair(plot().xAxis, m_points.x), std::pair(plot().yAxis, m_points.y)})
        axis->grid()->setZeroLinePen(column && column->texts() ? axis->grid()->pen() : QPen(colours.line, 1));
    std::vector<LegendEntry> legend;
    for (int i = 0; i < plot().graphCount(); ++i) {
        const auto group = static_cast<std::size_t>(plot().graph(i)->property("group").toInt());
        const bool alone = m_points.groups.by == RowGroups::By::Nothing;
        const QColor colour = alone ? colours.accent : groupColour(m_points.groups, group, colours);
        const QCPScatterStyle symbol = groupSymbol(group, colour);
        plot().graph(i)->setScatterStyle(symbol);
        if (!alone)
            legend.push_back({groupName(m_points.groups, group), symbol});
    }
    setLegend(std::move(legend));
}

QString ScatterPlot::readOut(const QPointF& place)
{
    const ScatterSample& sample = m_points.sample;
    double nearest = scatterReach * scatterReach;
    std::optional<std::size_t> found;
    for (std::size_t point = 0; point < sample.rows.size(); ++point) {
        const double dx = plot().xAxis->coordToPixel(placeOf(*m_points.x, point, sample.x[point])) - place.x();
        const double dy = plot().yAxis->coordToPixel(placeOf(*m_points.y, point, sample.y[point])) - place.y();
        if (const double distance = dx * dx + dy * dy; distance < nearest) {
            nearest = distance;
            found = point;
        }
    }
    if (!found)
        return {};
    const std::int16_t group = sample.groups[*found];
    QStringList lines = {
        tr("Row %1").arg(countText(static_cast<std::int64_t>(sample.rows[*found]) + 1)),
        QStringLiteral("%1: %2").arg(columnTitle(*m_points.x), columnValueText(*m_points.x, sample.x[*found])),
        QStringLiteral("%1: %2").arg(columnTitle(*m_points.y), columnValueText(*m_points.y, sample.y[*found]))};
    if (m_points.groups.by != RowGroups::By::Nothing)
        lines << groupName(m_points.groups, group < 0 ? m_points.groups.count : static_cast<std::size_t>(group));
    return lines.join(u'\n');
}

QString ScatterPlot::csv() const
{
    QString text = QStringLiteral("%1,%2,%3\n")
                       .arg(tr("row"), csvCell(columnTitle(*m_points.x)), csvCell(columnTitle(*m_points.y)));
    for (const std::uint32_t row : m_points.sample.rows)
        text += QStringLiteral("%1,%2,%3\n")
                    .arg(QString::number(row + 1), csvCell(copiedText(*m_points.x, row)),
                         csvCell(copiedText(*m_points.y, row)));
    return text;
}

}
