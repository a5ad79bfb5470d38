#pragma once

#include "ui/pages/stage_page.h"

class QSplitter;

namespace broto::ui {

class BudgetBar;
class ChecksNote;
class JobRunner;
class NetworkView;
class TrainingHalf;
class TrainingJob;

/// Network and Train are one live screen: the step only decides which half is large and what the primary button does.
/// Left the network and what it costs on the chosen board, right how it learns.
class NetworkPage : public StagePage {
    Q_OBJECT

public:
    NetworkPage(Document& document, JobRunner& runner, TrainingJob& training, QWidget* parent = nullptr);

    /// Network or Train.
    void openAs(Stage stage);

protected:
    bool showsBesideCause(const Message& problem) const override;
    void retranslate() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refreshNetwork();
    void refreshTraining();
    void takePrimary();
    QWidget* makeNetworkHalf();

    JobRunner& m_runner;
    TrainingJob& m_training;
    ChecksNote* m_checks;
    NetworkView* m_view;
    BudgetBar* m_budget;
    TrainingHalf* m_half;
    QSplitter* m_halves;
};

}
