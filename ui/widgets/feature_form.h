#pragma once

#include "ui/widgets/column_scroll.h"

#include "data/preprocessing.h"

#include <QTimer>

#include <vector>

class QVBoxLayout;

namespace broto::ui {

class FeatureRow;

/// A row in raw units, feature by feature: to ask one question, or to see what is streamed. Its fields are made when it
/// is seen, some at a time: a model may have hundreds.
class FeatureForm : public ColumnScroll {
    Q_OBJECT

public:
    explicit FeatureForm(QWidget* parent = nullptr);

    void setFeatures(const Preprocessing& preprocessing); ///< all in the middle of what was learned
    const std::vector<float>& row() const { return m_row; }
    void show(const std::vector<float>& row);
    void setChangeable(bool changeable);

signals:
    void changed(); ///< by a person

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeSome();
    void makeField(std::size_t feature);

    Preprocessing m_preprocessing;
    QVBoxLayout* m_column = nullptr;
    QTimer m_making; ///< fields that are still to be made
    std::vector<FeatureRow*> m_fields;
    std::vector<float> m_row;
    bool m_changeable = true;
};

}
