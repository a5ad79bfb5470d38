#include "ui/widgets/point_places.h"

#include <QLineF>

#include <algorithm>

namespace broto::ui {

namespace {

/// Takes a point and all that touch it, or touch those, out of what is left.
std::vector<std::size_t> takeTouching(std::vector<std::size_t>& left, const std::vector<QPointF>& points,
                                      double distance)
{
    std::vector<std::size_t> touching = {left.front()};
    left.erase(left.begin());
    for (std::size_t next = 0; next < touching.size(); ++next) {
        const QPointF point = points[touching[next]];
        const auto touches = [&](std::size_t other) { return QLineF(point, points[other]).length() < distance; };
        std::ranges::copy_if(left, std::back_inserter(touching), touches);
        std::erase_if(left, touches);
    }
    return touching;
}

}

std::vector<QPointF> pointsApart(std::vector<QPointF> points, double distance)
{
    std::vector<std::size_t> left(points.size());
    for (std::size_t i = 0; i < left.size(); ++i)
        left[i] = i;
    while (!left.empty()) {
        std::vector<std::size_t> touching = takeTouching(left, points, distance);
        if (touching.size() == 1)
            continue;
        std::ranges::sort(touching);
        std::ranges::stable_sort(touching, {}, [&](std::size_t i) { return points[i].x(); });
        double middle = 0;
        for (const std::size_t i : touching)
            middle += points[i].x() / static_cast<double>(touching.size());
        const double first = middle - distance * static_cast<double>(touching.size() - 1) / 2;
        for (std::size_t place = 0; place < touching.size(); ++place)
            points[touching[place]].setX(first + distance * static_cast<double>(place));
    }
    return points;
}

}
