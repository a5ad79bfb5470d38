#pragma once

#include "data/preprocessing.h"

#include <QWidget>

#include <optional>

class QDoubleSpinBox;
class QLabel;
class QToolButton;

namespace broto::ui {

class ElidedCombo;
class LearnedSlider;

/// One feature of a question: a slider and a field for a number, a list for a category. Its value may be missing.
class FeatureRow : public QWidget {
    Q_OBJECT

public:
    /// `fill` stands for a missing value; without one a model refuses the row.
    FeatureRow(Feature feature, std::optional<float> fill, QWidget* parent = nullptr);

    float value() const { return m_value; } ///< see Feature
    void show(float value);                 ///< without telling anybody
    void setChangeable(bool changeable);    ///< false: shows what is streamed

signals:
    void changed(); ///< by a person

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeNumber();
    void makeCategory();
    void take(float value); ///< that a person has chosen
    void refresh();
    void refreshNote();
    void retranslate();

    Feature m_feature;
    std::optional<float> m_fill;
    float m_value = 0;
    float m_known = 0; ///< the last value that was not missing
    bool m_changeable = true;
    QLabel *m_name, *m_warning, *m_note;
    LearnedSlider* m_slider = nullptr;
    QDoubleSpinBox* m_field = nullptr;
    QToolButton* m_missing = nullptr;
    ElidedCombo* m_category = nullptr;
};

}
