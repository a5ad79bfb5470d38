#pragma once

namespace broto {

/// From now on a request to end (Ctrl+C, SIGTERM, a closed terminal) is only noted, for a program that tidies up first.
void noteTermination();
bool terminationRequested();

/// The process that started this one: another number means that it has ended.
int parentProcess();

}
