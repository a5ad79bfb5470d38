#pragma once

#include "training/training_settings.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace broto::ui {

class NumberSpin;
class TrainingOptions;

/// The few settings of a training that matter, in one row; the others behind a button.
class TrainingSettingsBar : public QWidget {
    Q_OBJECT

public:
    explicit TrainingSettingsBar(QWidget* parent = nullptr);

    /// `target` null: not known yet. `rows`: of the training part.
    void show(const TrainingSettings& settings, const Target* target, std::size_t rows);
    TrainingOptions& options() { return *m_options; }

signals:
    void settingsWanted(const TrainingSettings& settings);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void announce();

    TrainingSettings m_settings;
    QSpinBox* m_epochs;
    QSpinBox* m_batch;
    NumberSpin* m_rate;
    QComboBox* m_optimizer;
    QSpinBox* m_seed;
    QToolButton* m_more;
    TrainingOptions* m_options;
    std::vector<QLabel*> m_labels;
};

}
