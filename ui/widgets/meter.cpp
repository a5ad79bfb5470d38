#include "ui/widgets/meter.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {
constexpr int thickness = 6;
}

Meter::Meter(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(thickness);
    setMinimumWidth(48);
}

void Meter::setFraction(double fraction)
{
    m_fraction = std::isfinite(fraction) ? std::max(0.0, fraction) : 0.0;
    update();
}

void Meter::setColour(const QColor& colour)
{
    m_colour = colour;
    update();
}

QSize Meter::sizeHint() const
{
    return {120, thickness};
}

void Meter::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    const QRectF whole(rect());
    painter.drawRoundedRect(whole, thickness / 2.0, thickness / 2.0);
    if (m_fraction <= 0)
        return;
    painter.setBrush(m_fraction > 1 ? colours.error : m_colour.isValid() ? m_colour : colours.accent);
    const double width = std::max<double>(thickness, whole.width() * std::min(1.0, m_fraction));
    painter.drawRoundedRect(QRectF(0, 0, width, thickness), thickness / 2.0, thickness / 2.0);
}

}
