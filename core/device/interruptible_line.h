#pragma once

#include "device/board_connection.h"

namespace broto {

/// The same lines, all of whose waits end soon after `control` says so: whoever asks over them can be stopped at any
/// time, whatever the board does. `control` has to live as long.
LineSource interruptible(LineSource source, const RunControl& control);

}
