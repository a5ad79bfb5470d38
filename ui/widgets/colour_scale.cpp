#include "ui/widgets/colour_scale.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {
constexpr TextPixels scaleTextHeight(18);
constexpr int scaleHeight = 10;
}

QColor correlationColour(double value, const Colours& colours)
{
    if (std::isnan(value))
        return colours.surface;
    const bool dark = colours.surface.lightness() < 128;
    const QColor ink = value >= 0 ? (dark ? QColor(0x2E8BC0) : QColor(0x0072B2)) : QColor(0xD55E00);
    const double share = std::min(std::abs(value), 1.0);
    const auto mix = [share](int to, int from) { return static_cast<int>(from + share * (to - from)); };
    return {mix(ink.red(), colours.surface.red()), mix(ink.green(), colours.surface.green()),
            mix(ink.blue(), colours.surface.blue())};
}

ColourScale::ColourScale(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(scaleHeight + scaleTextHeight);
    setMinimumWidth(120);
}

void ColourScale::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QLinearGradient gradient(0, 0, width(), 0);
    for (const double place : {0.0, 0.5, 1.0})
        gradient.setColorAt(place, correlationColour(2 * place - 1, colours));
    QPainter painter(this);
    painter.fillRect(QRectF(0, 0, width(), scaleHeight), gradient);
    painter.setPen(colours.muted);
    painter.setFont(fontFor(Type::Note));
    const QRect text(0, scaleHeight, width(), scaleTextHeight);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("−1"));
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignVCenter, QStringLiteral("0"));
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("1"));
}

}
