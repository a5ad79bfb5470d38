#pragma once

#include "ui/models/trace_model.h"
#include "ui/widgets/inside_view.h"

class QSpinBox;
class QTableView;

namespace broto::ui {

/// Follows one number through a variant: a row of the test part, a layer, a neuron.
class TraceView : public QWidget {
    Q_OBJECT

public:
    explicit TraceView(QWidget* parent = nullptr);

    void show(const ViewedVariant& viewed);
    void follow(std::size_t testRow); ///< to the answer

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offerPlaces();
    void trace();
    void fitColumns();
    void retranslate();
    const DataPart* part() const;

    ViewedVariant m_viewed;
    TraceModel* m_model;
    QTableView* m_table;
    QLabel* m_rowLabel;
    QSpinBox* m_row;
    QComboBox* m_layer;
    QLabel* m_neuronLabel;
    QSpinBox* m_neuron;
    QLabel* m_note;
};

}
