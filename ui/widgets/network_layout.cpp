#include "ui/widgets/network_layout.h"

#include "ui/widgets/tokens.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {

constexpr TextPixels hiddenWidth(102), outerWidth(78);
constexpr TextPixels underHeight(112); ///< of the controls
constexpr TextPixels headingHeight(40);
constexpr TextPixels underNeurons(18);
constexpr int leastDrawing = 190;
constexpr qreal mostSpacing = 30;
constexpr qreal nearNeuron = NetworkLayout::neuronRadius + 3, nearEdge = 4;

double distance(const QPointF& place, const QLineF& line)
{
    const QPointF along = line.p2() - line.p1(), there = place - line.p1();
    const double share = std::clamp(QPointF::dotProduct(there, along) / QPointF::dotProduct(along, along), 0.0, 1.0);
    return QLineF(place, line.p1() + share * along).length();
}

}

NetworkLayout::NetworkLayout(QSize size, std::vector<int> units) : m_size(size), m_units(std::move(units)) {}

QSize NetworkLayout::leastSize(int columns)
{
    return {2 * outerWidth + (columns - 2) * hiddenWidth, headingHeight + leastDrawing + underHeight};
}

int NetworkLayout::columnWidth()
{
    return hiddenWidth;
}

int NetworkLayout::endWidth()
{
    return outerWidth;
}

int NetworkLayout::controlsHeight()
{
    return underHeight;
}

int NetworkLayout::noteHeight()
{
    return underNeurons;
}

double NetworkLayout::centre(int column) const
{
    const double spread = static_cast<double>(m_size.width()) / leastSize(columns()).width();
    if (column == 0)
        return spread * outerWidth / 2;
    if (column + 1 == columns())
        return m_size.width() - spread * outerWidth / 2;
    return spread * (outerWidth + hiddenWidth * (column - 0.5));
}

QRectF NetworkLayout::drawing() const
{
    return QRectF(0, headingHeight, m_size.width(), m_size.height() - headingHeight - underHeight);
}

std::vector<QPointF> NetworkLayout::neurons(int column) const
{
    const int drawn = std::min(units(column), mostDrawn);
    const QRectF area = drawing().adjusted(0, 0, 0, -underNeurons);
    const double spacing = std::min<double>(mostSpacing, area.height() / mostDrawn);
    std::vector<QPointF> centres;
    for (int i = 0; i < drawn; ++i)
        centres.emplace_back(centre(column), area.center().y() + spacing * (i - (drawn - 1) / 2.0));
    return centres;
}

std::optional<int> NetworkLayout::hiddenColumnAt(const QPointF& place) const
{
    if (!drawing().contains(place))
        return std::nullopt;
    constexpr double reach = 20; ///< the rest is the edges'
    for (int column = 1; column + 1 < columns(); ++column)
        if (std::abs(place.x() - centre(column)) <= reach)
            return column;
    return std::nullopt;
}

std::optional<NetworkSpot> NetworkLayout::spotAt(const QPointF& place) const
{
    const std::optional<NetworkSpot> neuron = neuronAt(place);
    return neuron ? neuron : edgeAt(place);
}

std::optional<NetworkSpot> NetworkLayout::neuronAt(const QPointF& place) const
{
    for (int column = 0; column < columns(); ++column) {
        const std::vector<QPointF> centres = neurons(column);
        for (std::size_t i = 0; i < centres.size(); ++i)
            if (QLineF(place, centres[i]).length() <= nearNeuron)
                return NetworkSpot{column, static_cast<int>(i)};
    }
    return std::nullopt;
}

/// The nearest one.
std::optional<NetworkSpot> NetworkLayout::edgeAt(const QPointF& place) const
{
    std::optional<NetworkSpot> nearest;
    double least = nearEdge;
    for (int column = 0; column + 1 < columns(); ++column) {
        if (place.x() < centre(column) || place.x() > centre(column + 1))
            continue;
        const std::vector<QPointF> from = neurons(column), to = neurons(column + 1);
        for (std::size_t i = 0; i < from.size(); ++i)
            for (std::size_t j = 0; j < to.size(); ++j)
                if (const double away = distance(place, {from[i], to[j]}); away < least) {
                    least = away;
                    nearest = NetworkSpot{column, static_cast<int>(i), static_cast<int>(j)};
                }
    }
    return nearest;
}

}
