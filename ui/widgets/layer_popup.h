#pragma once

#include "network/network.h"

#include <QFrame>

class QCheckBox;
class QSpinBox;

namespace broto::ui {

/// What a hidden layer does besides its neurons and their activation. Closes by itself, and goes when it is closed.
class LayerPopup : public QFrame {
    Q_OBJECT

public:
    LayerPopup(const HiddenLayer& layer, QWidget* parent);

    void show(const HiddenLayer& layer); ///< it has been changed
    void openBelow(const QWidget& widget);

    /// In a few letters: "20 % · norm."; "More" where there is nothing to be told.
    static QString summary(const HiddenLayer& layer);

signals:
    void layerWanted(const HiddenLayer& layer);

private:
    HiddenLayer m_layer;
    QSpinBox* m_dropout;
    QCheckBox* m_normalised;
};

}
