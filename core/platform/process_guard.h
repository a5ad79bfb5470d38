#pragma once

#include <array>

namespace broto {

/// What the guard tells the process that made it, in pipe writes too small to be torn.
struct GuardReport {
    enum Kind : int { Started, StartFailed, Ended };
    Kind kind;
    int value; ///< process id, error number, exit code
};

/// All that runs between fork and exec. Made before the fork: nothing may be allocated after it.
struct GuardTask {
    const char* program;
    char* const* arguments;
    const char* folder; ///< null: stay
    int lifeline;       ///< to read; its end means: end the program
    int reports;        ///< to write
    int output;         ///< to write: standard output of the program
    int null;           ///< /dev/null
    int startRead;      ///< a pipe that closes when the program was started, or says why not
    int startWrite;
    bool errorsToOutput;
    std::array<int, 2> inherited; ///< what the program finds open under the same numbers; -1: nothing
};

/// The life of the guard, called in a freshly forked process with all signals blocked.
[[noreturn]] void guardProcess(const GuardTask& task);

}
