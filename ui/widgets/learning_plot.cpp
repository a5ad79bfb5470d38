#include "ui/widgets/learning_plot.h"

#include "compression/learning_losses.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/plot_legend.h"

#include <QEvent>
#include <qcustomplot.h>

namespace broto::ui {

LearningPlot::LearningPlot(QWidget* parent) : PlotCanvas(parent)
{
    setZoom({});
    connect(this, &PlotCanvas::restyled, this, &LearningPlot::draw);
}

void LearningPlot::show(const std::vector<EpochRecord>& control, const std::vector<EpochRecord>& curve,
                        const QString& name, const QColor& colour)
{
    m_control = judgedLosses(control);
    m_curve = judgedLosses(curve);
    m_onValidation = judgedOnValidation(control) || judgedOnValidation(curve);
    m_name = name;
    m_colour = colour;
    draw();
}

void LearningPlot::changeEvent(QEvent* event)
{
    PlotCanvas::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        draw();
}

void LearningPlot::draw()
{
    const Colours colours = coloursFor(palette());
    plot().clearGraphs();
    const auto add = [this](const std::vector<double>& losses, const QPen& pen) {
        QCPGraph* graph = plot().addGraph();
        graph->setPen(pen);
        for (std::size_t epoch = 0; epoch < losses.size(); ++epoch)
            graph->addData(static_cast<double>(epoch + 1), losses[epoch]);
    };
    add(m_control, QPen(colours.muted, 1, Qt::DashLine));
    add(m_curve, QPen(m_colour, 1));
    const LossRange range = rangeOf(m_control, m_curve);
    setHome(1, range.epochs, range.least, range.most);
    setAxisNames(tr("Extra epoch"), m_onValidation ? tr("Validation loss") : tr("Training loss"));
    setAccessibleName(tr("Learning of the variant and of its float control"));
    setLegend({{tr("float control"), QCPScatterStyle(QCPScatterStyle::ssSquare, colours.muted, 6)},
               {m_name, QCPScatterStyle(QCPScatterStyle::ssDisc, m_colour, m_colour, 6)}});
    setNumbers(tr("Learning"), [this] { return csv(); });
}

QString LearningPlot::csv() const
{
    QString text = QStringLiteral("%1,%2,%3\n").arg(tr("epoch"), tr("control"), tr("variant"));
    for (std::size_t epoch = 0; epoch < std::max(m_control.size(), m_curve.size()); ++epoch) {
        const auto at = [epoch](const std::vector<double>& losses) {
            return epoch < losses.size() ? QString::number(losses[epoch]) : QString();
        };
        text += QStringLiteral("%1,%2,%3\n").arg(QString::number(epoch + 1), at(m_control), at(m_curve));
    }
    return text;
}

}
