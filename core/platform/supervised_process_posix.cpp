#include "platform/supervised_process.h"

#include "platform/paths.h"
#include "platform/process_guard.h"
#include "platform/system_reason.h"

#include <cerrno>
#include <csignal>
#include <initializer_list>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace broto {

namespace {

/// Never one of the numbers 0 to 2, where the program's own input and outputs go.
FileDescriptor aboveStandard(int descriptor)
{
    FileDescriptor given(descriptor);
    if (!given || descriptor > 2)
        return given;
    return FileDescriptor(::fcntl(descriptor, F_DUPFD_CLOEXEC, 3));
}

struct Pipe {
    FileDescriptor readEnd;
    FileDescriptor writeEnd;

    Pipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) == 0) {
            readEnd = aboveStandard(ends[0]);
            writeEnd = aboveStandard(ends[1]);
        }
    }
    explicit operator bool() const { return readEnd && writeEnd; }
};

/// No handler of ours may run in the guard.
class SignalsBlocked {
public:
    SignalsBlocked()
    {
        sigset_t all;
        sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &m_before);
    }
    ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }

private:
    sigset_t m_before;
};

Message cannotStart(const Command& command, int error)
{
    return message("platform.cannot-start", BROTO_TEXT("core", "%1 cannot be started: %2."), command.program.string(),
                   systemReason(error));
}

std::optional<GuardReport> readReport(int descriptor)
{
    GuardReport report;
    ssize_t received;
    do
        received = ::read(descriptor, &report, sizeof report);
    while (received < 0 && errno == EINTR);
    return received == sizeof report ? std::optional(report) : std::nullopt;
}

std::vector<char*> argumentPointers(const std::string& program, const Command& command)
{
    std::vector<char*> pointers = {const_cast<char*>(program.c_str())}; // execv's signature; it changes nothing
    for (const std::string& argument : command.arguments)
        pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

}

Result<std::unique_ptr<SupervisedProcess>> SupervisedProcess::start(const Command& command, ErrorOutput errors,
                                                                    std::array<int, 2> inherited)
{
    const std::optional<std::filesystem::path> found = findProgram(command.program.string());
    if (!found)
        return message("platform.program-missing",
                       BROTO_TEXT("core", "The program %1 was not found. Install it, or add its folder to PATH."),
                       command.program.string());

    Pipe output, reports, lifeline, startPipe;
    const FileDescriptor null = aboveStandard(::open("/dev/null", O_RDWR | O_CLOEXEC));
    if (!output || !reports || !lifeline || !startPipe || !null)
        return cannotStart(command, errno);

    const std::string program = found->string();
    const std::string folder = command.folder.string();
    const std::vector<char*> arguments = argumentPointers(program, command);
    const GuardTask task = {
        .program = program.c_str(),
        .arguments = arguments.data(),
        .folder = folder.empty() ? nullptr : folder.c_str(),
        .lifeline = lifeline.readEnd.get(),
        .reports = reports.writeEnd.get(),
        .output = output.writeEnd.get(),
        .null = null.get(),
        .startRead = startPipe.readEnd.get(),
        .startWrite = startPipe.writeEnd.get(),
        .errorsToOutput = errors == ErrorOutput::WithOutput,
        .inherited = inherited,
    };

    std::unique_ptr<SupervisedProcess> process(new SupervisedProcess);
    {
        const SignalsBlocked blocked;
        process->m_guard = ::fork();
        if (process->m_guard == 0)
            guardProcess(task);
    }
    if (process->m_guard < 0)
        return cannotStart(command, errno);
    process->m_output = std::move(output.readEnd);
    process->m_reports = std::move(reports.readEnd);
    process->m_lifeline = std::move(lifeline.writeEnd);
    ::fcntl(process->m_output.get(), F_SETFL, O_NONBLOCK);
    // Held here as well, they would never be seen to end.
    for (FileDescriptor* end : {&reports.writeEnd, &startPipe.writeEnd, &output.writeEnd})
        end->close();
    if (Result<void> started = process->awaitStart(command); !started)
        return started.error();
    return process;
}

Result<void> SupervisedProcess::awaitStart(const Command& command)
{
    const std::optional<GuardReport> report = readReport(m_reports.get());
    if (!report || report->kind != GuardReport::Started)
        return cannotStart(command, report ? report->value : ECHILD);
    m_id = report->value;
    return {};
}

std::optional<int> SupervisedProcess::exitCode()
{
    pollfd watched = {m_reports.get(), POLLIN, 0};
    if (!m_exitCode && ::poll(&watched, 1, 0) > 0) {
        const std::optional<GuardReport> report = readReport(m_reports.get());
        m_exitCode = report ? report->value : 128 + SIGKILL; // without its guard a program is killed
    }
    return m_exitCode;
}

SupervisedProcess::~SupervisedProcess()
{
    m_lifeline.close();
    if (m_guard > 0)
        while (::waitpid(m_guard, nullptr, 0) < 0 && errno == EINTR) {
        }
}

}
