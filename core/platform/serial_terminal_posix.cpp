#include "platform/serial_terminal.h"

#include "platform/baud_rates.h"
#include "platform/port_problem.h"

#include <algorithm>
#include <cassert>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <termios.h>
#include <unistd.h>

namespace broto {

namespace {

using Clock = std::chrono::steady_clock;

/// Not above 0: over.
int millisecondsUntil(Clock::time_point deadline)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return static_cast<int>(std::clamp<long long>(left, 0, 3600'000));
}

bool makeRaw(int terminal, speed_t speed)
{
    termios settings;
    if (::tcgetattr(terminal, &settings) != 0)
        return false;
    ::cfmakeraw(&settings);
    settings.c_cflag |= CLOCAL | CREAD;
    settings.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
    ::cfsetispeed(&settings, speed);
    ::cfsetospeed(&settings, speed);
    return ::tcsetattr(terminal, TCSANOW, &settings) == 0;
}

}

Result<SerialTerminal> SerialTerminal::open(const std::string& path, int baud)
{
    const speed_t speed = speedConstant(baud);
    if (speed == 0)
        return message("platform.unknown-baud-rate",
                       BROTO_TEXT("core", "%1 baud is not a rate that the port %2 can be set to. Use 115200."), baud,
                       path);
    FileDescriptor terminal(::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!terminal)
        return portProblem(path, errno);
    if (!::isatty(terminal.get()))
        return notAPort(path);
    if (::flock(terminal.get(), LOCK_EX | LOCK_NB) != 0 || !makeRaw(terminal.get(), speed))
        return portProblem(path, errno);
    ::tcflush(terminal.get(), TCIFLUSH); // what the board said to the one before
    return SerialTerminal(path, std::move(terminal));
}

Result<std::size_t> SerialTerminal::read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit)
{
    assert(!bytes.empty());
    const Clock::time_point deadline = Clock::now() + timeLimit;
    for (;;) {
        pollfd watched = {m_terminal.get(), POLLIN, 0};
        const int ready = ::poll(&watched, 1, millisecondsUntil(deadline));
        if (ready == 0)
            return std::size_t(0);
        if (ready < 0 && errno != EINTR)
            return portProblem(m_path, errno);
        if (ready < 0)
            continue;
        const ssize_t received = ::read(m_terminal.get(), bytes.data(), bytes.size());
        if (received > 0)
            return static_cast<std::size_t>(received);
        // Woken for nothing, which is how a terminal says that the other side has gone.
        if (received == 0 || (errno != EAGAIN && errno != EINTR))
            return portGone(m_path);
    }
}

Result<void> SerialTerminal::write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit)
{
    const Clock::time_point deadline = Clock::now() + timeLimit;
    while (!bytes.empty()) {
        pollfd watched = {m_terminal.get(), POLLOUT, 0};
        const int ready = ::poll(&watched, 1, millisecondsUntil(deadline));
        if (ready == 0)
            return portStuck(m_path);
        if (ready > 0 && (watched.revents & (POLLHUP | POLLERR)))
            return portGone(m_path);
        const ssize_t written = ready > 0 ? ::write(m_terminal.get(), bytes.data(), bytes.size()) : -1;
        if (written > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        else if (written < 0 && errno != EAGAIN && errno != EINTR)
            return portGone(m_path);
    }
    return {};
}

}
