#pragma once

#include "common/result.h"
#include "common/run_control.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

struct Command {
    std::filesystem::path program; ///< absolute, or a name looked up in PATH
    std::vector<std::string> arguments;
    std::filesystem::path folder; ///< to run in; empty: the current one
};

struct ProcessOutcome {
    int exitCode = 0;
    std::string output; ///< standard output and standard error as they came, at most the last MiB
};

/// Runs a program to its end. `onOutput` gets every piece as it comes. Fails when it cannot be started, when the time
/// is over or when the control asks to stop: the program and its children are then ended first.
Result<ProcessOutcome> runProcess(const Command& command, std::chrono::milliseconds timeLimit,
                                  const RunControl& control = {},
                                  const std::function<void(std::string_view)>& onOutput = {});

/// Starts a program that goes on by itself, whatever becomes of this one: an application for the user.
Result<void> startDetached(const Command& command);

/// A program that runs beside this one and ends with it, even when this one is killed.
class ChildProcess {
public:
    static Result<ChildProcess> start(const Command& command);
    ChildProcess(ChildProcess&&) noexcept;
    ChildProcess& operator=(ChildProcess&&) noexcept;
    ~ChildProcess(); ///< ends it: asks, waits two seconds, insists

    /// The next line of its standard output, without the line break. Nothing: the time is over or it has ended.
    std::optional<std::string> readLine(std::chrono::milliseconds timeLimit);
    bool running();
    int id() const;

private:
    struct State;
    explicit ChildProcess(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// A text that no other process of this machine has while it is up. Nothing: there is no such process, or it has ended
/// and only waits to be noticed.
std::optional<std::string> processIdentity(int id);

}
