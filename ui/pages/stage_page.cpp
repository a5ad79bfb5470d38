#include "ui/pages/stage_page.h"

#include "ui/document/document.h"
#include "ui/pages/missing_note.h"
#include "ui/widgets/explain_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace broto::ui {

StagePage::StagePage(Stage stage, Document& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_stage(stage),
      m_title(makeLabel(Type::Title, Tone::Plain, this)),
      m_subtitle(makeLabel(Type::Text, Tone::Muted, this)),
      m_primary(new QPushButton(this)),
      m_secondary(new QPushButton(this)),
      m_explain(new ExplainButton(this)),
      m_problem(new MessageStrip(this)),
      m_stack(new QStackedWidget(this)),
      m_missing(new MissingNote(this))
{
    m_primary->setObjectName(QStringLiteral("primary"));
    setKind(*m_primary, ButtonKind::Primary);
    m_secondary->setVisible(false);
    m_subtitle->setWordWrap(true);

    auto* titles = new QVBoxLayout;
    titles->setSpacing(2);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    auto* header = new QHBoxLayout;
    header->setSpacing(space::small);
    header->addLayout(titles, 1);
    header->addWidget(m_secondary, 0, Qt::AlignTop);
    header->addWidget(m_primary, 0, Qt::AlignTop);
    header->addWidget(m_explain, 0, Qt::AlignTop);

    auto* filled = new QWidget(this);
    m_contentLayout = new QVBoxLayout(filled);
    m_contentLayout->setContentsMargins(0, 0, 0, 0);
    m_contentLayout->setSpacing(space::medium);

    m_stack->addWidget(filled);
    m_stack->addWidget(m_missing);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::large, space::huge, space::large);
    layout->setSpacing(space::medium);
    layout->addLayout(header);
    layout->addWidget(m_problem);
    layout->addWidget(m_stack, 1);

    connect(m_explain, &QToolButton::clicked, this, &StagePage::explanationWanted);
    connect(m_missing, &MissingNote::stageWanted, this, &StagePage::stageWanted);
    connect(m_problem, &MessageStrip::closed, this, [this] { m_document.clearProblem(m_stage); });
    connect(m_problem, &MessageStrip::actionWanted, this, [this] { takeRemedy(); });
    connect(&document, &Document::problemChanged, this, &StagePage::refreshProblem);
    connect(&document, &Document::stagesChanged, this, &StagePage::refreshBlocked);
}

void StagePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refreshBlocked();
    }
    QWidget::changeEvent(event);
}

/// The question mark comes last of all that Tab reaches: who opens a page does not want it explained first.
void StagePage::showEvent(QShowEvent* event)
{
    QWidget* last = m_primary;
    for (QWidget* each = nextInFocusChain(); each != this; each = each->nextInFocusChain())
        if (each != m_explain && isAncestorOf(each) && each->focusPolicy() & Qt::TabFocus)
            last = each;
    setTabOrder(last, m_explain);
    QWidget::showEvent(event);
}

void StagePage::setTitle(const QString& title, const QString& subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void StagePage::refreshBlocked()
{
    refreshProblem();
    m_stack->setCurrentIndex(blocked() && !showsBlockedItself() ? 1 : 0);
    m_primary->setVisible(!blocked());
    if (!blocked())
        return;
    m_secondary->setVisible(false);
    m_missing->show(m_document, m_stage);
}

bool StagePage::blocked() const
{
    return m_stage != Stage::Data && m_document.state(m_stage) == StageState::Empty;
}

void StagePage::refreshProblem()
{
    const bool stale = m_document.state(m_stage) == StageState::Stale;
    const auto reason = stale ? reasonFor(m_stage, m_document.project()) : std::nullopt;
    const auto& problem = m_document.problem(m_stage);
    if (problem && !showsBesideCause(*problem))
        m_problem->show(Severity::Error, *problem);
    else if (reason && !showsBesideCause(*reason))
        m_problem->show(Severity::Warning, *reason);
    else
        m_problem->clear();
    const Remedy remedy = problem ? remedyFor(*problem).value_or(Remedy()) : Remedy();
    m_problem->setAction(remedy.text, remedy.toolTip);
}

}
