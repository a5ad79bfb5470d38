#pragma once

#include "common/result.h"
#include "device/ports.h"
#include "device/serial_ports.h"
#include "platform/drives.h"

#include <chrono>
#include <functional>
#include <vector>

namespace broto {

/// What an upload sees of the computer beside the uploader. Tests put ports and drives of their own here.
struct UploadHost {
    std::function<std::vector<Port>()> ports = listPorts;
    std::function<std::vector<Drive>()> drives = mountedDrives;
    std::function<Result<void>(const Port& port, int baud)> touch = touchPort;
    std::chrono::milliseconds portLimit{8000};   ///< for a port to appear
    std::chrono::milliseconds driveLimit{12000}; ///< for a drive to appear, and to take the file
};

}
