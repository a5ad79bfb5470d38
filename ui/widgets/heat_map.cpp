#include "ui/widgets/heat_map.h"

#include "ui/widgets/colour_scale.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/tokens.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {

constexpr double mostName = 132;
constexpr double mostCell = 110;
constexpr double leastForNumber = 34; ///< pixels of a cell that a number fits into
constexpr double inset = 8;

QString numberText(double value)
{
    return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', 2).replace(u'-', u'−');
}

/// Black or white, whichever can be read better on a colour.
QColor inkOn(const QColor& colour)
{
    const auto linear = [](double part) { return std::pow(part, 2.2); };
    const double luminance =
        0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    constexpr double equallyGood = 0.18;
    return luminance > equallyGood ? QColor(Qt::black) : QColor(Qt::white);
}

}

HeatMap::HeatMap(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void HeatMap::show(const QStringList& names, const std::vector<double>& values, bool firstMatters)
{
    m_names = names;
    m_values = values;
    m_firstMatters = firstMatters;
    m_row = 0;
    m_column = std::min<int>(1, static_cast<int>(names.size()) - 1);
    const QSizeF cells = static_cast<double>(names.size()) * m_look.leastCell;
    const bool upright = widestName() > m_look.leastCell.width();
    setMinimumSize(static_cast<int>(nameRoom() + inset + cells.width()),
                   static_cast<int>(topRoom(upright) + inset + cells.height()));
    update();
}

void HeatMap::setValues(const std::vector<double>& values)
{
    m_values = values;
    update();
}

void HeatMap::setLook(HeatMapLook look)
{
    m_look = std::move(look);
    update();
}

double HeatMap::widestName() const
{
    QFont font = fontFor(Type::Note);
    font.setBold(m_firstMatters); // as the first is drawn
    const QFontMetricsF metrics(font);
    double widest = 0;
    for (const QString& name : m_names)
        widest = std::max(widest, metrics.horizontalAdvance(name));
    return widest;
}

double HeatMap::nameRoom() const
{
    const QFontMetricsF metrics(fontFor(Type::Note));
    double widest = widestName();
    for (const QString& caption : {m_look.rows, m_look.columns})
        widest = std::max(widest, metrics.horizontalAdvance(caption));
    return std::min(widest + 2 * inset, mostName);
}

double HeatMap::topRoom(bool upright) const
{
    if (upright)
        return nameRoom();
    const int lines = m_look.columns.isEmpty() ? 1 : 2;
    return lines * QFontMetricsF(fontFor(Type::Note)).height() + 1.5 * inset;
}

/// Names stand upright above cells that are narrower than they are.
HeatMap::Layout HeatMap::layoutFor(const QSizeF& size) const
{
    const Layout level = layoutFor(size, false);
    return widestName() > level.cell.width() ? layoutFor(size, true) : level;
}

HeatMap::Layout HeatMap::layoutFor(const QSizeF& size, bool upright) const
{
    const auto count = std::max<double>(1, static_cast<double>(m_names.size()));
    Layout layout;
    layout.left = nameRoom();
    const double width = std::min((size.width() - layout.left - inset) / count, mostCell);
    layout.upright = upright;
    layout.top = topRoom(upright);
    const double height = std::min((size.height() - layout.top - inset) / count, width);
    layout.cell = QSizeF(std::min(width, m_look.widest * height), height).expandedTo(m_look.leastCell);
    return layout;
}

QRectF HeatMap::cellRect(int row, int column) const
{
    const Layout layout = layoutFor(size());
    return {QPointF(layout.left + column * layout.cell.width(), layout.top + row * layout.cell.height()), layout.cell};
}

QString HeatMap::cellText(int row, int column) const
{
    if (m_look.told)
        return m_look.told(row, column);
    return QStringLiteral("%1 · %2: %3").arg(m_names[row], m_names[column], numberText(valueAt(row, column)));
}

QString HeatMap::textIn(int row, int column) const
{
    return m_look.inCell ? m_look.inCell(row, column) : numberText(valueAt(row, column));
}

double HeatMap::valueAt(int row, int column) const
{
    return m_values[static_cast<std::size_t>(row * m_names.size() + column)];
}

void HeatMap::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    if (m_names.isEmpty())
        return;
    draw(painter, size());
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, 2));
        painter.drawRect(cellRect(m_row, m_column));
    }
}

void HeatMap::draw(QPainter& painter, const QSizeF& size) const
{
    const Layout layout = layoutFor(size);
    drawNames(painter, layout);
    drawCells(painter, layout);
}

