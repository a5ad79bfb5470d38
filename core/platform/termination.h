#pragma once

namespace broto {

/// From now on a request to end (Ctrl+C, SIGTERM, a closed terminal) is only noted, for a program that tidies up first.
void noteTermination();
bool terminationRequested();

int thisProcess();
int parentProcess(); ///< the one that started this one; another number than before means that it has ended

}
