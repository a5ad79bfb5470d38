#include "ui/widgets/byte_bar.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace broto::ui {

namespace {
constexpr int barHeight = 16;
constexpr int legendHeight = 20;
constexpr int swatch = 8;

QString partText(const ByteBar::Part& part)
{
    return QStringLiteral("%1 %2").arg(part.name, bytesText(part.bytes));
}
}

ByteBar::ByteBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(barHeight + legendHeight);
}

void ByteBar::setParts(std::vector<Part> parts)
{
    std::erase_if(parts, [](const Part& part) { return part.bytes <= 0; });
    m_parts = std::move(parts);
    QStringList names;
    for (const Part& part : m_parts)
        names << partText(part);
    setAccessibleName(names.join(QStringLiteral(", ")));
    update();
}

QSize ByteBar::sizeHint() const
{
    return {400, barHeight + legendHeight};
}

bool ByteBar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const Part* part = partAt(help->pos().x()))
            QToolTip::showText(help->globalPos(), partText(*part), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void ByteBar::paintEvent(QPaintEvent*)
{
    if (m_parts.empty())
        return;
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(0, 0, width(), barHeight), cornerRadius, cornerRadius);
    painter.setFont(fontFor(Type::Note));
    double left = 0, legend = 0;
    for (const Part& part : m_parts) {
        const double extent = width() * static_cast<double>(part.bytes) / static_cast<double>(total());
        painter.setClipPath(outline);
        painter.fillRect(QRectF(left, 0, std::max(1.0, extent - 1), barHeight), part.colour);
        painter.setClipping(false);
        left += extent;

        const QString text = partText(part);
        const int advance = swatch + space::hair + painter.fontMetrics().horizontalAdvance(text) + space::large;
        if (legend + advance <= width()) {
            painter.fillRect(QRectF(legend, barHeight + 9, swatch, swatch), part.colour);
            painter.setPen(colours.muted);
            painter.drawText(QRectF(legend + swatch + space::hair, barHeight + 3, advance, legendHeight),
                             Qt::AlignLeft | Qt::AlignVCenter, text);
            legend += advance;
        }
    }
}

std::int64_t ByteBar::total() const
{
    std::int64_t bytes = 0;
    for (const Part& part : m_parts)
        bytes += part.bytes;
    return bytes;
}

const ByteBar::Part* ByteBar::partAt(double x) const
{
    double left = 0;
    for (const Part& part : m_parts) {
        left += width() * static_cast<double>(part.bytes) / static_cast<double>(total());
        if (x < left)
            return &part;
    }
    return nullptr;
}

}
