#include "ui/widgets/trade_off_plot.h"

#include "compression/best_trades.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"
#include "ui/widgets/point_places.h"
#include "ui/widgets/quality_ticks.h"
#include "ui/widgets/tokens.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {
constexpr double dotReach = 10; ///< pixels between the mouse and the point it means
constexpr double dot = 11, ring = 17, legendDot = 8;
constexpr double betweenMarks = dot + 1;
constexpr double nameGap = 10;    ///< pixels from the middle of a point to its name
constexpr double bestQuality = 1; ///< of an accuracy, and of R²
}

TradeOffPlot::TradeOffPlot(const VariantsModel& variants, QWidget* parent) : PlotCanvas(parent), m_variants(variants)
{
    setReadOut([this](const QPointF& place) { return readOut(place); });
    connect(this, &PlotCanvas::restyled, this, &TradeOffPlot::draw);
    connect(&variants, &QAbstractItemModel::modelReset, this, &TradeOffPlot::draw);
    connect(&plot(), &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        if (const int row = rowAt(event->position()); row >= 0)
            emit variantChosen(row);
    });
    connect(&plot(), &QCustomPlot::afterLayout, this, &TradeOffPlot::placeMarks);
    draw();
}

void TradeOffPlot::show(Cost cost)
{
    m_cost = cost;
    draw();
}

void TradeOffPlot::setChosen(int row)
{
    if (row == m_chosen)
        return;
    m_chosen = row;
    draw();
}

double TradeOffPlot::costOf(int row) const
{
    const CostEstimate& cost = m_variants.cost(row);
    switch (m_cost) {
    case Cost::Ram:
        return static_cast<double>(cost.ramBytes);
    case Cost::Time:
        return cost.microseconds;
    case Cost::Flash:
        break;
    }
    return static_cast<double>(cost.flashBytes);
}

QString TradeOffPlot::costText(int row) const
{
    const CostEstimate& cost = m_variants.cost(row);
    return m_cost == Cost::Time  ? microsecondsText(cost.microseconds)
           : m_cost == Cost::Ram ? bytesText(cost.ramBytes)
                                 : bytesText(cost.flashBytes);
}

void TradeOffPlot::draw()
{
    const Colours colours = coloursFor(palette());
    plot().clearGraphs();
    plot().clearItems();
    m_marks.clear();
    std::vector<Trade> trades;
    for (int row = 0; row < m_variants.rowCount(); ++row)
        trades.push_back({costOf(row), m_variants.variant(row)->test.headline});
    QCPGraph* front = plot().addGraph();
    front->setPen(QPen(colours.muted, 1, Qt::DashLine));
    const std::vector<std::size_t> best = bestTrades(trades);
    for (const std::size_t row : best)
        front->addData(trades[row].cost, trades[row].quality);
    std::vector<int> order;
    for (int row = 0; row < m_variants.rowCount(); ++row)
        if (std::isfinite(trades[static_cast<std::size_t>(row)].quality))
            order.push_back(row);
    const auto rank = [&](int row) {
        return row == m_chosen ? 0 : std::ranges::find(best, static_cast<std::size_t>(row)) != best.end() ? 1 : 2;
    };
    std::ranges::stable_sort(order, {}, rank);
    for (const int row : order)
        drawMark(row);
    QPainterPath dashes;
    dashes.moveTo(-5, 0);
    dashes.lineTo(-1, 0);
    dashes.moveTo(1, 0);
    dashes.lineTo(5, 0);
    setLegend(
        {{tr("float"), QCPScatterStyle(QCPScatterStyle::ssSquare, colours.muted, legendDot)},
         {tr("compressed"), QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(Qt::NoPen), colours.muted, legendDot)},
         {tr("best for its cost"), QCPScatterStyle(dashes, QPen(colours.muted, 1))}});
    nameAxes();
    const TradeRange range = rangeOf(trades, bestQuality);
    setHome(range.leastCost, range.mostCost, range.leastQuality, range.mostQuality);
    setAccessibleName(tr("Quality and cost of the variants"));
    setNumbers(tr("Variants"), [this] { return csv(); });
}

void TradeOffPlot::nameAxes()
{
    const bool classes =
        m_variants.rowCount() > 0 && m_variants.variant(0)->model.decoding.target.task == Task::Classification;
    const Task task = classes ? Task::Classification : Task::Regression;
    plot().yAxis->setTicker(qualityTicks(task));
    setAxisNames(m_cost == Cost::Time  ? tr("Time (µs)")
                 : m_cost == Cost::Ram ? tr("RAM (bytes)")
                                       : tr("Flash (bytes)"),
                 metricName(task));
}

