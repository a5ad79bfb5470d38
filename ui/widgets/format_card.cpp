#include "ui/widgets/format_card.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace broto::ui {

namespace {
constexpr QSize cardSize(252, 38);
constexpr int formatPictureSize = 20;
constexpr int textLeft = space::medium + formatPictureSize + space::medium;
}

FormatCard::FormatCard(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::OpenHandCursor);
    setFixedHeight(cardSize.height());
}

void FormatCard::setTexts(const QString& title, const QString& purpose)
{
    setText(title);
    m_purpose = purpose;
    setToolTip(purpose + u'\n' +
               tr("Drag the card to a folder, another program or an email, or copy its files (Ctrl+C)."));
    setState(m_state, m_size);
}

void FormatCard::setPicture(const QString& icon)
{
    m_icon = icon;
    update();
}

void FormatCard::setState(State state, const QString& size)
{
    m_state = state;
    m_size = size;
    setAccessibleName(m_size.isEmpty() ? text() : QStringLiteral("%1, %2").arg(text(), m_size));
    setAccessibleDescription(m_purpose);
    update();
}

QSize FormatCard::sizeHint() const
{
    return cardSize;
}

void FormatCard::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isChecked() || hasFocus() || underMouse();
    painter.setPen(QPen(lit ? colours.accent : colours.line, hasFocus() ? 2 : 1));
    painter.setBrush(isChecked() ? colours.accentSurface : colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), cornerRadius, cornerRadius);
    const QRect icon(space::medium, (height() - formatPictureSize) / 2, formatPictureSize, formatPictureSize);
    painter.drawPixmap(icon, iconPixmap(m_icon, icon.size(), devicePixelRatioF(), colours.accent));

    const QRect line(textLeft, 0, width() - textLeft - space::medium, height());
    painter.setFont(fontFor(Type::Note));
    painter.setPen(m_state == State::Problem ? colours.error : colours.muted);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_size);
    const int sizeWidth = painter.fontMetrics().horizontalAdvance(m_size) + space::small;
    painter.setFont(fontFor(Type::Text));
    painter.setPen(colours.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, line.width() - sizeWidth));
}

void FormatCard::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->pos();
    QAbstractButton::mousePressEvent(event);
}

void FormatCard::mouseMoveEvent(QMouseEvent* event)
{
    const bool far = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!(event->buttons() & Qt::LeftButton) || !isDown() || !far) {
        QAbstractButton::mouseMoveEvent(event);
        return;
    }
    setDown(false); // the release is the drop's
    emit dragged();
}

void FormatCard::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        emit copyWanted();
    else
        QAbstractButton::keyPressEvent(event);
}

void FormatCard::contextMenuEvent(QContextMenuEvent* event)
{
    emit menuWanted(event->globalPos());
}

}
