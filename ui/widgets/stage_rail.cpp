#include "ui/widgets/stage_rail.h"

#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
StageButton::Mark markFor(StageState state)
{
    switch (state) {
    case StageState::Empty:
        return StageButton::Mark::Empty;
    case StageState::Ready:
        return StageButton::Mark::Ready;
    case StageState::Stale:
        return StageButton::Mark::Stale;
    case StageState::Done:
        return StageButton::Mark::Done;
    }
    return StageButton::Mark::Empty;
}

std::optional<Stage> stageOf(JobKind kind)
{
    switch (kind) {
    case JobKind::OpenTable:
    case JobKind::OpenProject:
    case JobKind::ImportModel:
    case JobKind::Prepare:
    case JobKind::Look:
        return Stage::Data;
    case JobKind::Train:
    case JobKind::CrossValidate:
        return Stage::Train;
    case JobKind::Compress:
        return Stage::Compress;
    case JobKind::StartBoard:
    case JobKind::InstallCore:
    case JobKind::Build:
    case JobKind::Upload:
    case JobKind::Check:
        return Stage::Device;
    case JobKind::SaveProject:
    case JobKind::WriteReport:
        break; // of all stages
    }
    return {};
}

}

StageRail::StageRail(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::medium, space::small, space::medium);
    layout->setSpacing(space::hair);
    for (Stage stage : allStages) {
        auto* button = new StageButton(stage, this);
        m_buttons[static_cast<std::size_t>(stage)] = button;
        layout->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, stage] {
            select(stage);
            emit chosen(stage);
        });
    }
    layout->addStretch(1);
    m_lessons = new RailButton(QStringLiteral("lessons"), this);
    m_lessons->setObjectName(QStringLiteral("lessons"));
    layout->addWidget(m_lessons);
    retranslate();
}

void StageRail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StageRail::setCompact(bool compact)
{
    m_compact = compact;
    for (Stage stage : allStages)
        button(stage).setCompact(compact);
    m_lessons->setCompact(compact);
    retranslate();
}

void StageRail::retranslate()
{
    setFixedWidth(RailButton::widthOf(m_compact));
    const int margin = m_compact ? space::hair : space::small;
    layout()->setContentsMargins(margin, space::medium, margin, space::medium);
    m_lessons->setText(tr("Lessons"));
    m_lessons->setToolTip(tr("Lessons whose steps tick themselves when they are done"));
}

void StageRail::hideStages(const std::set<Stage>& hidden)
{
    for (Stage stage : allStages)
        button(stage).setVisible(!hidden.contains(stage));
}

void StageRail::select(Stage stage)
{
    for (Stage other : allStages)
        button(other).setChecked(other == stage);
}

void StageRail::clearSelection()
{
    for (Stage stage : allStages)
        button(stage).setChecked(false);
}

void StageRail::show(const Document& document, std::optional<JobKind> running)
{
    for (Stage stage : allStages) {
        const bool busy = running && stageOf(*running) == stage;
        button(stage).setMark(busy ? StageButton::Mark::Running : markFor(document.state(stage)));
        const auto reason = reasonFor(stage, document.project());
        const int count = stage == Stage::Data ? document.seriousChecks() : 0;
        button(stage).setCount(count);
        button(stage).setNote(reason      ? messageText(*reason)
                              : count > 0 ? tr("%Ln thing(s) to look at before training", nullptr, count)
                                          : QString());
    }
}

void StageRail::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.surface);
    painter.setPen(colours.line);
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

void StageRail::keyPressEvent(QKeyEvent* event)
{
    const bool down = event->key() == Qt::Key_Down;
    if (down || event->key() == Qt::Key_Up)
        focusNextPrevChild(down);
    else
        QWidget::keyPressEvent(event);
}

}
