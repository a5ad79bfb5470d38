#pragma once

#include "ui/jobs/job_runner.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace broto::ui {

class TrainingJob;

/// One line for every job: what runs, how far it is, Stop and Cancel; afterwards, how it ended.
class JobLine : public QWidget {
    Q_OBJECT

public:
    JobLine(JobRunner& runner, const TrainingJob& training, QWidget* parent = nullptr);

    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QString runningText(JobKind kind) const;
    QString endedText() const;

    JobRunner& m_runner;
    const TrainingJob& m_training;
    std::optional<JobKind> m_last;
    JobRunner::Outcome m_outcome = JobRunner::Outcome::Done;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    QPushButton* m_cancel;
};

}
