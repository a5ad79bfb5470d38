#pragma once

#include "common/result.h"
#include "platform/file_descriptor.h"
#include "platform/process.h"

#include <array>
#include <memory>
#include <optional>

namespace broto {

enum class ErrorOutput { WithOutput, Dropped };

/// A program and a guard: a small process between it and this one that ends the program, and all that the program has
/// started, as soon as the lifeline goes, by whatever death of this process. (The kernel's own parent-death signal is
/// not enough: it reaches one process only, and comes when the *thread* that started it ends.)
///
/// To end: SIGTERM, two seconds, SIGKILL. What a program leaves running when it ends by itself is killed too.
/// For the Unix sources of this folder.
class SupervisedProcess {
public:
    /// `inherited` are descriptors above 2 that the program finds open under the same numbers; they stay the caller's.
    static Result<std::unique_ptr<SupervisedProcess>> start(const Command& command, ErrorOutput errors,
                                                            std::array<int, 2> inherited = {-1, -1});
    ~SupervisedProcess(); ///< ends it and waits for that

    int id() const { return m_id; }
    int output() const { return m_output.get(); }     ///< to read from, never blocks
    int endSignal() const { return m_reports.get(); } ///< becomes readable when the program has ended

    /// Once it has ended: its exit code, 128 + number of the signal that ended it.
    std::optional<int> exitCode();

private:
    SupervisedProcess() = default;
    Result<void> awaitStart(const Command& command);

    FileDescriptor m_output;
    FileDescriptor m_reports;
    FileDescriptor m_lifeline;
    int m_guard = -1;
    int m_id = -1;
    std::optional<int> m_exitCode;
};

}
