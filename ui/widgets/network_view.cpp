#include "ui/widgets/network_view.h"

#include "ui/widgets/elided_combo.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/layer_popup.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/training_texts.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {

constexpr int smallButton = 28;

}

NetworkView::NetworkView(QWidget* parent) : QWidget(parent)
{
    setMinimumHeight(minimumSizeHint().height());
    setMouseTracking(true);
}

void NetworkView::setDesign(const NetworkDesign& design, int inputs, int outputs)
{
    const bool sameColumns = design.hidden.size() == m_design.hidden.size() && !m_addButtons.empty();
    m_design = design;
    m_inputs = inputs;
    m_outputs = outputs;
    layOut();
    if (!sameColumns)
        makeControls();
    for (std::size_t i = 0; i < m_controls.size(); ++i) {
        const QSignalBlocker units(m_controls[i].units), activation(m_controls[i].activation);
        if (m_controls[i].units->value() != design.hidden[i].units)
            m_controls[i].units->setValue(design.hidden[i].units);
        m_controls[i].activation->setCurrentIndex(
            m_controls[i].activation->findData(static_cast<int>(design.hidden[i].activation)));
        m_controls[i].more->setText(LayerPopup::summary(design.hidden[i]));
    }
    if (m_popup && m_popupLayer < design.hidden.size())
        m_popup->show(design.hidden[m_popupLayer]);
    setMinimumWidth(minimumSizeHint().width());
    update();
}

void NetworkView::setNames(QStringList inputs, QStringList outputs)
{
    m_inputNames = std::move(inputs);
    m_outputNames = std::move(outputs);
}

/// Where all of it stands, for the size and the design of now.
void NetworkView::layOut()
{
    std::vector<int> units = {m_inputs};
    for (const HiddenLayer& layer : m_design.hidden)
        units.push_back(layer.units);
    units.push_back(m_outputs);
    m_layout = NetworkLayout(size(), std::move(units));
    m_spot.reset();
}

void NetworkView::setWeights(std::shared_ptr<const Network> network)
{
    if (network == m_weights)
        return;
    m_weights = std::move(network);
    update();
}

void NetworkView::setLocked(bool locked)
{
    if (locked == m_locked)
        return;
    m_locked = locked;
    enableControls();
}

void NetworkView::enableControls()
{
    for (const Controls& controls : m_controls)
        for (QWidget* control : {controls.panel, static_cast<QWidget*>(controls.remove)})
            control->setEnabled(!m_locked);
    for (QToolButton* button : m_addButtons)
        button->setEnabled(!m_locked && m_design.hidden.size() < static_cast<std::size_t>(mostLayers));
}

QSize NetworkView::minimumSizeHint() const
{
    return NetworkLayout::leastSize(static_cast<int>(m_design.hidden.size()) + 2);
}

void NetworkView::makeControls()
{
    for (const Controls& controls : m_controls) {
        controls.panel->deleteLater();
        controls.remove->deleteLater();
    }
    for (QToolButton* button : m_addButtons)
        button->deleteLater();
    m_controls.clear();
    m_addButtons.clear();
    for (std::size_t i = 0; i < m_design.hidden.size(); ++i) {
        m_addButtons.push_back(makeAddButton(i));
        m_controls.push_back(makeLayerControls(i));
    }
    m_addButtons.push_back(makeAddButton(m_design.hidden.size()));
    enableControls();
    retranslate();
    placeControls();
}

