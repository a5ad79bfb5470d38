#include "ui/widgets/classes_view.h"

#include "ui/models/class_scores_model.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/part_combo.h"
#include "ui/widgets/roc_plot.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTableView>

namespace broto::ui {

namespace {
constexpr int tableWidth = 360, plotWidth = 190;
}

ClassesView::ClassesView(QWidget* parent)
    : RunView(parent),
      m_part(new PartCombo(this)),
      m_model(new ClassScoresModel(this)),
      m_table(new QTableView(this)),
      m_plot(new RocPlot(this))
{
    m_part->setObjectName(QStringLiteral("classesPart"));
    m_table->setObjectName(QStringLiteral("classScores"));
    m_plot->setObjectName(QStringLiteral("roc"));
    bar().addWidget(m_part);
    bar().addStretch(1);
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ClassScoresModel::Class, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    auto* halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(space::small);
    halves->addWidget(m_table);
    halves->addWidget(m_plot);
    halves->setStretchFactor(0, 5);
    halves->setStretchFactor(1, 3);
    setLeastTextWidth(*m_table, tableWidth);
    m_plot->setMinimumWidth(plotWidth);
    setBody(halves);
    connect(m_part, &PartCombo::partChosen, this, &ClassesView::restart);
    retranslate();
}

void ClassesView::offerChoices()
{
    m_part->offer(*run().dataset);
}

void ClassesView::refresh()
{
    compute(
        [run = run(), part = m_part->part()](const RunControl&) -> Result<PartReport> {
            return reportOn(*run.network, *run.dataset, (*run.dataset).*part);
        },
        [this](PartReport report) { draw(std::move(report)); });
}

void ClassesView::draw(PartReport report)
{
    QStringList classes;
    for (const std::string& name : run().dataset->target.classes)
        classes << QString::fromStdString(name);
    setNumbers(tr("Balanced accuracy %1 · mean F1 %2 · mean area under the curves %3")
                   .arg(metricText(Task::Classification, report.classes.balancedAccuracy),
                        metricText(Task::Classification, report.classes.macroF1),
                        metricText(Task::Regression, report.area)));
    std::vector<double> areas;
    for (const RocCurve& curve : report.curves)
        areas.push_back(curve.area);
    m_model->setScores(classes, std::move(report.classes.classes), std::move(areas));
    m_plot->show(std::move(report.curves), classes);
}

void ClassesView::retranslate()
{
    m_part->retranslate();
    m_table->setAccessibleName(tr("Precision, recall and F1 of each class"));
    m_plot->retranslate();
    setExplanation(tr("Rare classes count as much in the means as frequent ones."));
    m_plot->setToolTip(
        tr("A curve in the upper left corner parts its class perfectly; one on the dashed line guesses."));
    m_model->retranslate();
}

}
