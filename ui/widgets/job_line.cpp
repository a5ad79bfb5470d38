#include "ui/widgets/job_line.h"

#include "ui/jobs/background_job.h"
#include "ui/jobs/training_job.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace broto::ui {

namespace {
constexpr int barSteps = 1000;
constexpr int jobLineHeight = 44;
constexpr std::chrono::milliseconds longTime(400);

bool takesLong(const JobRunner& runner)
{
    return runner.seconds() >= std::chrono::duration<double>(longTime).count();
}
}

JobLine::JobLine(JobRunner& runner, const TrainingJob& training, std::vector<BackgroundJob*> background,
                 QWidget* parent)
    : QWidget(parent),
      m_runner(runner),
      m_training(training),
      m_background(std::move(background)),
      m_text(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_stop(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    setTextHeight(*this, jobLineHeight);
    setTextFont(*m_text, Type::Text);
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(220);
    m_stop->setObjectName(QStringLiteral("stopJob"));
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    setKind(*m_stop, ButtonKind::Quiet);
    setKind(*m_cancel, ButtonKind::Quiet);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::large, 0, space::medium, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_stop);
    layout->addWidget(m_cancel);
    connect(m_stop, &QPushButton::clicked, &runner, &JobRunner::stop);
    connect(m_cancel, &QPushButton::clicked, this, &JobLine::cancel);
    connect(&runner, &JobRunner::beginning, this, [this] { // before the button that began it is disabled
        if (QWidget* focused = QApplication::focusWidget(); focused && !isAncestorOf(focused))
            m_focusBefore = focused;
    });
    connect(&runner, &JobRunner::started, this, &JobLine::refresh);
    connect(&runner, &JobRunner::progressed, this, &JobLine::refresh);
    connect(&runner, &JobRunner::pausedChanged, this, &JobLine::refresh);
    connect(&training, &TrainingJob::news, this, &JobLine::refresh);
    connect(&runner, &JobRunner::finished, this,
            [this](JobKind kind, JobRunner::Outcome outcome) { takeEnd(m_runner, kind, outcome); });
    for (const BackgroundJob* job : m_background) {
        connect(&job->runner(), &JobRunner::started, this,
                [this] { QTimer::singleShot(longTime, this, &JobLine::refresh); });
        connect(&job->runner(), &JobRunner::progressed, this, &JobLine::refresh);
        connect(&job->runner(), &JobRunner::finished, this, [this, job](JobKind kind, JobRunner::Outcome outcome) {
            if (takesLong(job->runner()) && !m_runner.current())
                takeEnd(job->runner(), kind, outcome);
            else
                refresh();
        });
    }
    refresh();
}

QString JobLine::text() const
{
    return m_text->text();
}

void JobLine::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.surface);
    painter.setPen(colours.line);
    painter.drawLine(0, 0, width(), 0);
}

void JobLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void JobLine::cancel()
{
    if (m_runner.current())
        m_runner.cancel();
    else if (BackgroundJob* job = longBackgroundJob())
        job->cancel();
}

void JobLine::takeEnd(const JobRunner& runner, JobKind kind, JobRunner::Outcome outcome)
{
    m_last = kind;
    m_outcome = outcome;
    m_lastSeconds = runner.seconds();
    m_lastStopped = runner.stopped();
    const bool focused = m_stop->hasFocus() || m_cancel->hasFocus();
    refresh();
    if (focused)
        QTimer::singleShot(0, this, &JobLine::passFocusOn); // when all know that the job is over
}

/// The button that was pressed goes with its job. What comes next to it is no place for the keys that follow.
void JobLine::passFocusOn()
{
    if (m_runner.current())
        return;
    if (m_focusBefore && m_focusBefore->isVisible() && m_focusBefore->isEnabled())
        m_focusBefore->setFocus();
    else
        emit focusWanted();
}

void JobLine::forget()
{
    m_last.reset();
    refresh();
}

