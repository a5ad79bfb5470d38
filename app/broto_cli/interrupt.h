#pragma once

#include "common/run_control.h"

namespace broto {

/// From now on Ctrl+C, a closed terminal and a polite request to end cancel what runs under `control`, which must
/// outlive the program's work. A second Ctrl+C ends the program at once.
void noteInterrupts(RunControl& control);

}
