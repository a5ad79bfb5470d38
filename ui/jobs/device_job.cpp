#include "ui/jobs/device_job.h"

#include "device/arduino_cli.h"
#include "device/board_check.h"
#include "device/flasher.h"
#include "device/live_answer.h"
#include "device/verdict.h"
#include "project/workflow.h"
#include "ui/document/document.h"
#include "ui/jobs/learning_goes_on.h"

#include <algorithm>
#include <chrono>

namespace broto::ui {

namespace {

class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count(); }

private:
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

using Built = Result<std::shared_ptr<const BuiltFirmware>>;
using Checked = Result<std::shared_ptr<const CheckedBoard>>;

Built builtFirmware(const Variant& variant, const std::string& name, const Board& board,
                    const std::vector<SensorPin>& pins, const RunControl& control)
{
    const Stopwatch watch;
    Result<TemporaryFolder> folder = TemporaryFolder::make("broto-firmware");
    if (!folder)
        return folder.error();
    Result<Firmware> firmware = buildFirmware(variant.model, name, board, folder->path(), control, pins);
    if (!firmware)
        return firmware.error();
    return std::make_shared<const BuiltFirmware>(BuiltFirmware{std::move(*folder), std::move(*firmware),
                                                               modelId(variant.model), variant.model.name, board.id,
                                                               watch.seconds()});
}

/// A board that has just been flashed.
Checked checkedBoard(const Project& project, const Variant& variant, const Port& port, ConnectionOptions options,
                     const RunControl& control)
{
    const Stopwatch watch;
    const Result<Dataset> data = datasetOf(project);
    if (!data)
        return data.error();
    if (const auto problem = problemWithColumns(*data, variant.model))
        return *problem;
    Result<BoardConnection> board = BoardConnection::open(linesTo(port), control, std::move(options));
    if (!board)
        return board.error();
    Result<BoardReport> report = checkWithRowsOf(*data, variant.model, DeviceJob::rowsToCheck, *board, control);
    if (!report)
        return report.error();
    return std::make_shared<const CheckedBoard>(CheckedBoard{std::move(*report), variant.model.name, watch.seconds()});
}

}

DeviceJob::DeviceJob(Document& document, JobRunner& runner)
    : m_document(document),
      m_runner(runner),
      m_connection(std::make_shared<std::atomic<ConnectionState>>(ConnectionState::Opening))
{
    connect(&runner, &JobRunner::progressed, this, &DeviceJob::takeSaid);
    connect(&runner, &JobRunner::finished, this, [this](JobKind kind, JobRunner::Outcome outcome) {
        if (kind == JobKind::InstallCore && outcome == JobRunner::Outcome::Dropped && m_missingCore)
            m_document.report(Stage::Device, *m_missingProblem); // as before
        if (outcome != JobRunner::Outcome::Dropped || !needsPort(kind))
            return;
        std::ranges::replace(m_states, StepState::Running, StepState::Cancelled);
        emit changed();
    });
    connect(&document, &Document::deviceChanged, this, [this] {
        const bool begun = std::ranges::count(m_states, StepState::Waiting) < static_cast<std::ptrdiff_t>(steps);
        if (m_document.boardSession().firmware || running() || !begun)
            return;
        m_states.fill(StepState::Waiting);
        m_log.clear();
        emit changed();
    });
}

void DeviceJob::forgetFailures()
{
    if (running() || m_document.boardSession().check) // a verdict stays
        return;
    std::ranges::replace(m_states, StepState::Failed, StepState::Waiting);
    std::ranges::replace(m_states, StepState::Cancelled, StepState::Waiting);
    emit changed();
}

bool DeviceJob::running() const
{
    const auto kind = m_runner.current();
    return kind && (*kind == JobKind::StartBoard || *kind == JobKind::InstallCore || needsPort(*kind));
}

bool DeviceJob::mayBegin()
{
    m_document.clearProblem(Stage::Device);
    const std::optional<Message> learning = learningGoesOn(m_runner);
    if (learning)
        m_document.report(Stage::Device, *learning);
    return !learning;
}

void DeviceJob::startVirtualBoard()
{
    if (!mayBegin())
        return;
    const std::string board = m_document.board().id;
    m_runner.start(
        JobKind::StartBoard,
        [board](const RunControl&) -> Result<std::shared_ptr<std::unique_ptr<VirtualBoard>>> {
            Result<VirtualBoard> started = VirtualBoard::start(board);
            if (!started)
                return started.error();
            return std::make_shared<std::unique_ptr<VirtualBoard>>(std::make_unique<VirtualBoard>(std::move(*started)));
        },
        [this](Result<std::shared_ptr<std::unique_ptr<VirtualBoard>>> started) {
            if (!started) {
                m_document.report(Stage::Device, started.error());
                return;
            }
            m_virtualBoards.push_back(std::move(**started));
            forgetFailures();
            emit virtualBoardStarted(m_virtualBoards.back()->port());
        });
}