void HeatMap::drawNames(QPainter& painter, const Layout& layout) const
{
    const Colours colours = coloursFor(palette());
    const QFontMetricsF metrics(fontFor(Type::Note));
    const int step = std::max(1, static_cast<int>(std::ceil(metrics.height() / layout.cell.height())));
    painter.setFont(fontFor(Type::Note));
    painter.setPen(colours.text);
    const QRectF corner(inset, inset / 2, layout.left - 2 * inset, layout.top - inset);
    painter.drawText(corner, Qt::AlignRight | Qt::AlignTop, m_look.columns);
    painter.drawText(corner, Qt::AlignLeft | Qt::AlignBottom, m_look.rows);
    for (int i = 0; i < m_names.size(); i += step) {
        QFont font = fontFor(Type::Note);
        font.setBold(m_firstMatters && i == 0);
        painter.setFont(font);
        painter.setPen(m_firstMatters && i == 0 ? colours.accent : colours.muted);
        const QString name = QFontMetricsF(font).elidedText(m_names[i], Qt::ElideMiddle, layout.left - 2 * inset);
        const double middle = layout.top + (i + 0.5) * layout.cell.height();
        painter.drawText(QRectF(inset, middle - metrics.height(), layout.left - 2 * inset, 2 * metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, name);
        if (!layout.upright) {
            painter.drawText(QRectF(layout.left + i * layout.cell.width(), layout.top - metrics.height() - inset / 2,
                                    layout.cell.width(), metrics.height()),
                             Qt::AlignCenter, name);
            continue;
        }
        painter.save();
        painter.translate(layout.left + (i + 0.5) * layout.cell.width(), layout.top - inset);
        painter.rotate(-90);
        painter.drawText(QRectF(0, -metrics.height(), layout.top, 2 * metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.restore();
    }
}

void HeatMap::drawCells(QPainter& painter, const Layout& layout) const
{
    const Colours colours = coloursFor(palette());
    const int count = static_cast<int>(m_names.size());
    painter.setFont(fontFor(Type::Note));
    for (int row = 0; row < count; ++row) {
        for (int column = 0; column < count; ++column) {
            const double gap = layout.cell.height() > 12 ? 1 : 0;
            const QRectF rect(layout.left + column * layout.cell.width(), layout.top + row * layout.cell.height(),
                              layout.cell.width() - gap, layout.cell.height() - gap);
            const double value = valueAt(row, column);
            const QColor colour = m_look.colour ? m_look.colour(value, colours) : correlationColour(value, colours);
            painter.fillRect(rect, colour);
            if (layout.cell.width() < leastForNumber)
                continue;
            painter.setPen(inkOn(colour));
            painter.drawText(rect, Qt::AlignCenter, textIn(row, column));
        }
    }
}

QPoint HeatMap::cellAt(const QPointF& place) const
{
    const Layout layout = layoutFor(size());
    const auto column = static_cast<int>(std::floor((place.x() - layout.left) / layout.cell.width()));
    const auto row = static_cast<int>(std::floor((place.y() - layout.top) / layout.cell.height()));
    const auto inside = [&](int index) { return index >= 0 && index < m_names.size(); };
    return inside(column) && inside(row) ? QPoint(column, row) : QPoint(-1, -1);
}

void HeatMap::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint cell = cellAt(event->position());
    setCursor(cell.x() >= 0 && cell.x() != cell.y() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QToolTip::showText(event->globalPosition().toPoint(), cell.x() < 0 ? QString() : cellText(cell.y(), cell.x()),
                       this);
}

void HeatMap::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint cell = cellAt(event->position());
    if (event->button() != Qt::LeftButton || cell.x() < 0)
        return;
    moveTo(cell.y(), cell.x());
    emit cellChosen(cell.y(), cell.x());
}

void HeatMap::keyPressEvent(QKeyEvent* event)
{
    if (m_names.isEmpty())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_row, m_column - 1);
    case Qt::Key_Right:
        return moveTo(m_row, m_column + 1);
    case Qt::Key_Up:
        return moveTo(m_row - 1, m_column);
    case Qt::Key_Down:
        return moveTo(m_row + 1, m_column);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit cellChosen(m_row, m_column);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void HeatMap::moveTo(int row, int column)
{
    const int last = static_cast<int>(m_names.size()) - 1;
    m_row = std::clamp(row, 0, last);
    m_column = std::clamp(column, 0, last);
    setAccessibleDescription(cellText(m_row, m_column));
    update();
    emit cellReached(cellRect(m_row, m_column).toAlignedRect());
}

void HeatMap::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_names.isEmpty())
        return;
    QMenu menu(this);
    const auto drawOn = [this](QPaintDevice& device) {
        QPainter painter(&device);
        painter.fillRect(QRectF(QPointF(), size()), coloursFor(palette()).surface);
        draw(painter, size());
    };
    addExportActions(menu, *this, {accessibleName(), size(), drawOn, [this] { return csv(); }});
    menu.exec(event->globalPos());
}

QString HeatMap::csv() const
{
    QString text;
    for (const QString& name : m_names)
        text += u',' + csvCell(name);
    text += u'\n';
    for (int row = 0; row < m_names.size(); ++row) {
        text += csvCell(m_names[row]);
        for (int column = 0; column < m_names.size(); ++column) {
            const double value = valueAt(row, column);
            text += u',' + (std::isnan(value) ? QString() : QString::number(value, 'g', 6));
        }
        text += u'\n';
    }
    return text;
}

}
