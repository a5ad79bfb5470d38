#pragma once

#include "ui/widgets/column_scroll.h"

#include "data/preprocessing.h"

#include <vector>

namespace broto::ui {

class FeatureRow;

/// A row in raw units, feature by feature: to ask one question, or to see what is streamed.
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

private:
    std::vector<FeatureRow*> m_fields;
    std::vector<float> m_row;
};

}
