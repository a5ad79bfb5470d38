#include "ui/pages/run_views.h"

#include "ui/widgets/answers_view.h"
#include "ui/widgets/classes_view.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/folds_view.h"
#include "ui/widgets/region_view.h"
#include "ui/widgets/training_curves.h"
#include "ui/widgets/weights_view.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
constexpr int leastHeight = 180;
}

RunViews::RunViews(QWidget* parent)
    : QWidget(parent),
      m_tabs(new QTabBar(this)),
      m_stack(new QStackedWidget(this)),
      m_curves(new TrainingCurves(m_stack)),
      m_folds(new FoldsView(m_stack))
{
    m_views = {{new RegionView(m_stack), std::nullopt},
               {new AnswersView(m_stack), Task::Regression},
               {new ConfusionView(m_stack), Task::Classification},
               {new ClassesView(m_stack), Task::Classification},
               {new WeightsView(m_stack), std::nullopt}};
    m_stack->setMinimumHeight(leastHeight); // rather than that of the view that asks for the most
    m_tabs->setObjectName(QStringLiteral("runViews"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFocusPolicy(Qt::StrongFocus);
    m_tabs->addTab(QString());
    m_stack->addWidget(m_curves);
    for (const Tab& tab : m_views) {
        m_tabs->addTab(QString());
        m_stack->addWidget(tab.view);
    }
    m_tabs->addTab(QString());
    m_stack->addWidget(m_folds);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    retranslate();
}

void RunViews::show(const ViewedRun& run)
{
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const bool fits = !run.dataset || !m_views[i].task || m_views[i].task == run.dataset->target.task;
        m_tabs->setTabVisible(static_cast<int>(i) + 1, fits);
        m_views[i].view->show(fits ? run : ViewedRun());
    }
}

void RunViews::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RunViews::retranslate()
{
    const std::pair<QString, QString> texts[] = {
        {tr("Curves"), tr("Loss and metric from epoch to epoch")},
        {tr("Regions"), tr("What the network answers in the plane of two features")},
        {tr("Predictions"), tr("Predicted against actual values, and what is left between them")},
        {tr("Confusion"), tr("Which class is taken for which")},
        {tr("Classes"), tr("How well each class is found, and how it parts from the others")},
        {tr("Weights"), tr("How weights and gradients of each layer are spread")},
        {tr("Folds"), tr("How much of the result is a matter of which rows are for the test")}};
    m_tabs->setAccessibleName(tr("Ways to look at the run"));
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        m_tabs->setTabText(tab, texts[tab].first);
        m_tabs->setTabToolTip(tab, texts[tab].second);
    }
}

}
