#include "ui/widgets/group_symbol.h"

namespace broto::ui {

namespace {
constexpr double pointSize = 6;
}

QCPScatterStyle groupSymbol(std::size_t group, const QColor& colour)
{
    constexpr QCPScatterStyle::ScatterShape shapes[] = {
        QCPScatterStyle::ssDisc,    QCPScatterStyle::ssSquare,           QCPScatterStyle::ssTriangle,
        QCPScatterStyle::ssDiamond, QCPScatterStyle::ssTriangleInverted, QCPScatterStyle::ssCross,
        QCPScatterStyle::ssPlus};
    QColor filling = colour;
    filling.setAlphaF(0.7f);
    return {shapes[group % std::size(shapes)], QPen(colour, 1), filling, pointSize};
}

}