/// Null where there is none.
BackgroundJob* JobLine::longBackgroundJob() const
{
    const auto found = std::ranges::find_if(
        m_background, [](const BackgroundJob* job) { return job->runner().current() && takesLong(job->runner()); });
    return found == m_background.end() ? nullptr : *found;
}

const JobRunner& JobLine::shownRunner() const
{
    const BackgroundJob* job = m_runner.current() ? nullptr : longBackgroundJob();
    return job ? job->runner() : m_runner;
}

void JobLine::refresh()
{
    const auto current = shownRunner().current();
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("End now and keep the best result so far"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("End now and keep nothing of it"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setVisible(current.has_value());
    m_stop->setVisible(current == JobKind::Train || current == JobKind::CrossValidate || current == JobKind::Check);
    m_cancel->setVisible(current && current != JobKind::SaveProject); // half a file is none
    m_text->setText(current ? runningText(*current) : endedText());
    const Progress progress = shownRunner().progress();
    m_bar->setRange(0, progress.total > 0 ? barSteps : 0);
    if (progress.total > 0)
        m_bar->setValue(static_cast<int>(barSteps * progress.done / progress.total));
}

QString JobLine::runningText(JobKind kind) const
{
    switch (kind) {
    case JobKind::OpenTable:
        return tr("Reading the table");
    case JobKind::OpenProject:
        return tr("Opening the project");
    case JobKind::SaveProject:
        return tr("Saving the project");
    case JobKind::ImportModel:
        return tr("Importing the model");
    case JobKind::WriteReport:
        return tr("Writing the report");
    case JobKind::Prepare:
        return tr("Preparing the data");
    case JobKind::Look:
        return tr("Looking at the data");
    case JobKind::Train:
        return trainingText();
    case JobKind::CrossValidate:
        return tr("Training every fold");
    case JobKind::Compress:
        return tr("Compressing");
    case JobKind::StartBoard:
        return tr("Starting a virtual board");
    case JobKind::InstallCore:
        return tr("Installing what builds for the board");
    case JobKind::Build:
        return tr("Building the firmware");
    case JobKind::Upload:
        return tr("Uploading to the board");
    case JobKind::Check:
        return tr("Checking the board row by row");
    }
    return {};
}

QString JobLine::trainingText() const
{
    if (m_training.curve().empty())
        return tr("Training");
    const EpochRecord& record = m_training.curve().back();
    const QString text =
        m_training.paused() ? tr("Paused · epoch %1 of %2 · loss %3") : tr("Training · epoch %1 of %2 · loss %3");
    return text.arg(countText(record.epoch), countText(m_training.epochs()), lossText());
}

/// Of the last epoch.
QString JobLine::lossText() const
{
    return QLocale().toString(static_cast<double>(m_training.curve().back().trainingLoss), 'f', 4);
}

QString JobLine::endedText() const
{
    if (!m_last)
        return tr("Ready");
    const QString took = durationText(m_lastSeconds);
    switch (m_outcome) {
    case JobRunner::Outcome::Done:
        if (m_lastStopped)
            return stoppedText();
        return tr("%1 · done after %2").arg(runningText(*m_last), took);
    case JobRunner::Outcome::Failed:
        return tr("%1 · failed after %2").arg(runningText(*m_last), took);
    case JobRunner::Outcome::Dropped:
        return tr("%1 · cancelled after %2").arg(runningText(*m_last), took);
    }
    return {};
}

/// A training that was stopped after its last epoch is done.
QString JobLine::stoppedText() const
{
    const QString took = durationText(m_lastSeconds);
    if (m_last != JobKind::Train || m_training.curve().empty())
        return tr("%1 · stopped after %2").arg(runningText(*m_last), took);
    const int epoch = m_training.curve().back().epoch;
    if (epoch >= m_training.epochs())
        return tr("%1 · done after %2").arg(trainingText(), took);
    return tr("Training · stopped at epoch %1 of %2 after %3 · loss %4")
        .arg(countText(epoch), countText(m_training.epochs()), took, lossText());
}

}
