#pragma once

#include "data/dataset.h"

#include <QComboBox>

namespace broto::ui {

/// Which rows a run is judged on: training, validation or test.
class PartCombo : public QComboBox {
    Q_OBJECT

public:
    explicit PartCombo(QWidget* parent = nullptr);

    /// Only the parts that have rows can be chosen. Validation rows unless a person says otherwise.
    void offer(const Dataset& dataset);
    const DataPart Dataset::*part() const; ///< the same, for another thread
    void retranslate();

signals:
    void partChosen();

private:
    int m_wanted = 1;
};

}
