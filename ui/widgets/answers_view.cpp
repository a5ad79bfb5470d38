#include "ui/widgets/answers_view.h"

#include "ui/widgets/answers_plot.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/part_combo.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace broto::ui {

AnswersView::AnswersView(QWidget* parent)
    : RunView(parent), m_part(new PartCombo(this)), m_kind(new QComboBox(this)), m_plot(new AnswersPlot(this))
{
    m_part->setObjectName(QStringLiteral("answersPart"));
    m_kind->setObjectName(QStringLiteral("answersKind"));
    m_kind->addItem(QString());
    m_kind->addItem(QString());
    m_plot->setObjectName(QStringLiteral("answers"));
    bar().addWidget(m_kind);
    bar().addWidget(m_part);
    bar().addStretch(1);
    setBody(m_plot);
    connect(m_part, &PartCombo::partChosen, this, &AnswersView::restart);
    connect(m_kind, &QComboBox::activated, this, &AnswersView::restart);
    retranslate();
}

void AnswersView::offerChoices()
{
    m_part->offer(*run().dataset);
}

void AnswersView::refresh()
{
    compute(
        [run = run(), part = m_part->part()](const RunControl&) -> Result<PartReport> {
            return reportOn(*run.network, *run.dataset, (*run.dataset).*part);
        },
        [this](const PartReport& report) { draw(report); });
}

void AnswersView::draw(const PartReport& report)
{
    const Target& target = run().dataset->target;
    const QString unit = QString::fromStdString(target.unit);
    const auto inUnit = [&unit](double value) { return (roughText(value) + QLatin1Char(' ') + unit).trimmed(); };
    m_plot->show(answerPoints(report.truth, report.answers), static_cast<AnswersPlot::Kind>(m_kind->currentIndex()),
                 target);
    setNumbers(tr("R² %1 · mean absolute error %2 · residuals: mean %3, deviation %4, largest %5 (row %6 of these).")
                   .arg(metricText(Task::Regression, report.metrics.headline), inUnit(report.metrics.meanAbsoluteError),
                        inUnit(report.residuals.mean), inUnit(report.residuals.deviation),
                        inUnit(report.residuals.largest),
                        countText(static_cast<std::int64_t>(report.residuals.largestRow) + 1)));
}

void AnswersView::retranslate()
{
    m_part->retranslate();
    m_kind->setItemText(0, tr("Predicted against actual"));
    m_kind->setItemText(1, tr("Residuals"));
    m_kind->setAccessibleName(tr("What is drawn"));
    m_kind->setToolTip(tr("Good answers lie on the dashed line, without a pattern around it."));
    m_plot->setAccessibleName(tr("Predicted against actual"));
}

}
