#include "ui/widgets/byte_bar.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace broto::ui {

namespace {
constexpr TextPixels captionHeight(20), wholeTop(22), barTop(35); ///< between the last two the lines that magnify
constexpr TextPixels legendTop(53), legendHeight(18);
constexpr int wholeHeight = 4, partsHeight = 16, legendRows = 3;
constexpr int legendSwatch = 8;
constexpr double leastPartWidth = 3; ///< of a part, however few bytes it has
}

ByteBar::ByteBar(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFixedHeight(legendTop + legendHeight);
    setMinimumWidth(160);
}

void ByteBar::show(const QString& memory, std::vector<Part> parts, std::int64_t used, std::int64_t whole,
                   const QString& note)
{
    m_memory = memory;
    m_note = note;
    m_parts = std::move(parts);
    m_used = used;
    m_whole = whole;
    m_current = -1;
    setAccessibleName(QStringLiteral("%1 %2").arg(m_memory, bytesOfText(m_used, m_whole)));
    setAccessibleDescription(text());
    place();
    update();
}

QString ByteBar::partText(const Part& part) const
{
    return QStringLiteral("%1 · %2 · %3")
        .arg(part.name, bytesText(part.bytes),
             shareText(static_cast<std::size_t>(part.bytes), static_cast<std::size_t>(m_used)));
}

QString ByteBar::text() const
{
    QStringList texts;
    for (const Part& part : m_parts)
        texts << QStringLiteral("%1 %2").arg(part.name, bytesText(part.bytes));
    return texts.join(QStringLiteral(", "));
}

QString ByteBar::readOut() const
{
    return m_current < 0 ? QString() : partText(m_parts[static_cast<std::size_t>(m_current)]);
}

QSize ByteBar::sizeHint() const
{
    return {400, legendTop + legendHeight};
}

/// Parts too small to see are made wider, at the cost of the others.
void ByteBar::place()
{
    m_places.assign(m_parts.size(), {});
    const double room = std::max(0.0, width() - leastPartWidth * static_cast<double>(m_parts.size()));
    const QFontMetrics metrics(fontFor(Type::Note));
    double left = 0;
    double legendLeft = 0;
    int row = 0;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const double share = m_used > 0 ? static_cast<double>(m_parts[i].bytes) / static_cast<double>(m_used) : 0;
        m_places[i].bar = QRectF(left, barTop, leastPartWidth + room * share, partsHeight);
        left += m_places[i].bar.width();
        const QString named = QStringLiteral("%1 %2").arg(m_parts[i].name, bytesText(m_parts[i].bytes));
        const double extent = legendSwatch + space::hair + metrics.horizontalAdvance(named);
        if (legendLeft > 0 && legendLeft + extent > width()) {
            legendLeft = 0;
            ++row;
        }
        if (row < legendRows)
            m_places[i].legend = QRectF(legendLeft, legendTop + row * legendHeight, extent, legendHeight);
        legendLeft += extent + space::medium;
    }
    setFixedHeight(legendTop + std::min(row + 1, legendRows) * legendHeight);
}

int ByteBar::partAt(const QPointF& point) const
{
    const auto found = std::find_if(m_places.begin(), m_places.end(), [&point](const Place& place) {
        return place.legend.contains(point) || (place.bar.left() <= point.x() && point.x() < place.bar.right() &&
                                                point.y() >= wholeTop && point.y() < legendTop);
    });
    return found == m_places.end() ? -1 : static_cast<int>(found - m_places.begin());
}

void ByteBar::setCurrent(int part)
{
    if (part == m_current)
        return;
    m_current = part;
    setAccessibleDescription(part < 0 ? text() : readOut());
    update();
}

bool ByteBar::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int part = partAt(help->pos());
    const QString& note = part < 0 ? m_note : m_parts[static_cast<std::size_t>(part)].note;
    const QString head = part < 0 ? QString() : partText(m_parts[static_cast<std::size_t>(part)]) + u'\n';
    QToolTip::showText(help->globalPos(), head + note, this);
    return true;
}

