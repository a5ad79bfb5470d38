#pragma once

#include "common/result.h"
#include "device/link.h"
#include "device/ports.h"

#include <memory>
#include <vector>

namespace broto {

/// The serial ports of the machine, recognised where possible. Real ports only.
std::vector<Port> realPorts();

/// Opens a real port. Like most boards' own uploaders it raises DTR, which resets them.
Result<std::unique_ptr<Link>> openRealPort(const std::string& path, int baud);

/// Opens and closes a port at a speed that tells the board to start its boot loader.
Result<void> touchPort(const Port& port, int baud);

}
