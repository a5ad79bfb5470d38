#pragma once

#include <QPointF>

#include <vector>

namespace broto::ui {

/// Where points are drawn, in pixels, so that each is seen: those that lie closer than `distance` stand side by side,
/// in the order in which they lie.
std::vector<QPointF> pointsApart(std::vector<QPointF> points, double distance);

}
