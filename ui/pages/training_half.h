#pragma once

#include "ui/jobs/folds_job.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace broto {
struct Message;
struct TrainedNetwork;
}

namespace broto::ui {

class Document;
class JobRunner;
class MessageStrip;
class RunsPanel;
class RunViews;
class TrainingControls;
class TrainingJob;
class TrainingSettingsBar;

/// The half of the live screen where a network learns: how it is controlled and by which settings, how good it is, what
/// it looks like from several sides, and the runs so far.
class TrainingHalf : public QWidget {
    Q_OBJECT

public:
    TrainingHalf(Document& document, JobRunner& runner, TrainingJob& training, QWidget* parent = nullptr);

    void refresh();
    void focusPause();

    /// Whether it shows a problem itself, with what helps.
    static bool shows(const Message& problem);

    /// Whether it tells, in place of the result's note, that this has changed since.
    static bool showsBesideResult(const Message& change);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshControls();
    void refreshProblem();
    void refreshResults();
    void refreshCurves();
    void refreshViews();
    void refreshFolds();
    void takeNews();
    void takeRemedy();
    QString runningNote() const;
    QString resultNote() const;

    Document& m_document;
    JobRunner& m_runner;
    TrainingJob& m_training;
    FoldsJob m_folds;
    TrainingControls* m_controls;
    TrainingSettingsBar* m_settings;
    MessageStrip* m_problem;
    QLabel* m_result;
    QLabel* m_resultNote;
    RunViews* m_views;
    RunsPanel* m_runs;
    std::shared_ptr<const TrainedNetwork> m_drawn; ///< whose curves are shown; null: those of the job
};

}
