#pragma once

#include "boards/firmware_ways.h"
#include "device/board_connection.h"
#include "device/virtual_board.h"
#include "project/project.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/mailbox.h"

#include <array>
#include <atomic>
#include <memory>

namespace broto::ui {

class Document;

/// Builds a firmware, uploads it and checks the board. Owns the virtual boards that the window started.
class DeviceJob : public QObject {
    Q_OBJECT

public:
    enum class Step { Build, Upload, Check };
    enum class StepState { Waiting, Running, Done, Failed, Cancelled };
    static constexpr std::size_t steps = 3;
    static constexpr std::size_t rowsToCheck = 500;

    DeviceJob(Document& document, JobRunner& runner);

    void startVirtualBoard();

    /// All three steps in a row, until one fails.
    void run(std::shared_ptr<const Variant> variant, const Port& port);

    /// The core for want of which the last build failed.
    const std::optional<ArduinoCliBuild>& missingCore() const { return m_missingCore; }

    /// Lets arduino-cli download and install it; what it says goes to the log as it comes.
    void installCore();

    /// Steps that failed or were cancelled wait again: there is another board.
    void forgetFailures();

    StepState state(Step step) const { return m_states[static_cast<std::size_t>(step)]; }
    bool running() const;
    const Port& port() const { return m_port; } ///< of the last run

    /// How the line to the board is that is being checked.
    ConnectionState connection() const { return *m_connection; }

    /// Everything that compiler and uploader said in the last run, or arduino-cli while it installs a core.
    const std::string& log() const { return m_log; }

signals:
    void changed();
    void virtualBoardStarted(const Port& port);

private:
    bool mayBegin();
    void build();
    void upload();
    void check();
    void enter(Step step);
    void leave(Step step, const std::optional<Message>& problem);
    void noteMissingCore(const Message& problem, const Board& board);
    void takeSaid();

    Document& m_document;
    JobRunner& m_runner;
    std::array<StepState, steps> m_states{};
    std::vector<std::unique_ptr<VirtualBoard>> m_virtualBoards;
    std::shared_ptr<const Variant> m_variant;
    Port m_port;
    std::shared_ptr<std::atomic<ConnectionState>> m_connection; ///< written on the worker thread
    std::string m_log;
    std::optional<ArduinoCliBuild> m_missingCore;
    std::optional<Message> m_missingProblem;      ///< that it is missing
    std::shared_ptr<Mailbox<std::string>> m_said; ///< by what installs it, and not yet in the log
};

}
