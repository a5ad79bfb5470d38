#include "ui/widgets/answers_plot.h"

#include "ui/widgets/group_symbol.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/tokens.h"

#include <qcustomplot.h>

#include <optional>

namespace broto::ui {

namespace {
constexpr double reach = 8; ///< pixels between the mouse and the point it means
enum Graph { Points, Ideal };
}

AnswersPlot::AnswersPlot(QWidget* parent) : PlotCanvas(parent)
{
    plot().addGraph();
    plot().addGraph();
    plot().graph(Points)->setLineStyle(QCPGraph::lsNone);
    plot().graph(Points)->setAdaptiveSampling(false);
    setReadOut([this](const QPointF& place) { return readOut(place); });
    connect(this, &PlotCanvas::restyled, this, &AnswersPlot::style);
    style();
}

void AnswersPlot::show(AnswerPoints points, Kind kind, const Target& target)
{
    const bool otherPlace = kind != m_kind || points.lowest != m_points.lowest || points.highest != m_points.highest;
    m_points = std::move(points);
    m_kind = kind;
    m_target = QString::fromStdString(target.unit.empty() ? target.name : target.name + " (" + target.unit + ")");
    QVector<QCPGraphData> drawn;
    for (const AnswerPoint& point : m_points.points)
        drawn.append(QCPGraphData(acrossOf(point), upOf(point)));
    plot().graph(Points)->data()->set(drawn);
    const bool answers = kind == Kind::Answers;
    const double low = answers ? m_points.lowest : 0, high = answers ? m_points.highest : 0;
    plot().graph(Ideal)->data()->set({QCPGraphData(m_points.lowest, low), QCPGraphData(m_points.highest, high)}, true);
    setAxisNames(answers ? tr("Actual: %1").arg(m_target) : tr("Predicted: %1").arg(m_target),
                 answers ? tr("Predicted: %1").arg(m_target) : tr("Actual − predicted"));
    setNumbers(answers ? tr("Predicted and actual") : tr("Residuals"), [this] { return csv(); });
    if (!otherPlace)
        plot().replot(QCustomPlot::rpQueuedReplot); // as it is looked at
    else if (answers)
        setHome(m_points.lowest, m_points.highest, m_points.lowest, m_points.highest);
    else
        setHome(m_points.lowest, m_points.highest, -m_points.largestResidual, m_points.largestResidual);
}

double AnswersPlot::acrossOf(const AnswerPoint& point) const
{
    return m_kind == Kind::Answers ? point.truth : point.answer;
}

double AnswersPlot::upOf(const AnswerPoint& point) const
{
    return m_kind == Kind::Answers ? point.answer : point.residual;
}

void AnswersPlot::style()
{
    const Colours colours = coloursFor(palette());
    plot().graph(Points)->setScatterStyle(groupSymbol(0, colours.accent));
    plot().graph(Ideal)->setPen(QPen(colours.muted, 1, Qt::DashLine));
}

QString AnswersPlot::readOut(const QPointF& place) const
{
    double nearest = reach * reach;
    const AnswerPoint* found = nullptr;
    for (const AnswerPoint& point : m_points.points) {
        const double dx = plot().xAxis->coordToPixel(acrossOf(point)) - place.x();
        const double dy = plot().yAxis->coordToPixel(upOf(point)) - place.y();
        if (const double distance = dx * dx + dy * dy; distance < nearest) {
            nearest = distance;
            found = &point;
        }
    }
    if (!found)
        return {};
    return tr("Actual %1, predicted %2, difference %3")
        .arg(valueText(found->truth), valueText(found->answer), valueText(found->residual));
}

QString AnswersPlot::csv() const
{
    QString text = QStringLiteral("%1,%2,%3\n").arg(tr("actual"), tr("predicted"), tr("difference"));
    for (const AnswerPoint& point : m_points.points)
        text += QStringLiteral("%1,%2,%3\n")
                    .arg(QString::number(point.truth), QString::number(point.answer), QString::number(point.residual));
    return text;
}

}
