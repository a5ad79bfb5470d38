#pragma once

#include "common/run_control.h"

namespace broto {

/// From now on a request to end (Ctrl+C, SIGTERM, a closed terminal) is only noted, for a program that tidies up first.
void noteTermination();
bool terminationRequested();

/// From now on the same requests cancel what runs under `control`, which must outlive the program's work. A second one
/// ends the program at once.
void cancelOnTermination(RunControl& control);

int thisProcess();
int parentProcess(); ///< the one that started this one; another number than before means that it has ended

}
