#include "ui/widgets/network_view.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

// What the mouse does with the drawing: it tells numbers, and makes columns longer and shorter.

namespace broto::ui {

namespace {
constexpr double pixelsPerNeuron = 8; ///< of a drag
constexpr int wheelStep = 120;        ///< eighths of a degree
constexpr int spotWidth = 3;
}

void NetworkView::mousePressEvent(QMouseEvent* event)
{
    const auto column = m_layout.hiddenColumnAt(event->position());
    if (event->button() != Qt::LeftButton || !column || m_locked)
        return QWidget::mousePressEvent(event);
    m_drag = Drag{*column, event->position().y(), m_layout.units(*column)};
}

void NetworkView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag) {
        const double more = (event->position().y() - m_drag->from) / pixelsPerNeuron;
        wantUnits(m_drag->column, m_drag->units + static_cast<int>(std::lround(more)));
        return;
    }
    pointAt(m_layout.spotAt(event->position()));
    if (!m_locked && m_layout.hiddenColumnAt(event->position()))
        setCursor(Qt::SizeVerCursor);
    else
        unsetCursor();
    if (m_spot)
        QToolTip::showText(event->globalPosition().toPoint(), textOf(*m_spot), this);
    else
        QToolTip::hideText();
}

void NetworkView::mouseReleaseEvent(QMouseEvent* event)
{
    m_drag.reset();
    QWidget::mouseReleaseEvent(event);
}

void NetworkView::leaveEvent(QEvent* event)
{
    pointAt({});
    QWidget::leaveEvent(event);
}

void NetworkView::wheelEvent(QWheelEvent* event)
{
    const auto column = m_layout.hiddenColumnAt(event->position());
    if (!column || m_locked) {
        event->ignore(); // goes on to what scrolls
        return;
    }
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / wheelStep;
    m_wheel -= steps * wheelStep;
    if (steps != 0)
        wantUnits(*column, m_layout.units(*column) + steps);
    event->accept();
}

void NetworkView::wantUnits(int column, int units)
{
    const auto layer = static_cast<std::size_t>(column - 1);
    const int wanted = std::clamp(units, 1, mostUnits);
    if (layer < m_design.hidden.size() && wanted != m_design.hidden[layer].units)
        want([&](NetworkDesign& design) { design.hidden[layer].units = wanted; });
}

void NetworkView::pointAt(const std::optional<NetworkSpot>& spot)
{
    if (spot == m_spot)
        return;
    m_spot = spot;
    update();
}

const DenseLayer* NetworkView::learned(int column) const
{
    const auto layer = static_cast<std::size_t>(column - 1);
    if (column == 0 || !m_weights || layer >= m_weights->layers.size())
        return nullptr;
    const DenseLayer& found = m_weights->layers[layer];
    const bool fits = found.weights.rows() == m_layout.units(column) &&
                      found.weights.cols() == m_layout.units(column - 1) && found.bias.size() == found.weights.rows();
    return fits ? &found : nullptr;
}

QString NetworkView::neuronName(int column, int neuron) const
{
    const QString number = countText(neuron + 1);
    if (m_layout.isHidden(column))
        return tr("neuron %1 of layer %2").arg(number, countText(column));
    const QStringList& names = column == 0 ? m_inputNames : m_outputNames;
    if (names.size() == m_layout.units(column))
        return names[neuron];
    return (column == 0 ? tr("input %1") : tr("output %1")).arg(number);
}

QString NetworkView::textOf(const NetworkSpot& spot) const
{
    const QString name = neuronName(spot.column, spot.neuron);
    if (spot.to >= 0) {
        const QString edge = tr("%1 → %2").arg(name, neuronName(spot.column + 1, spot.to));
        const DenseLayer* layer = learned(spot.column + 1);
        return layer
                   ? tr("%1: weight %2").arg(edge, valueText(static_cast<double>(layer->weights(spot.to, spot.neuron))))
                   : edge;
    }
    const DenseLayer* layer = learned(spot.column);
    return layer ? tr("%1: bias %2").arg(name, valueText(static_cast<double>(layer->bias[spot.neuron]))) : name;
}

void NetworkView::paintSpot(QPainter& painter) const
{
    if (!m_spot)
        return;
    const std::vector<QPointF> from = m_layout.neurons(m_spot->column);
    const auto neuron = static_cast<std::size_t>(m_spot->neuron);
    if (neuron >= from.size())
        return;
    painter.setPen(QPen(coloursFor(palette()).accent, spotWidth));
    painter.setBrush(Qt::NoBrush);
    if (m_spot->to < 0) {
        painter.drawEllipse(from[neuron], NetworkLayout::neuronRadius, NetworkLayout::neuronRadius);
        return;
    }
    const std::vector<QPointF> to = m_layout.neurons(m_spot->column + 1);
    if (const auto end = static_cast<std::size_t>(m_spot->to); end < to.size())
        painter.drawLine(from[neuron], to[end]);
}

}
