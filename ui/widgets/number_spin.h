#pragma once

#include <QDoubleSpinBox>

namespace broto::ui {

/// A field for a number of any size, written as short as it can be: 0.001 and not 0.001000. Steps are a tenth of the
/// number.
class NumberSpin : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberSpin(QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
};

}
