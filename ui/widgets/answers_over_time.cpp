#include "ui/widgets/answers_over_time.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/tick_room.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {

constexpr double answerSize = 6, truthSize = 9, keySize = 8;
constexpr double aboveAndBelow = 0.08; ///< of the range of values
constexpr double classMargin = 0.5;

/// A line or dots of their own; what is no number is a gap.
QCPGraph* addDots(QCustomPlot& plot, QCPScatterStyle::ScatterShape shape, const QColor& colour, double size,
                  bool filled)
{
    QCPGraph* graph = plot.addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(
        QCPScatterStyle(shape, QPen(colour, 1), filled ? QBrush(colour) : QBrush(Qt::NoBrush), size));
    return graph;
}

}

AnswersOverTime::AnswersOverTime(QWidget* parent) : PlotCanvas(parent)
{
    setZoom(Qt::Horizontal);
    setReadOut([this](const QPointF& place) { return readOut(place); });
    connect(this, &PlotCanvas::restyled, this, &AnswersOverTime::draw);
}

void AnswersOverTime::show(std::vector<LivePoint> points, const Target& target)
{
    m_points = std::move(points);
    m_target = target;
    draw();
}

void AnswersOverTime::changeEvent(QEvent* event)
{
    PlotCanvas::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        draw();
}

void AnswersOverTime::draw()
{
    plot().clearGraphs();
    const QString unit = QString::fromStdString(m_target.unit);
    const QString name = QString::fromStdString(m_target.name);
    setAxisNames(tr("Answer, the newest on the right"),
                 unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, unit));
    setAccessibleName(tr("Answers over time"));
    setNumbers(tr("answers"), [this] { return csv(); });
    m_target.task == Task::Classification ? drawClasses() : drawNumbers();
}

/// The board's answers as a line, the truth as rings, what was not learned as triangles.
void AnswersOverTime::drawNumbers()
{
    const Colours colours = coloursFor(palette());
    plot().yAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    QCPGraph* line = plot().addGraph();
    line->setPen(QPen(seriesInk(0, colours), 1));
    QCPGraph* truth = addDots(plot(), QCPScatterStyle::ssCircle, colours.muted, answerSize, false);
    QCPGraph* outside = addDots(plot(), QCPScatterStyle::ssTriangle, colours.warning, truthSize, false);
    QCPGraph* differs = addDots(plot(), QCPScatterStyle::ssCross, colours.error, truthSize, false);
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (const LivePoint& point : m_points) {
        const auto key = static_cast<double>(point.number);
        line->addData(key, point.board);
        if (!std::isnan(point.truth))
            truth->addData(key, point.truth);
        if (point.outOfRange && !std::isnan(point.board))
            outside->addData(key, point.board);
        if (!point.same && !std::isnan(point.board))
            differs->addData(key, point.board);
        for (const double value : {point.board, point.truth}) {
            least = std::fmin(least, value);
            most = std::fmax(most, value);
        }
    }
    setLegend({{tr("board"), QCPScatterStyle(QCPScatterStyle::ssDisc, seriesInk(0, colours), keySize)},
               {tr("in the table"), QCPScatterStyle(QCPScatterStyle::ssCircle, colours.muted, keySize)},
               {tr("not learned"), QCPScatterStyle(QCPScatterStyle::ssTriangle, colours.warning, keySize)},
               {tr("differs"), QCPScatterStyle(QCPScatterStyle::ssCross, colours.error, keySize)}});
    const bool any = least <= most;
    const double room = any ? std::max((most - least) * aboveAndBelow, 1e-9 + std::abs(most) * 1e-6) : 0;
    const double first = m_points.empty() ? 1 : static_cast<double>(m_points.front().number);
    setHome(first - 1, first + std::max<double>(static_cast<double>(m_points.size()), 10), any ? least - room : 0,
            any ? most + room : 1);
}

