#include "ui/widgets/split_bar.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {
constexpr int splitHeight = 26;
constexpr int labelHeight = 20;
constexpr double leastTraining = 10;
constexpr double borderReach = 8; ///< pixels left and right of a border
}

std::array<QColor, 3> partColours(const Colours& colours)
{
    QColor validation = colours.accent;
    validation.setAlphaF(0.45f);
    return {colours.accent, validation, colours.line};
}

SplitBar::SplitBar(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFixedHeight(splitHeight + labelHeight + 2);
    setMinimumWidth(240);
}

void SplitBar::setSplit(const Split& split, Free borders)
{
    m_split = split;
    m_free = borders;
    setFocusPolicy(borders == Free::None ? Qt::NoFocus : Qt::StrongFocus);
    setToolTip(borders == Free::None ? tr("Each row's part is given.")
               : borders == Free::First
                   ? tr("Drag the border, or move it with the arrow keys.")
                   : tr("Drag a border, or move it with the arrow keys; with Shift the second one."));
    update();
}

void SplitBar::setCounts(const std::array<std::size_t, 3>& rows)
{
    m_rows = rows;
    setAccessibleDescription(legend());
    update();
}

QSize SplitBar::sizeHint() const
{
    return {420, splitHeight + labelHeight + 2};
}

void SplitBar::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    const double edges[] = {0, borderAt(0), borderAt(1), 100};
    const double values[] = {edges[1], edges[2] - edges[1], edges[3] - edges[2]};
    const std::array<QColor, 3> fills = partColours(colours);
    const QColor inks[] = {colours.onAccent, colours.text, colours.text};

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(1, 1, width() - 2, splitHeight - 2), cornerRadius, cornerRadius);
    painter.fillPath(outline, colours.surface);
    for (int part = 0; part < 3; ++part) {
        const double left = edges[part] / 100 * width(), right = edges[part + 1] / 100 * width();
        painter.setClipPath(outline);
        painter.fillRect(QRectF(left, 0, right - left - (part < 2 ? 2 : 0), splitHeight), fills[part]);
        painter.setPen(inks[part]);
        painter.setFont(fontFor(Type::Note));
        const QString percent = QStringLiteral("%1 %").arg(countText(std::lround(values[part])));
        if (right - left > painter.fontMetrics().horizontalAdvance(percent))
            painter.drawText(QRectF(left, 0, right - left, splitHeight), Qt::AlignCenter, percent);
        painter.setClipping(false);
    }
    painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(colours.line, 1));
    painter.drawPath(outline);

    painter.setPen(colours.muted);
    painter.drawText(QRectF(0, splitHeight + 2, width(), labelHeight), Qt::AlignLeft | Qt::AlignVCenter, legend());
}

void SplitBar::mousePressEvent(QMouseEvent* event)
{
    m_dragged = borderNear(event->position().x());
}

void SplitBar::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged >= 0)
        moveBorder(m_dragged, 100 * event->position().x() / width());
    else
        setCursor(borderNear(event->position().x()) >= 0 ? Qt::SplitHCursor : Qt::ArrowCursor);
}

void SplitBar::mouseReleaseEvent(QMouseEvent*)
{
    m_dragged = -1;
}

void SplitBar::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int border = event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : 0;
    if (!step || !isFree(border)) {
        QWidget::keyPressEvent(event);
        return;
    }
    moveBorder(border, borderAt(border) + step);
}

double SplitBar::borderAt(int border) const
{
    if (m_free != Free::Both && allRows() > 0)
        return 100 * static_cast<double>(m_rows[0] + (border ? m_rows[1] : 0)) / allRows();
    const double all = m_split.training + m_split.validation + m_split.test;
    if (all <= 0)
        return 100;
    return 100 * (m_split.training + (border ? m_split.validation : 0)) / all;
}

void SplitBar::moveBorder(int border, double percent)
{
    const double least = border == 0 ? leastTraining : borderAt(0);
    const double most = border == 0 ? borderAt(1) : 100;
    const double place = std::clamp(std::round(percent), least, std::max(least, most));
    const double first = border == 0 ? place : borderAt(0);
    const double second = border == 1 ? place : borderAt(1);
    Split wanted = m_split;
    if (m_free == Free::First) {
        // What is not for the test is shared out in the proportion that the bar shows.
        const double both = m_split.training + m_split.validation;
        wanted.training = both * first / std::max(second, 1.0);
        wanted.validation = both - wanted.training;
        emit splitWanted(wanted);
        return;
    }
    wanted.training = first;
    wanted.validation = second - first;
    wanted.test = 100 - second;
    if (!(wanted == m_split))
        emit splitWanted(wanted);
}

int SplitBar::borderNear(double x) const
{
    for (int border : {1, 0})
        if (isFree(border) && std::abs(x - borderAt(border) / 100 * width()) <= borderReach)
            return border;
    return -1;
}

bool SplitBar::isFree(int border) const
{
    return m_free == Free::Both || (m_free == Free::First && border == 0);
}

double SplitBar::allRows() const
{
    return static_cast<double>(m_rows[0] + m_rows[1] + m_rows[2]);
}

QString SplitBar::legend() const
{
    const QString names[] = {tr("Training"), tr("Validation"), tr("Test")};
    QStringList parts;
    for (std::size_t part = 0; part < m_rows.size(); ++part)
        parts << QStringLiteral("%1: %2").arg(names[part], countText(static_cast<std::int64_t>(m_rows[part])));
    return parts.join(QStringLiteral("   ·   "));
}

}