void ByteBar::paintEvent(QPaintEvent*)
{
    if (m_parts.empty())
        return;
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF caption(0, 0, width(), captionHeight);
    painter.setFont(fontFor(Type::Text));
    painter.setPen(m_used > m_whole ? colours.error : colours.text);
    QRectF used;
    painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter, accessibleName(), &used);
    painter.setFont(fontFor(Type::Note));
    painter.setPen(colours.muted);
    const QRectF beside = caption.adjusted(used.width() + space::medium, 0, 0, 0);
    painter.drawText(beside, Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(readOut(), Qt::ElideRight, static_cast<int>(beside.width())));
    drawWhole(painter, colours);
    drawParts(painter, colours);
    drawLegend(painter, colours);
}

void ByteBar::drawWhole(QPainter& painter, const Colours& colours) const
{
    const QRectF whole(0, wholeTop, width(), wholeHeight);
    const double share = m_whole > 0 ? static_cast<double>(m_used) / static_cast<double>(m_whole) : 1;
    const double taken = std::clamp(width() * share, leastPartWidth, static_cast<double>(width()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    painter.drawRoundedRect(whole, wholeHeight / 2.0, wholeHeight / 2.0);
    painter.setBrush(share > 1 ? colours.error : colours.accent);
    painter.drawRoundedRect(QRectF(0, wholeTop, taken, wholeHeight), wholeHeight / 2.0, wholeHeight / 2.0);
    QColor magnified = colours.accent;
    magnified.setAlphaF(0.12f);
    painter.setBrush(share > 1 ? QColor(Qt::transparent) : magnified);
    const double below = wholeTop + wholeHeight, above = barTop;
    painter.drawPolygon(QPolygonF({{0, below}, {taken, below}, {double(width()), above}, {0, above}}));
}

void ByteBar::drawParts(QPainter& painter, const Colours& colours) const
{
    QPainterPath outline;
    outline.addRoundedRect(QRectF(0, barTop, width(), partsHeight), 4, 4);
    painter.setClipPath(outline);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        QRectF bar = m_places[i].bar;
        if (i + 1 < m_parts.size())
            bar.setRight(bar.right() - 1);
        painter.fillRect(bar, m_parts[i].colour);
    }
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    if (m_current >= 0) {
        painter.setPen(QPen(colours.text, 2));
        painter.drawRect(m_places[static_cast<std::size_t>(m_current)].bar.adjusted(1, 0, -1, 0));
    }
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 1));
        painter.drawRoundedRect(QRectF(0.5, barTop - 2.5, width() - 1, partsHeight + 5), cornerRadius, cornerRadius);
    }
}

void ByteBar::drawLegend(QPainter& painter, const Colours& colours) const
{
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const QRectF& place = m_places[i].legend;
        if (place.isEmpty())
            continue;
        const double middle = place.center().y();
        painter.fillRect(QRectF(place.left(), middle - legendSwatch / 2.0, legendSwatch, legendSwatch),
                         m_parts[i].colour);
        painter.setPen(static_cast<int>(i) == m_current ? colours.text : colours.muted);
        painter.drawText(place.adjusted(legendSwatch + space::hair, 0, space::medium, 0),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("%1 %2").arg(m_parts[i].name, bytesText(m_parts[i].bytes)));
    }
}

void ByteBar::mouseMoveEvent(QMouseEvent* event)
{
    setCurrent(partAt(event->position()));
}

void ByteBar::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setCurrent(-1);
}

void ByteBar::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_parts.size()) - 1;
    int wanted = m_current;
    switch (event->key()) {
    case Qt::Key_Left:
        wanted = m_current - 1;
        break;
    case Qt::Key_Right:
        wanted = m_current + 1;
        break;
    case Qt::Key_Home:
        wanted = 0;
        break;
    case Qt::Key_End:
        wanted = last;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (last >= 0)
        setCurrent(std::clamp(wanted, 0, last));
}

void ByteBar::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && !m_parts.empty())
        setCurrent(0);
    update();
}

void ByteBar::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    setCurrent(-1);
    update();
}

void ByteBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

}