/// A dot on the line of its class: right, wrong, or nobody knows; rings say what is true.
void AnswersOverTime::drawClasses()
{
    const Colours colours = coloursFor(palette());
    auto ticker = QSharedPointer<NameTicker>::create();
    constexpr int longestName = 110;
    const QFontMetrics metrics(fontFor(Type::Note));
    for (std::size_t i = 0; i < m_target.classes.size(); ++i)
        ticker->addTick(static_cast<double>(i),
                        metrics.elidedText(QString::fromStdString(m_target.classes[i]), Qt::ElideRight, longestName));
    plot().yAxis->setTicker(ticker);
    QCPGraph* truth = addDots(plot(), QCPScatterStyle::ssCircle, colours.muted, truthSize, false);
    QCPGraph* unknown = addDots(plot(), QCPScatterStyle::ssDisc, seriesInk(0, colours), answerSize, true);
    QCPGraph* right = addDots(plot(), QCPScatterStyle::ssDisc, colours.good, answerSize, true);
    QCPGraph* wrong = addDots(plot(), QCPScatterStyle::ssCross, colours.error, answerSize + 1, false);
    for (const LivePoint& point : m_points) {
        const auto key = static_cast<double>(point.number);
        if (std::isnan(point.board))
            continue;
        const bool isKnown = !std::isnan(point.truth);
        if (isKnown && point.truth != point.board)
            truth->addData(key, point.truth);
        (!isKnown ? unknown : point.truth == point.board ? right : wrong)->addData(key, point.board);
    }
    setLegend({{tr("right"), QCPScatterStyle(QCPScatterStyle::ssDisc, colours.good, colours.good, keySize)},
               {tr("wrong"), QCPScatterStyle(QCPScatterStyle::ssCross, colours.error, keySize)},
               {tr("in the table"), QCPScatterStyle(QCPScatterStyle::ssCircle, colours.muted, keySize)},
               {tr("not known"),
                QCPScatterStyle(QCPScatterStyle::ssDisc, seriesInk(0, colours), seriesInk(0, colours), keySize)}});
    const double first = m_points.empty() ? 1 : static_cast<double>(m_points.front().number);
    setHome(first - 1, first + std::max<double>(static_cast<double>(m_points.size()), 10), -classMargin,
            std::max(static_cast<double>(m_target.classes.size()), 1.0) - classMargin);
}

QString AnswersOverTime::told(double answer) const
{
    if (std::isnan(answer))
        return QStringLiteral("–");
    return m_target.task == Task::Regression
               ? valueText(answer)
               : QString::fromStdString(m_target.classes[static_cast<std::size_t>(answer)]);
}

QString AnswersOverTime::readOut(const QPointF& place) const
{
    if (m_points.empty())
        return {};
    const double number = std::round(plot().xAxis->pixelToCoord(place.x()));
    const double index = number - static_cast<double>(m_points.front().number);
    if (!(index >= 0 && index < static_cast<double>(m_points.size())))
        return {};
    const LivePoint& point = m_points[static_cast<std::size_t>(index)];
    QStringList lines{tr("Answer %1").arg(countText(static_cast<std::int64_t>(point.number))),
                      tr("board: %1").arg(told(point.board))};
    if (!point.same)
        lines << tr("workbench: %1").arg(told(point.workbench));
    if (!std::isnan(point.truth))
        lines << tr("in the table: %1").arg(told(point.truth));
    if (point.outOfRange)
        lines << tr("outside of what was learned");
    return lines.join(u'\n');
}

QString AnswersOverTime::csv() const
{
    QString text = QStringLiteral("%1,%2,%3,%4\n").arg(tr("answer"), tr("board"), tr("workbench"), tr("in the table"));
    for (const LivePoint& point : m_points)
        text += QStringLiteral("%1,%2,%3,%4\n")
                    .arg(QString::number(point.number), csvCell(told(point.board)), csvCell(told(point.workbench)),
                         csvCell(told(point.truth)));
    return text;
}

}