void DeviceJob::installCore()
{
    if (!mayBegin())
        return;
    m_document.clearProblem(Stage::Device);
    m_log.clear();
    m_said = std::make_shared<Mailbox<std::string>>();
    m_runner.start(
        JobKind::InstallCore,
        [way = *m_missingCore, said = m_said](const RunControl& control) -> Result<std::string> {
            const auto cli = ArduinoCli::find();
            if (!cli)
                return cli.error();
            double pieces = 0;
            const auto installed = cli->installCore(way, control, [&](std::string_view piece) {
                said->update([piece](std::string& text) { text += piece; });
                control.report(++pieces, 0); // how many there will be nobody knows
            });
            return installed ? Result<std::string>(way.core()) : installed.error();
        },
        [this](Result<std::string> installed) {
            takeSaid();
            if (installed)
                m_missingCore.reset();
            else
                m_document.report(Stage::Device, installed.error());
        });
    emit changed();
}

/// On to the log.
void DeviceJob::takeSaid()
{
    if (const auto text = m_said ? m_said->take() : std::nullopt) {
        m_log += *text;
        emit changed();
    }
}

void DeviceJob::run(std::shared_ptr<const Variant> variant, const Port& port)
{
    if (!mayBegin())
        return;
    m_missingCore.reset();
    m_said.reset();
    m_variant = std::move(variant);
    m_port = port;
    m_states.fill(StepState::Waiting);
    m_log.clear();
    m_document.takeFirmware(nullptr);
    build();
}

void DeviceJob::build()
{
    m_runner.start(
        JobKind::Build,
        [variant = m_variant, name = projectName(m_document.project()), board = m_document.board(),
         pins = pinsFor(m_document.project(), m_variant->model, m_document.board())](const RunControl& control) {
            return builtFirmware(*variant, name, board, pins, control);
        },
        [this, board = m_document.board()](Built built) {
            if (!built) {
                noteMissingCore(built.error(), board);
                leave(Step::Build, built.error());
                return;
            }
            m_log = (*built)->firmware.log;
            m_document.takeFirmware(*built);
            leave(Step::Build, {});
            upload();
        });
    enter(Step::Build);
}

/// If that is why the build failed, for the page to offer it.
void DeviceJob::noteMissingCore(const Message& problem, const Board& board)
{
    const auto* way = problem.id == "device.core-missing" ? buildWay<ArduinoCliBuild>(board) : nullptr;
    if (!way)
        return;
    m_missingCore = *way;
    m_missingProblem = problem;
}

void DeviceJob::upload()
{
    m_runner.start(
        JobKind::Upload,
        [firmware = m_document.boardSession().firmware, board = m_document.board(),
         port = m_port](const RunControl& control) { return flashFirmware(firmware->firmware, board, port, control); },
        [this](Result<FlashReport> uploaded) {
            if (!uploaded) {
                leave(Step::Upload, uploaded.error());
                return;
            }
            m_log += "\n" + uploaded->log;
            m_document.takeUpload(std::move(*uploaded));
            leave(Step::Upload, {});
            check();
        });
    enter(Step::Upload);
}

void DeviceJob::check()
{
    m_connection = std::make_shared<std::atomic<ConnectionState>>(ConnectionState::Opening);
    ConnectionOptions options;
    options.onState = [connection = m_connection](ConnectionState state) { *connection = state; };
    options.greetingLimit = greetingAfterFlashing;
    m_runner.start(
        JobKind::Check,
        [project = m_document.project(), variant = m_variant, port = m_port, options](const RunControl& control) {
            return checkedBoard(project, *variant, port, options, control);
        },
        [this](Checked checked) {
            if (!checked) {
                leave(Step::Check, checked.error());
                return;
            }
            const bool same = agrees((*checked)->report);
            m_document.takeCheck(*checked);
            m_states[static_cast<std::size_t>(Step::Check)] = same ? StepState::Done : StepState::Failed;
            emit changed();
        });
    enter(Step::Check);
}

void DeviceJob::enter(Step step)
{
    m_states[static_cast<std::size_t>(step)] = StepState::Running;
    emit changed();
}

void DeviceJob::leave(Step step, const std::optional<Message>& problem)
{
    const bool cancelled = problem && problem->id == "common.cancelled";
    auto& state = m_states[static_cast<std::size_t>(step)];
    state = cancelled ? StepState::Cancelled : problem ? StepState::Failed : StepState::Done;
    if (problem && !cancelled)
        m_document.report(Stage::Device, *problem);
    emit changed();
}

}
