#pragma once

#include "ui/jobs/job_runner.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;

namespace broto::ui {

class BackgroundJob;
class TrainingJob;

/// One line for every job: what runs, how far it is, Stop and Cancel; afterwards, how it ended. What runs in the
/// background is shown where it takes long and nothing else runs.
class JobLine : public QWidget {
    Q_OBJECT

public:
    JobLine(JobRunner& runner, const TrainingJob& training, std::vector<BackgroundJob*> background,
            QWidget* parent = nullptr);

    QString text() const;

    void forget(); ///< how the last job ended: it was another project's

signals:
    void focusWanted(); ///< the button that had it is gone, and nothing else has a claim

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void cancel();
    void passFocusOn();
    void takeEnd(const JobRunner& runner, JobKind kind, JobRunner::Outcome outcome);
    BackgroundJob* longBackgroundJob() const;
    const JobRunner& shownRunner() const;
    QString runningText(JobKind kind) const;
    QString trainingText() const;
    QString endedText() const;
    QString stoppedText() const;
    QString lossText() const;

    JobRunner& m_runner;
    const TrainingJob& m_training;
    std::vector<BackgroundJob*> m_background;
    std::optional<JobKind> m_last;
    double m_lastSeconds = 0;
    bool m_lastStopped = false;
    JobRunner::Outcome m_outcome = JobRunner::Outcome::Done;
    QPointer<QWidget> m_focusBefore; ///< what was used when the job began
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    QPushButton* m_cancel;
};

}
