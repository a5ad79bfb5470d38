#include "platform/connected_process.h"

#include "platform/supervised_process.h"
#include "platform/system_reason.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/socket.h>

namespace broto {

namespace {

/// Ours never blocks; the program's has a number above those of its input and outputs.
struct SocketPair {
    FileDescriptor ours;
    FileDescriptor theirs;

    SocketPair()
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            return;
        ours = FileDescriptor(ends[0]);
        const FileDescriptor given(ends[1]);
        theirs = FileDescriptor(::fcntl(given.get(), F_DUPFD_CLOEXEC, 3));
        ::fcntl(ours.get(), F_SETFL, O_NONBLOCK);
    }
    explicit operator bool() const { return ours && theirs; }
};

Message noChannel(const std::filesystem::path& program)
{
    return message("platform.no-channel", BROTO_TEXT("core", "The system gave no channel to %1: %2."), program.string(),
                   systemReason(errno));
}

}

std::size_t Channel::read(std::span<std::uint8_t> bytes)
{
    const ssize_t received = ::recv(m_socket.get(), bytes.data(), bytes.size(), 0);
    m_ended = m_ended || received == 0 || (received < 0 && errno != EAGAIN && errno != EINTR);
    return received > 0 ? static_cast<std::size_t>(received) : 0;
}

std::size_t Channel::write(std::span<const std::uint8_t> bytes)
{
    const ssize_t sent = ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    return sent > 0 ? static_cast<std::size_t>(sent) : 0;
}

struct ConnectedProcess::State {
    std::unique_ptr<SupervisedProcess> process;
    std::array<Channel, 2> channels;
};

ConnectedProcess::ConnectedProcess(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ConnectedProcess::ConnectedProcess(ConnectedProcess&&) noexcept = default;
ConnectedProcess& ConnectedProcess::operator=(ConnectedProcess&&) noexcept = default;
ConnectedProcess::~ConnectedProcess() = default;

Result<ConnectedProcess> ConnectedProcess::start(const std::filesystem::path& program,
                                                 const std::function<std::vector<std::string>(Numbers)>& argumentsFor)
{
    SocketPair first, second;
    if (!first || !second)
        return noChannel(program);
    const Numbers numbers = {first.theirs.get(), second.theirs.get()};
    auto process = SupervisedProcess::start({program, argumentsFor(numbers), {}}, ErrorOutput::Dropped, numbers);
    if (!process)
        return process.error();
    return ConnectedProcess(std::unique_ptr<State>(
        new State{std::move(*process), {Channel(std::move(first.ours)), Channel(std::move(second.ours))}}));
}

Channel& ConnectedProcess::first()
{
    return m_state->channels[0];
}

Channel& ConnectedProcess::second()
{
    return m_state->channels[1];
}

bool ConnectedProcess::running()
{
    return !m_state->process->exitCode();
}

int ConnectedProcess::id() const
{
    return m_state->process->id();
}

}
