#include "ui/widgets/trade_off_plot.h"

#include "compression/best_trades.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/tokens.h"

#include <qcustomplot.h>

#include <cmath>

namespace broto::ui {

namespace {
constexpr double reach = 10; ///< pixels between the mouse and the point it means
constexpr double dot = 11;
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
    draw();
}

void TradeOffPlot::show(Cost cost)
{
    m_cost = cost;
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
    std::vector<Trade> trades;
    for (int row = 0; row < m_variants.rowCount(); ++row)
        trades.push_back({costOf(row), m_variants.variant(row)->test.headline});
    QCPGraph* front = plot().addGraph();
    front->setPen(QPen(colours.muted, 1, Qt::DashLine));
    for (const std::size_t best : bestTrades(trades))
        front->addData(trades[best].cost, trades[best].quality);
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
    }
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

int TradeOffPlot::rowAt(const QPointF& place) const
{
    int nearest = -1;
    double least = reach * reach;
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
