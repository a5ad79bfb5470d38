#include "ui/widgets/preparation_panel.h"

#include "ui/document/document.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/missing_list.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/scaling_list.h"
#include "ui/widgets/split_panel.h"
#include "ui/widgets/target_row.h"
#include "ui/widgets/windows_panel.h"

#include <QEvent>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

PreparationPanel::PreparationPanel(Document& document, const WindowPlanner& planner, QWidget* parent)
    : QFrame(parent),
      m_document(document),
      m_target(new TargetRow(document, this)),
      m_tabs(new QTabWidget(this)),
      m_checks(new CheckList(document)),
      m_split(new SplitPanel(document)),
      m_missing(new MissingList(document)),
      m_scaling(new ScalingList(document)),
      m_windows(new WindowsPanel(document, planner))
{
    setProperty("card", true);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    for (QWidget* content : std::initializer_list<QWidget*>{m_checks, m_split, m_missing, m_scaling, m_windows}) {
        auto* scroll = new QScrollArea(m_tabs);
        scroll->setWidgetResizable(true);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(content);
        m_tabs->addTab(scroll, QString());
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::small, space::large, space::hair);
    layout->setSpacing(space::hair);
    layout->addWidget(m_target);
    layout->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        m_opened.insert(tab);
        updateGeometry();
    });
    connect(m_target, &TargetRow::columnWanted, this, &PreparationPanel::columnWanted);
    connect(m_checks, &CheckList::columnWanted, this, &PreparationPanel::columnWanted);
    connect(m_checks, &CheckList::windowsMade, this, [this] {
        m_tabs->setCurrentIndex(m_tabs->count() - 1);
        m_windows->focusLength();
    });
    connect(m_checks, &CheckList::focusIsFree, m_tabs->tabBar(), [this] { m_tabs->tabBar()->setFocus(); });
    connect(m_missing, &MissingList::columnWanted, this, &PreparationPanel::columnWanted);
    connect(m_split, &SplitPanel::testFileWanted, this, &PreparationPanel::testFileWanted);
    connect(&document, &Document::checksChanged, this, &PreparationPanel::refreshChecks);
    connect(&document, &Document::problemChanged, this, &PreparationPanel::showProblem);
    retranslate();
}

QSize PreparationPanel::sizeHint() const
{
    int content = 0;
    for (const int tab : m_opened) {
        const QWidget& shown = *static_cast<QScrollArea*>(m_tabs->widget(tab))->widget();
        const int width = m_tabs->width();
        content =
            std::max(content, shown.hasHeightForWidth() ? shown.heightForWidth(width) : shown.sizeHint().height());
    }
    const QMargins margins = layout()->contentsMargins();
    const int around = margins.top() + margins.bottom() + layout()->spacing() + 2 * frameWidth();
    return {QFrame::sizeHint().width(),
            around + m_target->sizeHint().height() + m_tabs->tabBar()->sizeHint().height() + content};
}

void PreparationPanel::refreshChecks()
{
    const auto& checks = m_document.checks();
    const std::size_t count = checks ? checks->size() : 0;
    m_tabs->setTabText(0, count ? tr("Checks (%1)").arg(countText(static_cast<std::int64_t>(count))) : tr("Checks"));
    const auto has = [&](DataCheck::Severity severity) {
        return count && std::ranges::any_of(*checks, [&](const DataCheck& c) { return c.severity == severity; });
    };
    if (has(DataCheck::Severity::Problem))
        m_tabs->setTabIcon(0, icon(QStringLiteral("error"), Tint::Error));
    else if (has(DataCheck::Severity::Warning))
        m_tabs->setTabIcon(0, icon(QStringLiteral("warning"), Tint::Warning));
    else
        m_tabs->setTabIcon(0, QIcon());
    updateGeometry();
}

/// What is wrong is said beside its cause: bring that into sight.
void PreparationPanel::showProblem()
{
    const auto& problem = m_document.problem(Stage::Data);
    if (problem && SplitPanel::isAboutSplit(*problem))
        m_tabs->setCurrentIndex(1);
    else if (problem && WindowsPanel::isAboutWindows(*problem))
        m_tabs->setCurrentIndex(m_tabs->count() - 1);
}

void PreparationPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void PreparationPanel::retranslate()
{
    m_tabs->setAccessibleName(tr("How the data are prepared"));
    const std::pair<QString, QString> tabs[] = {
        {QString(), tr("What to know about the data before training")},
        {tr("Split"), tr("Which rows are learned from, and which ones test the network")},
        {tr("Missing values"), tr("Where values are missing, and what stands for them")},
        {tr("Scaling"), tr("How numbers are brought to like size for the network")},
        {tr("Windows"), tr("Readings of a stream, told apart some in a row")}};
    for (int i = 0; i < m_tabs->count(); ++i) {
        m_tabs->setTabText(i, tabs[i].first);
        m_tabs->setTabToolTip(i, tabs[i].second);
    }
    refreshChecks();
}

}
