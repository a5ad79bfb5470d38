#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>

#include <optional>
#include <vector>

namespace broto::ui {

/// A neuron of a drawn network, or the edge that goes on from it.
struct NetworkSpot {
    int column = 0; ///< 0: the inputs
    int neuron = 0; ///< in it, from 0
    int to = -1;    ///< a neuron of the next column: the edge between the two; -1: the neuron itself
    bool operator==(const NetworkSpot&) const = default;
};

/// Where the columns of a network and its neurons stand: inputs, hidden layers with controls below, outputs.
class NetworkLayout {
public:
    NetworkLayout() = default;
    NetworkLayout(QSize size, std::vector<int> units);

    static QSize leastSize(int columns);
    static int columnWidth(); ///< of a hidden layer
    static int endWidth();    ///< of the inputs and the outputs
    static int controlsHeight();
    static int noteHeight();

    static constexpr int mostDrawn = 12; ///< neurons of a column; more are told as a number
    static constexpr qreal neuronRadius = 7;

    int columns() const { return static_cast<int>(m_units.size()); }
    int units(int column) const { return m_units[static_cast<std::size_t>(column)]; }
    bool isHidden(int column) const { return column > 0 && column + 1 < columns(); }
    double centre(int column) const;
    QRectF drawing() const;
    std::vector<QPointF> neurons(int column) const; ///< those that are drawn

    std::optional<int> hiddenColumnAt(const QPointF& place) const;
    std::optional<NetworkSpot> spotAt(const QPointF& place) const;

private:
    std::optional<NetworkSpot> neuronAt(const QPointF& place) const;
    std::optional<NetworkSpot> edgeAt(const QPointF& place) const;

    QSize m_size;
    std::vector<int> m_units; ///< of each column
};

}
