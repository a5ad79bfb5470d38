#include "ui/widgets/column_header.h"

#include "ui/widgets/choice_texts.h"
#include "ui/widgets/tokens.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace broto::ui {

namespace {
constexpr TextPixels nameHeight(20), smallHeight(16);
constexpr TextPixels headerHeight(88);
constexpr int histogramHeight = 20;
constexpr int arrowSize = 20;

/// "°C · number"
QString factsOf(const Column& column)
{
    const QString type = typeText(column.type);
    return column.unit.empty() ? type : QStringLiteral("%1 · %2").arg(QString::fromStdString(column.unit), type);
}

}

ColumnHeader::ColumnHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setMouseTracking(true);
    setDefaultSectionSize(128);
    setMinimumSectionSize(84);
}

void ColumnHeader::setColumns(std::vector<std::shared_ptr<const Column>> columns)
{
    m_columns = std::move(columns);
    viewport()->update();
}

void ColumnHeader::setBars(std::vector<std::vector<double>> bars)
{
    m_bars = std::move(bars);
    viewport()->update();
}

void ColumnHeader::setCurrent(int column)
{
    m_current = column;
    viewport()->update();
}

void ColumnHeader::setSorting(int column, SortDirection direction)
{
    m_sorted = column;
    m_direction = direction;
    viewport()->update();
}

void ColumnHeader::setRoles(std::vector<Role> roles)
{
    m_roles = std::move(roles);
    viewport()->update();
}

QRect ColumnHeader::arrowOf(int column) const
{
    const int right = sectionViewportPosition(column) + sectionSize(column) - space::hair;
    return {right - arrowSize, 4, arrowSize, nameHeight + 4};
}

void ColumnHeader::mousePressEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    const int column = logicalIndexAt(place);
    // The right edge still widens the column.
    const bool arrow = column >= 0 && cursor().shape() != Qt::SplitHCursor && arrowOf(column).contains(place);
    if (arrow && event->button() == Qt::LeftButton)
        emit sortWanted(column);
    else
        QHeaderView::mousePressEvent(event);
}

void ColumnHeader::mouseMoveEvent(QMouseEvent* event)
{
    const int column = logicalIndexAt(event->position().toPoint());
    if (std::exchange(m_hovered, column) != column)
        viewport()->update();
    QHeaderView::mouseMoveEvent(event);
}

void ColumnHeader::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    viewport()->update();
    QHeaderView::leaveEvent(event);
}

bool ColumnHeader::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto& help = static_cast<const QHelpEvent&>(*event);
    const int column = logicalIndexAt(help.pos());
    if (column < 0 || static_cast<std::size_t>(column) >= m_columns.size())
        return QHeaderView::viewportEvent(event);
    const QString text = arrowOf(column).contains(help.pos())
                             ? tr("Sorts by this column: ascending, descending, as in the file")
                             : QString::fromStdString(m_columns[static_cast<std::size_t>(column)]->header);
    QToolTip::showText(help.globalPos(), text, this);
    return true;
}

QSize ColumnHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), headerHeight};
}

/// Room for all of the name and of the facts under it.
QSize ColumnHeader::sectionSizeFromContents(int logicalIndex) const
{
    const auto index = static_cast<std::size_t>(logicalIndex);
    if (index >= m_columns.size())
        return QHeaderView::sectionSizeFromContents(logicalIndex);
    QFont nameFont = fontFor(Type::Text);
    nameFont.setWeight(QFont::DemiBold);
    const Column& column = *m_columns[index];
    const int name = QFontMetrics(nameFont).horizontalAdvance(QString::fromStdString(column.name)) + arrowSize;
    const int facts = QFontMetrics(fontFor(Type::Note)).horizontalAdvance(factsOf(column));
    return {std::max(name, facts) + 2 * space::small, headerHeight};
}

void ColumnHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const auto index = static_cast<std::size_t>(logicalIndex);
    if (index >= m_columns.size())
        return;
    const Colours colours = coloursFor(palette());
    const Column& column = *m_columns[index];
    const bool selected = logicalIndex == m_current;
    painter->save();
    painter->fillRect(rect, selected ? colours.accentSurface : colours.surface);
    painter->setPen(colours.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());

    QRect line = rect.adjusted(space::small, 6, -space::small, 0);
    line.setHeight(nameHeight);
    QFont nameFont = fontFor(Type::Text);
    nameFont.setWeight(QFont::DemiBold);
    painter->setFont(nameFont);
    painter->setPen(colours.text);
    const auto elided = [&](const QString& text, int width) {
        return painter->fontMetrics().elidedText(text, Qt::ElideMiddle, width);
    };
    const bool arrow = logicalIndex == m_sorted || logicalIndex == m_hovered;
    const int nameWidth = line.width() - (arrow ? arrowSize : 0);
    painter->drawText(line, Qt::AlignVCenter, elided(QString::fromStdString(column.name), nameWidth));
    if (arrow)
        paintArrow(*painter, QRect(line.right() - arrowSize + space::hair, line.top(), arrowSize, nameHeight),
                   logicalIndex);

    line = QRect(line.left(), line.bottom() + 1, line.width(), smallHeight);
    painter->setFont(fontFor(Type::Note));
    painter->setPen(colours.muted);
    painter->drawText(line, Qt::AlignVCenter, elided(factsOf(column), line.width()));

    line = QRect(line.left(), line.bottom() + 1, line.width(), smallHeight);
    if (index < m_roles.size())
        paintRole(*painter, line, m_roles[index]);
    if (index < m_bars.size())
        paintHistogram(*painter, QRectF(line.left(), line.bottom() + 4, line.width(), histogramHeight), m_bars[index]);
    painter->restore();
}

void ColumnHeader::paintArrow(QPainter& painter, const QRect& rect, int column) const
{
    const Colours colours = coloursFor(palette());
    const bool sorted = column == m_sorted;
    const double down = sorted && m_direction == SortDirection::Descending ? 1 : -1;
    const QPointF middle = QRectF(rect).center();
    const QPointF corners[] = {middle + QPointF(-4, -2.5 * down), middle + QPointF(4, -2.5 * down),
                               middle + QPointF(0, 2.5 * down)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(sorted ? colours.accent : colours.muted, 1.5));
    painter.setBrush(sorted ? QBrush(colours.accent) : QBrush(Qt::NoBrush));
    painter.drawPolygon(corners, 3);
    painter.restore();
}

void ColumnHeader::paintRole(QPainter& painter, const QRect& rect, Role role) const
{
    const Colours colours = coloursFor(palette());
    QFont font = fontFor(Type::Note);
    font.setWeight(role == Role::Target ? QFont::Bold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(role == Role::Ignore ? colours.muted : colours.accent);
    painter.drawText(rect, Qt::AlignVCenter, roleText(role));
}

void ColumnHeader::paintHistogram(QPainter& painter, const QRectF& rect, const std::vector<double>& bars) const
{
    if (bars.empty())
        return;
    QColor colour = coloursFor(palette()).muted;
    colour.setAlphaF(0.5f);
    const double width = rect.width() / static_cast<double>(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double height = bars[i] > 0 ? std::max(1.0, bars[i] * rect.height()) : 0.0;
        painter.fillRect(QRectF(rect.left() + width * static_cast<double>(i), rect.bottom() - height,
                                std::max(1.0, width - 1), height),
                         colour);
    }
}

}
