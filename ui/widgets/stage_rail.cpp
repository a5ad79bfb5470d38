#include "ui/widgets/stage_rail.h"

#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
constexpr TextPixels railWidth(180);
constexpr TextPixels compactWidth(80);
constexpr TextPixels buttonHeight(40);
constexpr TextPixels compactHeight(50);
constexpr int iconExtent = 20;
constexpr qreal markRadius = 5;

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

StageButton::StageButton(Stage stage, QWidget* parent) : QAbstractButton(parent), m_stage(stage)
{
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setObjectName(QStringLiteral("stage_%1").arg(stageIcon(stage)));
    retranslate();
}

void StageButton::setMark(Mark mark)
{
    m_mark = mark;
    update();
}

void StageButton::setCount(int count)
{
    m_count = count;
    update();
}

void StageButton::setCompact(bool compact)
{
    m_compact = compact;
    refreshToolTip();
    update();
}

void StageButton::setNote(const QString& note)
{
    m_note = note;
    setAccessibleDescription(note);
    refreshToolTip();
}

/// The name, where it is not to be read, and the note.
void StageButton::refreshToolTip()
{
    QStringList lines;
    if (m_compact)
        lines << text();
    if (!m_note.isEmpty())
        lines << m_note;
    setToolTip(lines.join(u'\n'));
}

QSize StageButton::sizeHint() const
{
    return m_compact ? QSize(compactWidth - 2 * space::hair, compactHeight)
                     : QSize(railWidth - 2 * space::small, buttonHeight);
}

void StageButton::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() || underMouse() ? colours.accentSurface : QColor(Qt::transparent));
    painter.drawRoundedRect(frame, cornerRadius, cornerRadius);

    const QColor ink = isChecked() ? colours.accent : colours.text;
    const QPoint corner = m_compact ? QPoint((width() - iconExtent) / 2, space::small)
                                    : QPoint(space::medium, (height() - iconExtent) / 2);
    const QRect place(corner, QSize(iconExtent, iconExtent));
    painter.drawPixmap(place, iconPixmap(stageIcon(m_stage), place.size(), devicePixelRatioF(), ink));
    QFont font = fontFor(m_compact ? Type::Note : Type::Text);
    if (isChecked())
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.text);
    if (m_compact) {
        painter.drawText(rect().adjusted(0, 0, 0, -space::hair), Qt::AlignHCenter | Qt::AlignBottom, text());
        paintMark(painter, {width() - space::medium - 2.0, space::large});
        return;
    }
    painter.drawText(rect().adjusted(space::medium + iconExtent + space::medium, 0, -space::huge, 0), Qt::AlignVCenter,
                     text());
    if (m_count > 0) {
        painter.setFont(fontFor(Type::Note));
        painter.setPen(colours.muted);
        painter.drawText(rect().adjusted(0, 0, -space::huge - space::small, 0), Qt::AlignVCenter | Qt::AlignRight,
                         countText(m_count));
    }
    paintMark(painter, {width() - space::large - 2.0, height() / 2.0});
}

void StageButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

void StageButton::retranslate()
{
    setText(stageName(m_stage));
    refreshToolTip();
}

void StageButton::paintMark(QPainter& painter, const QPointF& centre) const
{
    const Colours colours = coloursFor(palette());
    const QRectF circle(centre.x() - markRadius, centre.y() - markRadius, 2 * markRadius, 2 * markRadius);
    switch (m_mark) {
    case Mark::Empty:
        painter.setPen(QPen(colours.muted, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(circle);
        break;
    case Mark::Ready:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accent);
        painter.drawEllipse(circle);
        break;
    case Mark::Stale:
        painter.setPen(QPen(colours.warning, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(circle);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.warning);
        painter.drawPie(circle, 90 * 16, 180 * 16);
        break;
    case Mark::Running:
        painter.setPen(QPen(colours.line, 2.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(circle);
        painter.setPen(QPen(colours.accent, 2.5));
        painter.drawArc(circle, 90 * 16, -120 * 16);
        break;
    case Mark::Done:
        const QRect place(static_cast<int>(centre.x()) - 8, static_cast<int>(centre.y()) - 8, 16, 16);
        painter.drawPixmap(place, iconPixmap(QStringLiteral("done"), place.size(), devicePixelRatioF(), colours.good));
        break;
    }
}

StageRail::StageRail(QWidget* parent) : QWidget(parent)
{
    setFixedWidth(railWidth);
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
    m_lessons = new QPushButton(icon(QStringLiteral("lessons")), QString(), this);
    m_lessons->setObjectName(QStringLiteral("lessons"));
    m_lessons->setCheckable(true);
    setKind(*m_lessons, ButtonKind::Rail);
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
    retranslate();
}

void StageRail::retranslate()
{
    setFixedWidth(m_compact ? compactWidth : railWidth);
    const int margin = m_compact ? space::hair : space::small;
    layout()->setContentsMargins(margin, space::medium, margin, space::medium);
    m_lessons->setText(m_compact ? QString() : tr("Lessons"));
    m_lessons->setAccessibleName(tr("Lessons"));
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
