#include "ui/widgets/rail_button.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QPainter>

namespace broto::ui {

namespace {
constexpr TextPixels railWidth(180), compactWidth(80);
constexpr TextPixels buttonHeight(40), compactHeight(50);
constexpr int iconExtent = 20;
constexpr qreal markRadius = 5;
}

RailButton::RailButton(const QString& icon, QWidget* parent) : QAbstractButton(parent), m_icon(icon)
{
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

int RailButton::widthOf(bool compact)
{
    return compact ? compactWidth : railWidth;
}

void RailButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    return m_compact ? QSize(compactWidth - 2 * space::hair, compactHeight)
                     : QSize(railWidth - 2 * space::small, buttonHeight);
}

void RailButton::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() || underMouse() ? colours.accentSurface : QColor(Qt::transparent));
    painter.drawRoundedRect(frame, cornerRadius, cornerRadius);

    const QPoint corner = m_compact ? QPoint((width() - iconExtent) / 2, space::small)
                                    : QPoint(space::medium, (height() - iconExtent) / 2);
    const QRect place(corner, QSize(iconExtent, iconExtent));
    painter.drawPixmap(
        place, iconPixmap(m_icon, place.size(), devicePixelRatioF(), isChecked() ? colours.accent : colours.text));
    QFont font = fontFor(m_compact ? Type::Note : Type::Text);
    if (isChecked())
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.text);
    if (m_compact)
        painter.drawText(rect().adjusted(0, 0, 0, -space::hair), Qt::AlignHCenter | Qt::AlignBottom, text());
    else
        painter.drawText(rect().adjusted(space::medium + iconExtent + space::medium, 0, -space::huge, 0),
                         Qt::AlignVCenter, text());
}

StageButton::StageButton(Stage stage, QWidget* parent) : RailButton(stageIcon(stage), parent), m_stage(stage)
{
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

void StageButton::setNote(const QString& note)
{
    setToolTip(note);
    setAccessibleDescription(note);
}

void StageButton::paintEvent(QPaintEvent* event)
{
    RailButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (compact()) {
        paintMark(painter, {width() - space::medium - 2.0, space::large});
        return;
    }
    if (m_count > 0) {
        painter.setFont(fontFor(Type::Note));
        painter.setPen(coloursFor(palette()).muted);
        painter.drawText(rect().adjusted(0, 0, -space::huge - space::small, 0), Qt::AlignVCenter | Qt::AlignRight,
                         countText(m_count));
    }
    paintMark(painter, {width() - space::large - 2.0, height() / 2.0});
}

void StageButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    RailButton::changeEvent(event);
}

void StageButton::retranslate()
{
    setText(stageName(m_stage));
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

}