NetworkView::Controls NetworkView::makeLayerControls(std::size_t layer)
{
    Controls controls;
    controls.panel = new QWidget(this);
    controls.units = new QSpinBox(controls.panel);
    controls.units->setObjectName(QStringLiteral("units%1").arg(layer + 1));
    controls.units->setRange(1, mostUnits);
    controls.units->setKeyboardTracking(false);
    controls.units->setAlignment(Qt::AlignLeft);
    controls.activation = new ElidedCombo(controls.panel);
    controls.activation->setObjectName(QStringLiteral("activation%1").arg(layer + 1));
    for (Activation activation : offeredActivations)
        controls.activation->addItem(activationText(activation), static_cast<int>(activation));
    controls.more = new QToolButton(controls.panel);
    controls.more->setObjectName(QStringLiteral("layerMore%1").arg(layer + 1));
    controls.more->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTextFont(*controls.more, Type::Note);
    connect(controls.more, &QToolButton::clicked, this, [this, layer] { openPopup(layer); });
    controls.remove = new QToolButton(this);
    controls.remove->setFixedSize(smallButton, smallButton);
    controls.remove->setObjectName(QStringLiteral("removeLayer%1").arg(layer + 1));
    controls.remove->setIcon(icon(QStringLiteral("close"), Tint::Muted));
    auto* layout = new QVBoxLayout(controls.panel);
    layout->setContentsMargins(space::hair, 0, space::hair, 0);
    layout->setSpacing(space::hair);
    layout->addWidget(controls.units);
    layout->addWidget(controls.activation);
    layout->addWidget(controls.more);
    connect(controls.units, &QSpinBox::valueChanged, this,
            [this, layer](int units) { want([&](NetworkDesign& design) { design.hidden[layer].units = units; }); });
    connect(controls.activation, &QComboBox::activated, this, [this, layer, box = controls.activation] {
        const auto activation = static_cast<Activation>(box->currentData().toInt());
        want([&](NetworkDesign& design) { design.hidden[layer].activation = activation; });
    });
    connect(controls.remove, &QToolButton::clicked, this, [this, layer] {
        want([&](NetworkDesign& design) {
            design.hidden.erase(design.hidden.begin() + static_cast<std::ptrdiff_t>(layer));
        });
    });
    controls.panel->show();
    controls.remove->show();
    return controls;
}

QToolButton* NetworkView::makeAddButton(std::size_t position)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("addLayer%1").arg(position));
    button->setIcon(icon(QStringLiteral("plus"), Tint::Accent));
    button->setFixedSize(smallButton, smallButton);
    connect(button, &QToolButton::clicked, this, [this, position] {
        want([&](NetworkDesign& design) {
            const std::size_t like = std::min(position, design.hidden.size() - 1);
            const HiddenLayer layer = design.hidden.empty() ? HiddenLayer{} : design.hidden[like];
            design.hidden.insert(design.hidden.begin() + static_cast<std::ptrdiff_t>(position), layer);
        });
    });
    button->show();
    return button;
}

void NetworkView::placeControls()
{
    const int top = height() - NetworkLayout::controlsHeight() + space::hair;
    const int columnWidth = NetworkLayout::columnWidth();
    for (std::size_t i = 0; i < m_controls.size(); ++i) {
        const int left = static_cast<int>(m_layout.centre(static_cast<int>(i) + 1)) - columnWidth / 2 + 2;
        m_controls[i].panel->setGeometry(left, top, columnWidth - 4, NetworkLayout::controlsHeight() - space::small);
        const double centre = m_layout.centre(static_cast<int>(i) + 1);
        m_controls[i].remove->move(static_cast<int>(centre) - smallButton / 2, space::hair);
    }
    for (std::size_t i = 0; i < m_addButtons.size(); ++i) {
        QToolButton* button = m_addButtons[i];
        const double middle = (m_layout.centre(static_cast<int>(i)) + m_layout.centre(static_cast<int>(i) + 1)) / 2;
        button->move(static_cast<int>(middle) - smallButton / 2, space::hair);
    }
}

void NetworkView::retranslate()
{
    for (std::size_t i = 0; i < m_controls.size(); ++i) {
        m_controls[i].units->setAccessibleName(tr("Neurons of hidden layer %1").arg(i + 1));
        m_controls[i].units->setToolTip(
            tr("Neurons; the column above can be dragged longer and shorter too, or by the wheel."));
        m_controls[i].activation->setAccessibleName(tr("Activation of hidden layer %1").arg(i + 1));
        m_controls[i].activation->setToolTip(tr("What a neuron makes of its sum, before the next layer gets it."));
        m_controls[i].more->setToolTip(tr("Dropout and normalisation of this layer."));
        m_controls[i].more->setAccessibleName(tr("More about hidden layer %1").arg(i + 1));
        if (i < m_design.hidden.size())
            m_controls[i].more->setText(LayerPopup::summary(m_design.hidden[i]));
        m_controls[i].remove->setAccessibleName(tr("Remove hidden layer %1").arg(i + 1));
        m_controls[i].remove->setToolTip(tr("Remove this layer"));
        QComboBox& box = *m_controls[i].activation;
        for (int item = 0; item < box.count(); ++item) {
            const auto activation = static_cast<Activation>(box.itemData(item).toInt());
            box.setItemText(item, activationText(activation));
            box.setItemData(item, activationExplanation(activation), Qt::ToolTipRole);
        }
        box.view()->setMinimumWidth(box.view()->sizeHintForColumn(0) + 2 * space::medium); // wider than the field
    }
    for (QToolButton* button : m_addButtons) {
        button->setToolTip(tr("Add a layer here"));
        button->setAccessibleName(tr("Add a layer here"));
    }
}

