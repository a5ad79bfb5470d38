#include "platform/process_guard.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <iterator>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// Only calls that are safe in the child of a program with many threads: no memory, no locks, no C++ library.

namespace broto {

namespace {

constexpr int graceMs = 2000;

template<class T>
ssize_t readValue(int descriptor, T& value)
{
    ssize_t received;
    do
        received = ::read(descriptor, &value, sizeof value);
    while (received < 0 && errno == EINTR);
    return received;
}

template<class T>
void writeValue(int descriptor, const T& value)
{
    while (::write(descriptor, &value, sizeof value) < 0 && errno == EINTR) {
    }
}

void closeRange(unsigned first, unsigned last, unsigned flags)
{
    if (first > last || ::close_range(first, last, static_cast<int>(flags)) == 0)
        return;
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const rlim_t end = std::min<rlim_t>({limit.rlim_cur, rlim_t(last) + 1, 65536});
    for (rlim_t descriptor = first; descriptor < end; ++descriptor)
        ::close(static_cast<int>(descriptor));
}

/// Above all the writing ends of other guards' lifelines: holding one would keep its program alive.
void closeAllBut(const GuardTask& task)
{
    int kept[] = {task.lifeline,  task.reports,    task.output,       task.null,
                  task.startRead, task.startWrite, task.inherited[0], task.inherited[1]};
    std::sort(std::begin(kept), std::end(kept));
    unsigned first = 3;
    for (const int descriptor : kept) {
        if (descriptor < 0)
            continue;
        closeRange(first, static_cast<unsigned>(descriptor) - 1, 0);
        first = static_cast<unsigned>(descriptor) + 1;
    }
    closeRange(first, ~0u, 0);
}

void resetSignals()
{
    struct sigaction action = {};
    action.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal)
        ::sigaction(signal, &action, nullptr); // refused for some numbers, which have no handler anyway
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void becomeProgram(const GuardTask& task, pid_t guard)
{
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // the guard has one thread, so here the signal means what it says
    resetSignals();
    if (::getppid() == guard && ::dup2(task.null, 0) >= 0 && ::dup2(task.output, 1) >= 0 &&
        ::dup2(task.errorsToOutput ? task.output : task.null, 2) >= 0 && (!task.folder || ::chdir(task.folder) == 0)) {
        // What is left open closes by itself at exec, all but this.
        for (const int descriptor : task.inherited)
            ::fcntl(descriptor, F_SETFD, 0);
        ::execv(task.program, task.arguments);
    }
    const int error = errno;
    writeValue(task.startWrite, error);
    ::_exit(127);
}

bool hasEnded(pid_t child)
{
    siginfo_t info = {};
    // Leaves it as a zombie: its number, which is that of its group, must not be given away yet.
    return ::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child;
}

int exitCodeOf(pid_t child)
{
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

long long nowMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/// Waits until the lifeline ends (if `lifeline` is one), a child changes, or the time is over.
/// True: the lifeline has ended.
bool waitForChange(int lifeline, int timeMs)
{
    pollfd watched = {lifeline, POLLIN, 0};
    timespec limit = {timeMs / 1000, (timeMs % 1000) * 1000000L};
    sigset_t allButChild;
    sigfillset(&allButChild);
    sigdelset(&allButChild, SIGCHLD);
    return ::ppoll(&watched, 1, timeMs < 0 ? nullptr : &limit, &allButChild) > 0;
}

void watch(int lifeline, pid_t child)
{
    while (!hasEnded(child) && !waitForChange(lifeline, -1)) {
    }
    if (!hasEnded(child))
        ::kill(-child, SIGTERM);
    const long long deadline = nowMs() + graceMs;
    while (!hasEnded(child) && nowMs() < deadline)
        waitForChange(-1, static_cast<int>(std::max(deadline - nowMs(), 0LL)));
    ::kill(-child, SIGKILL); // and what it left behind
}

}

[[noreturn]] void guardProcess(const GuardTask& task)
{
    ::setpgid(0, 0); // Ctrl+C in a terminal is for the program that asked for this one
    closeAllBut(task);
    struct sigaction action = {};
    action.sa_handler = [](int) {}; // only there to wake ppoll
    ::sigaction(SIGCHLD, &action, nullptr);

    const pid_t guard = ::getpid();
    const pid_t child = ::fork();
    if (child == 0)
        becomeProgram(task, guard);
    const int forkError = errno;
    ::close(task.output);
    ::close(task.startWrite);
    for (const int descriptor : task.inherited)
        ::close(descriptor);
    if (child < 0) {
        writeValue(task.reports, GuardReport{GuardReport::StartFailed, forkError});
        ::_exit(1);
    }
    ::setpgid(child, child); // whichever of the two comes first

    int startError = 0;
    if (readValue(task.startRead, startError) > 0) {
        exitCodeOf(child);
        writeValue(task.reports, GuardReport{GuardReport::StartFailed, startError});
        ::_exit(1);
    }
    writeValue(task.reports, GuardReport{GuardReport::Started, child});
    watch(task.lifeline, child);
    writeValue(task.reports, GuardReport{GuardReport::Ended, exitCodeOf(child)});
    ::_exit(0);
}

}
