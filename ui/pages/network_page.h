#pragma once

#include "ui/pages/stage_page.h"

class QLabel;
class QSplitter;

namespace broto::ui {

class BudgetBar;
class ChecksNote;
class JobRunner;
class NetworkView;
class PlotPanel;
class TrainingJob;
class TrainingSettingsBar;

/// Network and Train are one live screen: the step only decides which half is large and what the primary button does.
/// Left the network and what it costs on the chosen board, right the curves of the run.
class NetworkPage : public StagePage {
    Q_OBJECT

public:
    NetworkPage(Document& document, JobRunner& runner, TrainingJob& training, QWidget* parent = nullptr);

    /// Network or Train.
    void openAs(Stage stage);

protected:
    void retranslate() override;

private:
    void refreshNetwork();
    void refreshTraining();
    void refreshCurves();
    void refreshResults();
    void takePrimary();
    QWidget* makeNetworkHalf();
    QWidget* makeTrainingHalf();

    JobRunner& m_runner;
    TrainingJob& m_training;
    ChecksNote* m_checks;
    NetworkView* m_view;
    BudgetBar* m_budget;
    TrainingSettingsBar* m_settings;
    PlotPanel* m_loss;
    PlotPanel* m_metric;
    QLabel* m_result;
    QLabel* m_resultNote;
    QSplitter* m_halves;
};

}
