#include "device/flasher.h"

#include "common/cancelled.h"
#include "device/link.h"
#include "device/upload_watch.h"
#include "device/uploader_output.h"
#include "platform/paths.h"
#include "platform/port_problem.h"
#include "platform/process.h"

#include <chrono>
#include <optional>

namespace broto {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds stallLimit(4500);
constexpr std::string_view uploadFailed = "device.upload-failed";

Message cannotFlash(const Board& board)
{
    return message("device.cannot-flash",
                   BROTO_TEXT("core", "Broto cannot upload to the %1 yet. Use the tool of its maker."), board.name);
}

Message uploaderMissing()
{
    return message("device.uploader-missing",
                   BROTO_TEXT("core",
                              "avrdude is missing, which uploads to this board. It comes with the package avrdude: "
                              "sudo apt install avrdude"));
}

std::vector<std::string> uploadArguments(const Firmware& firmware, const Board& board, const Port& port)
{
    return {"-c", board.uploaderProgrammer,
            "-p", board.uploaderPart,
            "-P", port.path,
            "-b", std::to_string(board.uploaderBaud),
            "-D", // the loader erases page by page
            "-U", "flash:w:" + firmware.hexFile.string() + ":i"};
}

/// The library's own words for a port that is missing, busy or forbidden; the uploader does not see every lock.
Result<void> checkPort(const Port& port)
{
    const auto link = openLink(port);
    return link ? Result<void>() : link.error();
}

/// Generous: what is dead is found out by the watch.
std::chrono::milliseconds timeLimit(const Firmware& firmware)
{
    return std::chrono::seconds(30) + std::chrono::milliseconds(2 * firmware.flashBytes);
}

Result<void> upload(const Command& command, const Firmware& firmware, const Board& board, const Port& port,
                    const RunControl& control, const std::function<void(std::string_view)>& onLog,
                    UploaderOutput& output)
{
    RunControl uploader;
    UploadWatch watch(port.path, stallLimit, control, uploader);
    const auto outcome = runProcess(command, timeLimit(firmware), uploader, [&](std::string_view piece) {
        const int marks = output.marks();
        output.add(piece);
        if (output.marks() > marks)
            watch.moved();
        control.report(output.progress(), 1);
        if (onLog)
            onLog(piece);
    });
    switch (watch.finish()) {
    case UploadWatch::Verdict::Stopped:
        return cancelledByUser();
    case UploadWatch::Verdict::BoardGone:
        return portGone(port.path);
    case UploadWatch::Verdict::Stalled:
        return output.marks() > 0 ? portGone(port.path) : uploadUnanswered(port.path, board.name);
    case UploadWatch::Verdict::Fine:
        break;
    }
    if (!outcome)
        return outcome.error();
    if (outcome->exitCode != 0)
        return output.failure(port.path, board.name);
    return {};
}

}

Result<FlashReport> flashFirmware(const Firmware& firmware, const Board& board, const Port& port,
                                  const RunControl& control, const std::function<void(std::string_view)>& onLog)
{
    if (board.uploader != "avrdude")
        return cannotFlash(board);
    const std::optional<std::filesystem::path> avrdude = findProgram("avrdude");
    if (!avrdude)
        return uploaderMissing();
    if (const auto usable = checkPort(port); !usable)
        return usable.error();

    const Clock::time_point begin = Clock::now();
    const Command command{*avrdude, uploadArguments(firmware, board, port), {}};
    UploaderOutput output;
    Result<void> done = upload(command, firmware, board, port, control, onLog, output);
    if (!done && done.error().id == uploadFailed && output.lostStep()) {
        output = {};
        done = upload(command, firmware, board, port, control, onLog, output);
    }
    if (!done)
        return done.error();
    return FlashReport{std::chrono::duration<double>(Clock::now() - begin).count(), output.text()};
}

}
