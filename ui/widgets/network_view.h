#pragma once

#include "network/network.h"
#include "ui/widgets/network_layout.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QSpinBox;
class QToolButton;

namespace broto::ui {

class LayerPopup;

/// The network as columns of neurons with controls under each hidden layer, whose column can also be dragged longer and
/// shorter, or by the wheel. Tells what a person wants; shows what it is given, and the number under the mouse.
class NetworkView : public QWidget {
    Q_OBJECT

public:
    explicit NetworkView(QWidget* parent = nullptr);

    void setDesign(const NetworkDesign& design, int inputs, int outputs);
    /// What the columns at either end are called; empty where each input and output has no name of its own.
    void setNames(QStringList inputs, QStringList outputs);
    void setWeights(std::shared_ptr<const Network> network); ///< colours the edges; null makes them plain
    void setLocked(bool locked);                             ///< it cannot be changed for now
    QSize minimumSizeHint() const override;

    QString textOf(const NetworkSpot& spot) const; ///< what a neuron or an edge is, and its number
    const NetworkLayout& placed() const { return m_layout; }

signals:
    void designWanted(const NetworkDesign& design);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Controls {
        QWidget* panel = nullptr;
        QSpinBox* units = nullptr;
        QComboBox* activation = nullptr;
        QToolButton* more = nullptr;
        QToolButton* remove = nullptr;
    };

    void makeControls();
    Controls makeLayerControls(std::size_t layer);
    QToolButton* makeAddButton(std::size_t position);
    void placeControls();
    void enableControls();
    void retranslate();
    void openPopup(std::size_t layer);
    void want(const std::function<void(NetworkDesign&)>& change);

    /// A column that is being dragged.
    struct Drag {
        int column;
        double from; ///< where it was taken
        int units;   ///< that it had then
    };

    void layOut();
    void wantUnits(int column, int units);
    void pointAt(const std::optional<NetworkSpot>& spot);
    QString neuronName(int column, int neuron) const;
    const DenseLayer* learned(int column) const; ///< the layer whose neurons stand there; null: none of this shape yet
    void paintSpot(QPainter& painter) const;
    void paintEdges(QPainter& painter, int column) const;
    void paintColumn(QPainter& painter, int column) const;

    NetworkDesign m_design;
    int m_inputs = 0;
    int m_outputs = 0;
    QStringList m_inputNames, m_outputNames;
    NetworkLayout m_layout;
    std::optional<NetworkSpot> m_spot; ///< under the mouse
    std::optional<Drag> m_drag;
    int m_wheel = 0; ///< of a step, in eighths of a degree
    std::shared_ptr<const Network> m_weights;
    bool m_locked = false;
    QPointer<LayerPopup> m_popup;
    std::size_t m_popupLayer = 0;
    std::vector<Controls> m_controls;
    std::vector<QToolButton*> m_addButtons; ///< one before every hidden layer, one after the last
};

}
