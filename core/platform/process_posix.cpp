#include "platform/process.h"

#include "platform/supervised_process.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <span>
#include <sstream>

#include <poll.h>
#include <unistd.h>

namespace broto {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t outputLimit = 1 << 20;
constexpr std::chrono::milliseconds controlInterval(50); // how late a request to stop may be seen

int pollTime(Clock::duration left)
{
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(left).count();
    return static_cast<int>(std::clamp<long long>(ms, 0, 3600'000));
}

/// What there is to read. Nothing at the end of the stream.
std::optional<std::string_view> readSome(int descriptor, std::span<char> buffer)
{
    const ssize_t received = ::read(descriptor, buffer.data(), buffer.size());
    if (received > 0)
        return std::string_view(buffer.data(), static_cast<std::size_t>(received));
    if (received < 0 && (errno == EAGAIN || errno == EINTR))
        return std::string_view();
    return std::nullopt;
}

class Collector {
public:
    explicit Collector(const std::function<void(std::string_view)>& onOutput) : m_onOutput(onOutput) {}

    /// False: the stream has ended.
    bool readFrom(int descriptor)
    {
        char buffer[16384];
        const std::optional<std::string_view> piece = readSome(descriptor, buffer);
        if (!piece)
            return false;
        m_gotSome = !piece->empty();
        if (m_gotSome && m_onOutput)
            m_onOutput(*piece);
        m_text += *piece;
        if (m_text.size() > 2 * outputLimit)
            m_text.erase(0, m_text.size() - outputLimit);
        return true;
    }

    void drain(int descriptor)
    {
        while (readFrom(descriptor) && m_gotSome) {
        }
    }

    std::string take()
    {
        if (m_text.size() > outputLimit)
            m_text.erase(0, m_text.size() - outputLimit);
        return std::move(m_text);
    }

private:
    const std::function<void(std::string_view)>& m_onOutput;
    std::string m_text;
    bool m_gotSome = false;
};

Message tookTooLong(const Command& command, std::chrono::milliseconds timeLimit)
{
    return message("platform.process-timeout", BROTO_TEXT("core", "%1 did not end within %2 s and was stopped."),
                   command.program.string(), std::chrono::duration<double>(timeLimit).count());
}

Message wasStopped(const Command& command)
{
    return message("platform.process-stopped", BROTO_TEXT("core", "%1 was stopped."), command.program.string());
}

}

Result<ProcessOutcome> runProcess(const Command& command, std::chrono::milliseconds timeLimit,
                                  const RunControl& control, const std::function<void(std::string_view)>& onOutput)
{
    if (control.stopRequested())
        return wasStopped(command);
    auto started = SupervisedProcess::start(command, ErrorOutput::WithOutput);
    if (!started)
        return started.error();
    SupervisedProcess& process = **started;

    const Clock::time_point deadline = Clock::now() + timeLimit;
    Collector collector(onOutput);
    bool outputOpen = true;
    for (;;) {
        if (control.stopRequested())
            return wasStopped(command);
        const Clock::duration left = deadline - Clock::now();
        if (left <= Clock::duration::zero())
            return tookTooLong(command, timeLimit);
        pollfd watched[] = {{outputOpen ? process.output() : -1, POLLIN, 0}, {process.endSignal(), POLLIN, 0}};
        ::poll(watched, 2, pollTime(std::min<Clock::duration>(left, controlInterval)));
        if (watched[0].revents)
            outputOpen = collector.readFrom(process.output());
        if (const std::optional<int> exitCode = process.exitCode()) {
            collector.drain(process.output());
            return ProcessOutcome{*exitCode, collector.take()};
        }
    }
}

struct ChildProcess::State {
    std::unique_ptr<SupervisedProcess> process;
    std::string pending;
};

ChildProcess::ChildProcess(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ChildProcess::ChildProcess(ChildProcess&&) noexcept = default;
ChildProcess& ChildProcess::operator=(ChildProcess&&) noexcept = default;
ChildProcess::~ChildProcess() = default;

Result<ChildProcess> ChildProcess::start(const Command& command)
{
    auto process = SupervisedProcess::start(command, ErrorOutput::Dropped);
    if (!process)
        return process.error();
    auto state = std::make_unique<State>();
    state->process = std::move(*process);
    return ChildProcess(std::move(state));
}

std::optional<std::string> ChildProcess::readLine(std::chrono::milliseconds timeLimit)
{
    const Clock::time_point deadline = Clock::now() + timeLimit;
    const int output = m_state->process->output();
    std::string& pending = m_state->pending;
    for (;;) {
        if (const std::size_t end = pending.find('\n'); end != std::string::npos) {
            std::string line = pending.substr(0, end);
            pending.erase(0, end + 1);
            return line;
        }
        pollfd watched = {output, POLLIN, 0};
        const Clock::duration left = deadline - Clock::now();
        if (pending.size() > outputLimit || ::poll(&watched, 1, pollTime(left)) == 0)
            return std::nullopt;
        char buffer[4096];
        const std::optional<std::string_view> piece = readSome(output, buffer);
        if (!piece)
            return std::nullopt;
        pending += *piece;
    }
}

bool ChildProcess::running()
{
    return !m_state->process->exitCode();
}

int ChildProcess::id() const
{
    return m_state->process->id();
}

std::optional<std::string> processIdentity(int id)
{
    std::ifstream file("/proc/" + std::to_string(id) + "/stat");
    std::string line;
    if (id <= 0 || !std::getline(file, line))
        return std::nullopt;
    // The program's name, in parentheses, may hold anything; the fields after it are numbers.
    std::istringstream fields(line.substr(std::min(line.rfind(')') + 1, line.size())));
    const std::vector<std::string> values{std::istream_iterator<std::string>(fields), {}};
    constexpr std::size_t state = 0, startTime = 19;
    if (values.size() <= startTime || values[state] == "Z" || values[state] == "X")
        return std::nullopt;
    return std::to_string(id) + "@" + values[startTime];
}

}
