#include "ui/widgets/stacked_bars.h"

namespace broto::ui {

namespace {
constexpr double gap = 1; ///< pixels between neighbours, where they are wide enough for one
constexpr double leastWithGap = 4;
}

double StackedBars::countAt(double key) const
{
    const auto bar = data()->findBegin(key, false);
    return bar != data()->constEnd() && bar->key == key ? bar->value : 0;
}

double StackedBars::lengthInPixels(double key) const
{
    const double count = countAt(key);
    const double length = std::abs(valueAxis()->coordToPixel(count) - valueAxis()->coordToPixel(0));
    return count > 0 ? std::max(length, 1.0) : 0;
}

double StackedBars::baseInPixels(double key) const
{
    const auto* below = dynamic_cast<const StackedBars*>(barBelow());
    return below ? below->baseInPixels(key) + below->lengthInPixels(key) : 0;
}

void StackedBars::draw(QCPPainter* painter)
{
    const bool standing = keyAxis()->orientation() == Qt::Horizontal;
    const double origin = valueAxis()->coordToPixel(0);
    painter->setPen(Qt::NoPen);
    painter->setBrush(brush());
    painter->setAntialiasing(false);
    for (const QCPBarsData& bar : *data()) {
        if (!(bar.value > 0))
            continue;
        const double from = keyAxis()->coordToPixel(bar.key - width() / 2);
        const double to = keyAxis()->coordToPixel(bar.key + width() / 2);
        const double first = std::round(std::min(from, to)), last = std::round(std::max(from, to));
        const double thickness = std::max(last - first - (last - first >= leastWithGap ? gap : 0), 1.0);
        const double near = std::round(baseInPixels(bar.key));
        const double far = std::max(std::round(baseInPixels(bar.key) + lengthInPixels(bar.key)), near + 1);
        painter->drawRect(standing ? QRectF(first, std::round(origin) - far, thickness, far - near)
                                   : QRectF(std::round(origin) + near, first, far - near, thickness));
    }
}

}
