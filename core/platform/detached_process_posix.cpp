#include "platform/process.h"

#include "platform/file_descriptor.h"
#include "platform/paths.h"
#include "platform/system_reason.h"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace broto {

namespace {

Message cannotStart(const std::string& program, int error)
{
    return message("platform.cannot-start", BROTO_TEXT("core", "%1 cannot be started: %2."), program,
                   systemReason(error));
}

struct DetachedTask {
    const char* program;
    char* const* arguments;
    const char* folder; ///< null: the current one
    int null;
    int failure; ///< to write the error number to; closed by a program that starts
};

// From here on only calls that are safe in the child of a program with many threads.

[[noreturn]] void fail(const DetachedTask& task)
{
    const int error = errno;
    while (::write(task.failure, &error, sizeof error) < 0 && errno == EINTR) {
    }
    ::_exit(127);
}

/// A child that leaves at once, so that the program's parent is not this one and nobody has to wait for its end.
[[noreturn]] void leaveProgram(const DetachedTask& task)
{
    ::setsid();
    const pid_t program = ::fork();
    if (program < 0)
        fail(task);
    if (program > 0)
        ::_exit(0);
    struct sigaction standard = {};
    standard.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal)
        ::sigaction(signal, &standard, nullptr); // refused for some numbers, which have no handler anyway
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (int standardOne = 0; standardOne <= 2; ++standardOne)
        ::dup2(task.null, standardOne);
    if (!task.folder || ::chdir(task.folder) == 0)
        ::execv(task.program, task.arguments);
    fail(task);
}

}

Result<void> startDetached(const Command& command)
{
    const std::optional<std::filesystem::path> found = findProgram(command.program.string());
    if (!found)
        return message("platform.program-missing",
                       BROTO_TEXT("core", "The program %1 was not found. Install it, or add its folder to PATH."),
                       command.program.string());
    const std::string program = found->string(), folder = command.folder.string();
    std::vector<char*> arguments = {const_cast<char*>(program.c_str())}; // execv's signature; it changes nothing
    for (const std::string& argument : command.arguments)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);

    const FileDescriptor null(::open("/dev/null", O_RDWR | O_CLOEXEC));
    int ends[2];
    if (!null || ::pipe2(ends, O_CLOEXEC) != 0)
        return cannotStart(program, errno);
    const FileDescriptor readEnd(ends[0]);
    FileDescriptor writeEnd(ends[1]);
    const DetachedTask task = {program.c_str(), arguments.data(), folder.empty() ? nullptr : folder.c_str(), null.get(),
                               writeEnd.get()};
    const pid_t child = ::fork();
    if (child == 0)
        leaveProgram(task);
    if (child < 0)
        return cannotStart(program, errno);
    writeEnd.close();
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
    int error = 0;
    ssize_t received;
    do
        received = ::read(readEnd.get(), &error, sizeof error);
    while (received < 0 && errno == EINTR);
    return received == sizeof error ? Result<void>(cannotStart(program, error)) : Result<void>();
}

}
