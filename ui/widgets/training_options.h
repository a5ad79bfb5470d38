#pragma once

#include "training/training_settings.h"

#include <QFrame>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace broto::ui {

class NumberSpin;

/// The settings of a training that are seldom touched, in groups. Only what counts with the chosen optimizer and target
/// can be changed. Closes by itself.
class TrainingOptions : public QFrame {
    Q_OBJECT

public:
    explicit TrainingOptions(QWidget* parent);

    /// `target` null: not known yet. `rows`: of the training part, for the weight decay that goes by them.
    void show(const TrainingSettings& settings, const Target* target, std::size_t rows);
    void openBelow(const QWidget& widget);

signals:
    void settingsWanted(const TrainingSettings& settings);

protected:
    void changeEvent(QEvent* event) override;

private:
    using Change = std::function<void(TrainingSettings&)>;

    void makeFields();
    QWidget* makeGroups();
    QFormLayout* addGroup(QVBoxLayout* column);
    void addRow(QFormLayout* form, QWidget* field);
    void retranslate();
    void retranslateChoices();
    void enableWhatCounts();
    void want(const Change& change);
    void fillLosses();

    TrainingSettings m_settings;
    Target m_target;
    bool m_targetKnown = false;
    std::size_t m_rows = 0;
    QComboBox* m_schedule;
    QSpinBox* m_warmUp;
    NumberSpin* m_momentum;
    NumberSpin* m_decay;
    QCheckBox* m_decayByRows;
    QComboBox* m_loss;
    QComboBox* m_classWeights;
    NumberSpin* m_labelSmoothing;
    NumberSpin* m_l1;
    NumberSpin* m_l2;
    QSpinBox* m_patience;
    QComboBox* m_initialiser;
    NumberSpin* m_clipping;
    QPushButton* m_defaults;
    std::vector<QLabel*> m_headings;
    std::vector<QLabel*> m_labels;
};

}
