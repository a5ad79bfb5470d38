#include "device/drive_upload.h"

#include "common/cancelled.h"
#include "device/port_wait.h"
#include "platform/file.h"

#include <algorithm>
#include <optional>

namespace broto {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view complaint = "FAIL.TXT";

Message driveMissing(const std::string& label, const Board& board)
{
    return message("device.no-drive",
                   BROTO_TEXT("core",
                              "The drive %1 of the %2 is not there. Plug the board in by USB; if the drive does "
                              "not open, hold down its BOOT or reset button while you do."),
                   label, board.name);
}

Message notTaken(const std::string& label, std::string_view why)
{
    if (why.empty())
        return message("device.drive-did-not-take",
                       BROTO_TEXT("core", "The board has not taken the program that was copied to its drive %1. Plug "
                                          "it in again and repeat the upload."),
                       label);
    return message("device.drive-refused", BROTO_TEXT("core", "The board with the drive %1 refuses the program: %2"),
                   label, why);
}

std::optional<Drive> driveWithLabel(const std::string& label, const UploadHost& host)
{
    const std::vector<Drive> drives = host.drives();
    const auto found =
        std::find_if(drives.begin(), drives.end(), [&](const Drive& drive) { return drive.label == label; });
    return found == drives.end() ? std::nullopt : std::optional(*found);
}

/// What the board wrote about the file it did not like; empty if there is no such word.
std::string complaintOn(const Drive& drive)
{
    std::error_code error;
    if (!fs::is_regular_file(drive.folder / complaint, error))
        return {};
    const auto text = readFile(drive.folder / complaint);
    return text ? text->substr(0, text->find_last_not_of(" \r\n") + 1) : std::string(complaint);
}

}

Result<void> uploadToDrive(const fs::path& file, const DriveUpload& how, const Board& board, const UploadHost& host,
                           const RunControl& control)
{
    const std::string& label = how.label;
    std::optional<Drive> drive;
    const auto isThere = [&] {
        drive = driveWithLabel(label, host);
        return drive.has_value();
    };
    if (!waitUntil(isThere, host.driveLimit, control))
        return control.stopRequested() ? cancelledByUser() : driveMissing(label, board);
    std::error_code ignored;
    fs::remove(drive->folder / complaint, ignored);
    if (const auto copied = copyToDrive(file, *drive, control); !copied)
        return copied.error();

    const fs::path copy = drive->folder / file.filename();
    const auto isTaken = [&] {
        std::error_code error;
        return !driveWithLabel(label, host) || !fs::exists(copy, error) || !complaintOn(*drive).empty();
    };
    const bool taken = waitUntil(isTaken, host.driveLimit, control);
    // A loader that takes UF2 is gone with its drive; others show theirs again, perhaps with a word about the file.
    if (taken && how.form != FirmwareForm::Uf2)
        waitUntil(isThere, host.driveLimit, control);
    if (control.stopRequested())
        return cancelledByUser();
    if (const std::string why = complaintOn(*drive); !why.empty())
        return notTaken(label, why);
    return taken ? Result<void>() : notTaken(label, {});
}

}
