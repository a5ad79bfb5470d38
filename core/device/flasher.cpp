#include "device/flasher.h"

#include "common/cancelled.h"
#include "device/board_problem.h"
#include "device/drive_upload.h"
#include "device/known_boards.h"
#include "device/link.h"
#include "device/port_wait.h"
#include "device/upload_plan.h"
#include "device/upload_watch.h"
#include "device/uploader_output.h"
#include "device/virtual_board.h"
#include "platform/port_problem.h"
#include "platform/process.h"

#include <chrono>
#include <optional>

namespace broto {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view uploadFailed = "device.upload-failed";

Message loaderPortMissing(const Board& board)
{
    return message("device.loader-port-missing",
                   BROTO_TEXT("core", "The %1 has not come back with its boot loader. Press its reset button twice, "
                                      "choose the port that appears, and try again."),
                   board.name);
}

/// The library's own words for a port that is missing, busy or forbidden; the uploader does not see every lock.
Result<void> checkPort(const Port& port)
{
    const auto link = openLink(port);
    return link ? Result<void>() : link.error();
}

/// One upload of one firmware to one board.
class Upload {
public:
    Upload(const Firmware& firmware, const Board& board, const Port& port, const RunControl& control,
           const std::function<void(std::string_view)>& onLog, const UploadHost& host)
        : m_firmware(firmware), m_board(board), m_port(port), m_control(control), m_onLog(onLog), m_host(host)
    {
    }

    Result<FlashReport> carryOut(const UploadWay& way)
    {
        const Clock::time_point begin = Clock::now();
        if (const auto ready = prepare(way); !ready)
            return ready.error();
        const auto done = std::visit([&](const auto& how) { return send(how, way); }, way.how);
        if (!done)
            return done.error();
        const bool mayMove = way.touchBaud > 0 || std::holds_alternative<DriveUpload>(way.how);
        const std::optional<Port> there =
            mayMove ? waitForProgram(m_port, m_board, m_host, m_control) : std::optional(m_port);
        return FlashReport{std::chrono::duration<double>(Clock::now() - begin).count(), m_log, there.value_or(m_port),
                           !std::holds_alternative<DriveUpload>(way.how)};
    }

private:
    /// Brings the board's loader up where that takes more than what the uploader does itself.
    Result<void> prepare(const UploadWay& way)
    {
        m_loader = m_port;
        if (way.touchBaud == 0)
            return {};
        const std::vector<Port> before = m_host.ports();
        if (const auto touched = m_host.touch(m_port, way.touchBaud); !touched)
            return touched.error();
        if (!way.loaderPort)
            return {};
        const std::optional<Port> loader = waitForLoader(m_port, before, m_host, m_control);
        if (m_control.stopRequested())
            return cancelledByUser();
        if (!loader)
            return loaderPortMissing(m_board);
        m_loader = *loader;
        return {};
    }

    Result<void> send(const DriveUpload& how, const UploadWay&)
    {
        const std::filesystem::path& file = m_firmware.files.at(how.form);
        if (!m_port.isVirtual)
            return uploadToDrive(file, how, m_board, m_host, m_control);
        // There may be several of a kind, each with a drive of its own.
        UploadHost host = m_host;
        host.drives = [&] { return drivesOfVirtualBoard(how.label); };
        return uploadToDrive(file, how, m_board, host, m_control);
    }

    std::vector<Drive> drivesOfVirtualBoard(const std::string& label) const
    {
        for (const VirtualBoardEntry& entry : registeredVirtualBoards())
            if (entry.port == m_port.path && !entry.drive.empty())
                return {{label, entry.drive}};
        return {};
    }

    Result<void> send(const ToolUpload& how, const UploadWay& way)
    {
        const auto tool = findUploadTool(how.tool);
        if (!tool)
            return tool.error();
        const std::vector<std::string> arguments = uploadArguments(how, m_firmware, m_loader);
        const bool speaksToPort = arguments != uploadArguments(how, m_firmware, Port());
        if (const auto usable = speaksToPort && way.touchBaud == 0 ? checkPort(m_port) : Result<void>(); !usable)
            return usable.error();
        // A port that is not spoken to, or may come and go, is not watched.
        const std::string watched = speaksToPort && (way.touchBaud == 0 || way.loaderPort) ? m_loader.path : "";
        bool lostStep = false;
        Result<void> done = run(*tool, arguments, watched, lostStep);
        if (!done && done.error().id == uploadFailed && lostStep)
            done = run(*tool, arguments, watched, lostStep);
        return done;
    }

    Result<void> run(const UploadTool& tool, const std::vector<std::string>& arguments, const std::string& watched,
                     bool& lostStep)
    {
        const std::unique_ptr<UploaderOutput> output = followUploader(tool.name, arguments);
        RunControl uploader;
        UploadWatch watch(watched, tool.stallLimit, m_control, uploader);
        const auto outcome =
            runProcess({tool.program, arguments, {}}, timeLimit(tool), uploader, [&](std::string_view piece) {
                const int signs = output->signs();
                output->add(piece);
                if (output->signs() > signs)
                    watch.moved();
                m_control.report(output->progress(), 1);
                if (m_onLog)
                    m_onLog(piece);
            });
        m_log += output->text();
        lostStep = output->lostStep();
        switch (watch.finish()) {
        case UploadWatch::Verdict::Stopped:
            return cancelledByUser();
        case UploadWatch::Verdict::BoardGone:
            return portGone(m_loader.path);
        case UploadWatch::Verdict::Stalled:
            return output->signs() > 0 ? portGone(m_loader.path) : uploadUnanswered(m_loader.path, m_board.name);
        case UploadWatch::Verdict::Fine:
            break;
        }
        if (!outcome)
            return outcome.error();
        if (outcome->exitCode != 0)
            return output->failure(m_loader.path, m_board.name);
        m_control.report(1, 1);
        return {};
    }

    /// Generous: what is dead is found out by the watch.
    std::chrono::milliseconds timeLimit(const UploadTool& tool) const
    {
        return std::chrono::seconds(30) + 2 * tool.stallLimit + std::chrono::milliseconds(2 * m_firmware.flashBytes);
    }

    const Firmware& m_firmware;
    const Board& m_board;
    const Port& m_port;
    Port m_loader; ///< where the loader is spoken to
    const RunControl& m_control;
    const std::function<void(std::string_view)>& m_onLog;
    const UploadHost& m_host;
    std::string m_log;
};

}

Result<FlashReport> flashFirmware(const Firmware& firmware, const Board& board, const Port& port,
                                  const RunControl& control, const std::function<void(std::string_view)>& onLog,
                                  const UploadHost& host)
{
    const auto way = chooseUpload(firmware, board);
    if (!way)
        return way.error();
    Result<FlashReport> report = Upload(firmware, board, port, control, onLog, host).carryOut(*way);
    if (!report)
        return boardProblem(port, report.error());
    if (port.boardId.empty())
        rememberBoard(port, board.id);
    return report;
}

}
