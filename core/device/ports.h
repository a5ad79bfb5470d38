#pragma once

#include "boards/board.h"
#include "common/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A place where a board may be found.
struct Port {
    std::string path;        ///< "/dev/ttyACM0", or a virtual board's pseudo-terminal
    std::string description; ///< "Arduino Uno", "CH340 serial converter", "Virtual Arduino Uno"
    std::string boardId;     ///< of the catalogue; empty when it cannot be told
    bool isVirtual = false;
    bool hasUsbId = false;
    UsbId usb;
    std::string serialNumber;
    bool operator==(const Port& other) const { return path == other.path && description == other.description; }
};

/// Real ports first, then the registered virtual boards.
std::vector<Port> listPorts();

/// A listed port, or any other terminal given by its path.
Result<Port> findPort(std::string_view path);

}
