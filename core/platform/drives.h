#pragma once

#include "common/result.h"
#include "common/run_control.h"

#include <filesystem>
#include <string>
#include <vector>

namespace broto {

/// A file system that is mounted where a person can find it.
struct Drive {
    std::string label; ///< "MICROBIT"
    std::filesystem::path folder;
};

std::vector<Drive> mountedDrives();

/// Copies a file to a drive, all the way to the device, and reports how much of it has arrived (0 to 1). A device that
/// goes away when it has everything, as boards do that start what they got, is no failure.
Result<void> copyToDrive(const std::filesystem::path& file, const Drive& drive, const RunControl& control);

}
