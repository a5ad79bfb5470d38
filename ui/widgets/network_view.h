#pragma once

#include "network/network.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QComboBox;
class QSpinBox;
class QToolButton;

namespace broto::ui {

class LayerPopup;

/// The network as columns of neurons with controls under each hidden layer. Tells what a person wants; shows what it is
/// given.
class NetworkView : public QWidget {
    Q_OBJECT

public:
    explicit NetworkView(QWidget* parent = nullptr);

    void setDesign(const NetworkDesign& design, int inputs, int outputs);
    void setWeights(std::shared_ptr<const Network> network); ///< colours the edges; null makes them plain
    void setLocked(bool locked);                             ///< it cannot be changed for now
    QSize minimumSizeHint() const override;

signals:
    void designWanted(const NetworkDesign& design);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

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

    int columns() const { return static_cast<int>(m_design.hidden.size()) + 2; }
    int unitsIn(int column) const;
    double columnCentre(int column) const;
    QRectF drawing() const;
    std::vector<QPointF> neurons(int column) const;
    void paintEdges(QPainter& painter, int column) const;
    void paintColumn(QPainter& painter, int column) const;

    NetworkDesign m_design;
    int m_inputs = 0;
    int m_outputs = 0;
    std::shared_ptr<const Network> m_weights;
    bool m_locked = false;
    QPointer<LayerPopup> m_popup;
    std::size_t m_popupLayer = 0;
    std::vector<Controls> m_controls;
    std::vector<QToolButton*> m_addButtons; ///< one before every hidden layer, one after the last
};

}