/// Where exactly is decided when the plot knows its size.
void TradeOffPlot::drawMark(int row)
{
    const Colours colours = coloursFor(palette());
    const auto add = [this](const QCPScatterStyle& style, const char* layer) {
        QCPGraph* graph = plot().addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(style);
        graph->setLayer(QLatin1String(layer));
        return graph;
    };
    const bool chosen = row == m_chosen;
    const char* layer = chosen ? "overlay" : "main";
    const Variant& variant = *m_variants.variant(row);
    Mark mark{row, {}, nullptr, nullptr, new QCPItemText(&plot())};
    mark.dot =
        add(QCPScatterStyle(row == 0 ? QCPScatterStyle::ssSquare : QCPScatterStyle::ssCircle, QPen(colours.surface, 1),
                            QBrush(variantColour(QString::fromStdString(methodOf(variant)))), dot),
            layer);
    if (chosen)
        mark.ring =
            add(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colours.text, 1.5), QBrush(Qt::NoBrush), ring), layer);
    mark.name->setText(QString::fromStdString(variant.model.name));
    mark.name->setFont(fontFor(Type::Note));
    mark.name->setColor(chosen ? colours.text : colours.muted);
    mark.name->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_marks.push_back(mark);
}

void TradeOffPlot::placeMarks()
{
    std::vector<Mark*> byRow; // so that neighbours stay where they are, whichever is chosen
    for (Mark& mark : m_marks)
        byRow.push_back(&mark);
    std::ranges::sort(byRow, {}, &Mark::row);
    std::vector<QPointF> points;
    for (const Mark* mark : byRow)
        points.emplace_back(plot().xAxis->coordToPixel(costOf(mark->row)),
                            plot().yAxis->coordToPixel(m_variants.variant(mark->row)->test.headline));
    points = pointsApart(std::move(points), betweenMarks);
    for (std::size_t i = 0; i < points.size(); ++i) {
        Mark& mark = *byRow[i];
        mark.place = points[i];
        for (QCPGraph* graph : {mark.dot, mark.ring})
            if (graph)
                graph->setData({plot().xAxis->pixelToCoord(points[i].x())},
                               {plot().yAxis->pixelToCoord(points[i].y())});
    }
    placeNames();
}

/// Beside the points, on a side where there is room; a name that would lie on a point or on another name stays away,
/// and is told by the mouse.
void TradeOffPlot::placeNames()
{
    const QFontMetricsF metrics(fontFor(Type::Note));
    const QRectF inside = plot().axisRect()->rect();
    std::vector<QRectF> taken;
    for (const Mark& mark : m_marks) {
        const double size = mark.row == m_chosen ? ring : dot;
        taken.emplace_back(mark.place - QPointF(size, size) / 2, QSizeF(size, size));
    }
    for (const Mark& mark : m_marks) {
        const QSizeF size(metrics.horizontalAdvance(mark.name->text()), metrics.height());
        const QPointF middle = mark.place - QPointF(size.width(), size.height()) / 2;
        const double gap = nameGap + (mark.row == m_chosen ? (ring - dot) / 2 : 0);
        const double across = size.width() / 2 + gap, up = size.height() / 2 + gap;
        const QPointF sides[] = {{across, 0},   {-across, 0}, {0, -up},       {0, up},
                                 {across, -up}, {across, up}, {-across, -up}, {-across, up}};
        const auto free = std::ranges::find_if(sides, [&](const QPointF& side) {
            const QRectF place(middle + side, size);
            return inside.contains(place) &&
                   std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(place); });
        });
        mark.name->setVisible(free != std::end(sides));
        if (free == std::end(sides))
            continue;
        mark.name->position->setPixelPosition(middle + *free);
        taken.emplace_back(middle + *free, size);
    }
}

QStringList TradeOffPlot::namesShown() const
{
    QStringList names;
    for (const Mark& mark : m_marks)
        if (mark.name->visible())
            names << mark.name->text();
    return names;
}

int TradeOffPlot::rowAt(const QPointF& place) const
{
    int nearest = -1;
    double least = dotReach;
    for (const Mark& mark : m_marks)
        if (const double distance = QLineF(mark.place, place).length(); distance < least) {
            least = distance;
            nearest = mark.row;
        }
    return nearest;
}

QString TradeOffPlot::readOut(const QPointF& place) const
{
    const int row = rowAt(place);
    if (row < 0)
        return {};
    const Variant& variant = *m_variants.variant(row);
    return QStringLiteral("%1\n%2, %3")
        .arg(QString::fromStdString(variant.model.name),
             metricText(variant.model.decoding.target.task, variant.test.headline), costText(row));
}

QString TradeOffPlot::csv() const
{
    QString text = QStringLiteral("%1,%2,%3\n").arg(tr("variant"), tr("cost"), tr("quality"));
    for (int row = 0; row < m_variants.rowCount(); ++row)
        text += QStringLiteral("%1,%2,%3\n")
                    .arg(csvCell(QString::fromStdString(m_variants.variant(row)->model.name)),
                         QString::number(costOf(row)), QString::number(m_variants.variant(row)->test.headline));
    return text;
}

}