void NetworkView::openPopup(std::size_t layer)
{
    m_popup = new LayerPopup(m_design.hidden[layer], this);
    m_popupLayer = layer;
    connect(m_popup, &LayerPopup::layerWanted, this, [this, layer](const HiddenLayer& wanted) {
        if (layer < m_design.hidden.size())
            want([&](NetworkDesign& design) { design.hidden[layer] = wanted; });
    });
    m_popup->openBelow(*m_controls[layer].more);
}

void NetworkView::want(const std::function<void(NetworkDesign&)>& change)
{
    NetworkDesign design = m_design;
    change(design);
    emit designWanted(design);
}

void NetworkView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int column = 0; column + 1 < m_layout.columns(); ++column)
        paintEdges(painter, column);
    for (int column = 0; column < m_layout.columns(); ++column)
        paintColumn(painter, column);
    paintSpot(painter);
}

void NetworkView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
    placeControls();
}

void NetworkView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NetworkView::paintEdges(QPainter& painter, int column) const
{
    const Colours colours = coloursFor(palette());
    const auto from = m_layout.neurons(column), to = m_layout.neurons(column + 1);
    const auto layer = static_cast<std::size_t>(column);
    const Matrix* weights = m_weights && layer < m_weights->layers.size() ? &m_weights->layers[layer].weights : nullptr;
    const bool fits =
        weights && weights->rows() == m_layout.units(column + 1) && weights->cols() == m_layout.units(column);
    const float largest = fits && weights->size() ? std::max(weights->cwiseAbs().maxCoeff(), 1e-6f) : 1.0f;
    for (std::size_t i = 0; i < from.size(); ++i) {
        for (std::size_t j = 0; j < to.size(); ++j) {
            QColor colour = colours.line;
            float strength = 0;
            if (fits) {
                const float weight = (*weights)(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(i)) / largest;
                strength = std::abs(weight);
                colour = weight < 0 ? seriesColour(1) : seriesColour(0);
                colour.setAlphaF(std::clamp(0.08f + 0.9f * strength, 0.0f, 1.0f));
            }
            // One pixel wide: wider lines are filled as areas, which costs many times as much, thirty times a second.
            painter.setPen(QPen(colour, 1));
            painter.drawLine(from[i], to[j]);
            for (float shown = 0.4f; shown < strength; shown += 0.3f) {
                const double down = shown < 0.6f ? 1 : -1;
                painter.drawLine(from[i] + QPointF(0, down), to[j] + QPointF(0, down));
            }
        }
    }
}

void NetworkView::paintColumn(QPainter& painter, int column) const
{
    const Colours colours = coloursFor(palette());
    const bool hidden = m_layout.isHidden(column);
    painter.setPen(QPen(hidden ? colours.accent : colours.muted, 1.5));
    painter.setBrush(hidden ? colours.accentSurface : colours.surface);
    const auto centres = m_layout.neurons(column);
    for (const QPointF& centre : centres)
        painter.drawEllipse(centre, NetworkLayout::neuronRadius, NetworkLayout::neuronRadius);

    const double middle = m_layout.centre(column);
    painter.setFont(fontFor(Type::Note));
    painter.setPen(colours.muted);
    const int more = m_layout.units(column) - static_cast<int>(centres.size());
    const int columnWidth = NetworkLayout::columnWidth(), endWidth = NetworkLayout::endWidth();
    const int noteHeight = NetworkLayout::noteHeight();
    const QRectF under(middle - columnWidth / 2.0, m_layout.drawing().bottom() - noteHeight, columnWidth, noteHeight);
    if (more > 0)
        painter.drawText(under, Qt::AlignCenter, tr("and %1 more").arg(countText(more)));
    if (hidden)
        return;
    painter.setPen(colours.text);
    const QString text = column == 0 ? tr("%Ln input(s)", nullptr, m_inputs) : tr("%Ln output(s)", nullptr, m_outputs);
    const QRectF label(middle - endWidth / 2.0, height() - NetworkLayout::controlsHeight() + space::small, endWidth,
                       24);
    painter.drawText(label, Qt::AlignCenter, text);
}

}
