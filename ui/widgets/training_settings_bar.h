#pragma once

#include "training/trainer.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace broto::ui {

/// The few settings of a training that matter, in one row.
class TrainingSettingsBar : public QWidget {
    Q_OBJECT

public:
    explicit TrainingSettingsBar(QWidget* parent = nullptr);

    void show(const TrainingSettings& settings);

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
    QDoubleSpinBox* m_rate;
    QComboBox* m_optimizer;
    QSpinBox* m_seed;
    std::vector<QLabel*> m_labels;
};

}
