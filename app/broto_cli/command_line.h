#pragma once

namespace broto {

/// The whole program: reads the command line, runs one command, prints what it leaves. Returns the exit code: 0 done,
/// 1 failed, 2 wrong use.
int runCommandLine(int argc, char** argv);

}
