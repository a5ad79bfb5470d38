#include "ui/widgets/trade_off_plot.h"

#include "compression/best_trades.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"
#include "ui/widgets/tokens.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {
constexpr double dotReach = 10; ///< pixels between the mouse and the point it means
constexpr double dot = 11, ring = 17, legendDot = 8;
constexpr double nameGap = 12; ///< pixels between a point and its name
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
    connect(&plot(), &QCustomPlot::afterLayout, this, &TradeOffPlot::placeNames);
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
    m_names.clear();
    std::vector<Trade> trades;
    for (int row = 0; row < m_variants.rowCount(); ++row)
        trades.push_back({costOf(row), m_variants.variant(row)->test.headline});
    QCPGraph* front = plot().addGraph();
    front->setPen(QPen(colours.muted, 1, Qt::DashLine));
    const std::vector<std::size_t> best = bestTrades(trades);
    for (const std::size_t row : best)
        front->addData(trades[row].cost, trades[row].quality);
    for (int row = 0; row < m_variants.rowCount(); ++row) {
        const Trade& trade = trades[static_cast<std::size_t>(row)];
        if (!std::isfinite(trade.quality))
            continue;
        const QColor colour = variantColour(QString::fromStdString(methodOf(*m_variants.variant(row))));
        QCPGraph* graph = plot().addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(QCPScatterStyle(row == 0 ? QCPScatterStyle::ssSquare : QCPScatterStyle::ssCircle,
                                               QPen(colours.surface, 1), QBrush(colour), dot));
        graph->addData(trade.cost, trade.quality);
        if (row != m_chosen)
            continue;
        QCPGraph* around = plot().addGraph();
        around->setLineStyle(QCPGraph::lsNone);
        around->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colours.text, 1.5), QBrush(Qt::NoBrush), ring));
        around->addData(trade.cost, trade.quality);
    }
    drawNames(best);
    QPainterPath dashes;
    dashes.moveTo(-5, 0);
    dashes.lineTo(-1, 0);
    dashes.moveTo(1, 0);
    dashes.lineTo(5, 0);
    setLegend(
        {{tr("float"), QCPScatterStyle(QCPScatterStyle::ssSquare, colours.muted, legendDot)},
         {tr("compressed"), QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(Qt::NoPen), colours.muted, legendDot)},
         {tr("best for its cost"), QCPScatterStyle(dashes, QPen(colours.muted, 1))}});
    const TradeRange range = rangeOf(trades);
    setHome(range.leastCost, range.mostCost, range.leastQuality, range.mostQuality);
    const bool classes =
        m_variants.rowCount() > 0 && m_variants.variant(0)->model.decoding.target.task == Task::Classification;
    setAxisNames(m_cost == Cost::Time  ? tr("Time (µs)")
                 : m_cost == Cost::Ram ? tr("RAM (bytes)")
                                       : tr("Flash (bytes)"),
                 metricName(classes ? Task::Classification : Task::Regression));
    setAccessibleName(tr("Quality and cost of the variants"));
    setNumbers(tr("Variants"), [this] { return csv(); });
}

void TradeOffPlot::drawNames(const std::vector<std::size_t>& best)
{
    const Colours colours = coloursFor(palette());
    std::vector<std::size_t> order;
    for (std::size_t row = 0; row < static_cast<std::size_t>(m_variants.rowCount()); ++row)
        order.push_back(row);
    const auto rank = [&](std::size_t row) {
        return static_cast<int>(row) == m_chosen ? 0 : std::ranges::find(best, row) != best.end() ? 1 : 2;
    };
    std::ranges::stable_sort(order, {}, rank);
    for (const std::size_t row : order) {
        const Variant& variant = *m_variants.variant(static_cast<int>(row));
        if (!std::isfinite(variant.test.headline))
            continue;
        auto* name = new QCPItemText(&plot());
        name->position->setCoords(costOf(static_cast<int>(row)), variant.test.headline);
        name->setText(QString::fromStdString(variant.model.name));
        name->setFont(fontFor(Type::Note));
        name->setColor(rank(row) == 0 ? colours.text : colours.muted);
        m_names.push_back(name);
    }
}

/// Beside the points, on the side where there is room; a name that would lie on another one stays away, and is told by
/// the mouse.
void TradeOffPlot::placeNames()
{
    const QFontMetrics metrics(fontFor(Type::Note));
    const QRectF inside = plot().axisRect()->rect();
    std::vector<QRectF> taken;
    for (QCPItemText* name : m_names) {
        const QPointF point = name->position->pixelPosition();
        const QSizeF size(metrics.horizontalAdvance(name->text()) + nameGap, metrics.height());
        const bool left = point.x() + size.width() > inside.right();
        const QRectF place(QPointF(left ? point.x() - size.width() : point.x(), point.y() - size.height() / 2), size);
        name->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        name->setPadding(left ? QMargins(0, 0, static_cast<int>(nameGap), 0)
                              : QMargins(static_cast<int>(nameGap), 0, 0, 0));
        const bool free = std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(place); });
        name->setVisible(free);
        if (free)
            taken.push_back(place);
    }
}

int TradeOffPlot::rowAt(const QPointF& place) const
{
    int nearest = -1;
    double least = dotReach * dotReach;
    for (int row = 0; row < m_variants.rowCount(); ++row) {
        const double across = plot().xAxis->coordToPixel(costOf(row)) - place.x();
        const double up = plot().yAxis->coordToPixel(m_variants.variant(row)->test.headline) - place.y();
        if (const double distance = across * across + up * up; distance < least) {
            least = distance;
            nearest = row;
        }
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
