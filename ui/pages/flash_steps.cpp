#include "ui/pages/flash_steps.h"

#include "ui/document/document.h"
#include "ui/widgets/live_texts.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

using Step = DeviceJob::Step;
using StepState = DeviceJob::StepState;

StepLine::State lineState(StepState state)
{
    switch (state) {
    case StepState::Waiting:
    case StepState::Cancelled:
        return StepLine::State::Waiting;
    case StepState::Running:
        return StepLine::State::Running;
    case StepState::Done:
        return StepLine::State::Done;
    case StepState::Failed:
        return StepLine::State::Failed;
    }
    return StepLine::State::Waiting;
}

/// Whether the board's usual way is to copy a program to its drive.
bool givesNothingBack(const Board& board)
{
    return !board.uploads.empty() && std::holds_alternative<DriveUpload>(board.uploads.front().how);
}

}

FlashSteps::FlashSteps(const Document& document, const DeviceJob& device, const JobRunner& runner, QWidget* parent)
    : QWidget(parent), m_document(document), m_device(device), m_runner(runner)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        m_steps[i] = new StepLine(this);
        m_steps[i]->setObjectName(QStringLiteral("step%1").arg(i + 1));
        layout->addWidget(m_steps[i]);
    }
    retranslate();
}

void FlashSteps::refresh()
{
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const auto step = static_cast<Step>(i);
        m_steps[i]->setState(lineState(m_device.state(step)));
        const double seconds = secondsOf(step);
        m_steps[i]->setResult(resultOf(step), seconds > 0 ? durationText(seconds) : QString());
    }
    if (m_device.running())
        showProgress();
}

QString FlashSteps::resultOf(Step step) const
{
    const BoardSession& session = m_document.boardSession();
    if (step == Step::Build && session.firmware)
        return built();
    if (step == Step::Upload && session.upload)
        return uploaded();
    if (step == Step::Check && session.check)
        return tr("%Ln row(s) compared", nullptr, static_cast<int>(session.check->report.rows));
    const StepState state = m_device.state(step);
    if (state == StepState::Cancelled)
        return step == Step::Upload ? tr("Cancelled: the board may hold half a program. Uploading again mends it.")
                                    : tr("Cancelled");
    if (state != StepState::Failed)
        return toDo(step);
    return step == Step::Build    ? tr("Nothing was built")
           : step == Step::Upload ? tr("The program did not get onto the board whole. Uploading again mends it.")
                                  : tr("The check broke off");
}

QString FlashSteps::built() const
{
    const Firmware& firmware = m_document.boardSession().firmware->firmware;
    const Board& board = m_document.board();
    const QString flash = bytesOfText(firmware.flashBytes, board.flashBytes);
    const QString ram = bytesOfText(firmware.ramBytes, board.ramBytes);
    return firmware.isPrepared ? tr("Flash %1 · RAM %2, of the ready-made program").arg(flash, ram)
                               : tr("Flash %1 · RAM %2, measured").arg(flash, ram);
}

QString FlashSteps::uploaded() const
{
    return m_document.boardSession().upload->readBack ? tr("Written and verified") : tr("Copied to the board's drive");
}

/// What a step does; while the check does it, how the line is where that holds it up.
QString FlashSteps::toDo(Step step) const
{
    const Board& board = m_document.board();
    if (step == Step::Build)
        return tr("Compile the firmware for %1").arg(QString::fromStdString(board.name));
    if (step == Step::Upload)
        return givesNothingBack(board) ? tr("Copy it to the board's drive")
                                       : tr("Write it to the board and read it back");
    const bool runs = m_device.state(step) == StepState::Running;
    return runs && m_device.connection() != ConnectionState::Ready
               ? connectionText(m_device.connection(), m_device.port())
               : tr("Send rows and compare every answer");
}

/// What it took; 0: it has not been done.
double FlashSteps::secondsOf(Step step) const
{
    const BoardSession& session = m_document.boardSession();
    switch (step) {
    case Step::Build:
        return session.firmware ? session.firmware->seconds : 0;
    case Step::Upload:
        return session.upload ? session.upload->seconds : 0;
    case Step::Check:
        return session.check ? session.check->seconds : 0;
    }
    return 0;
}

void FlashSteps::showProgress()
{
    const auto kind = m_runner.current();
    if (!kind || !needsPort(*kind))
        return;
    const Progress progress = m_runner.progress();
    const auto step = static_cast<std::size_t>(*kind) - static_cast<std::size_t>(JobKind::Build);
    if (*kind == JobKind::Check)
        m_steps[step]->setResult(resultOf(Step::Check), {});
    m_steps[step]->setProgress(progress.total > 0 ? progress.done / progress.total : -1);
}

void FlashSteps::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FlashSteps::retranslate()
{
    m_steps[0]->setName(tr("Build"));
    m_steps[1]->setName(tr("Upload"));
    m_steps[2]->setName(tr("Check"));
    refresh();
}

}
