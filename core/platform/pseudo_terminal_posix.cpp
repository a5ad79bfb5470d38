#include "platform/pseudo_terminal.h"

#include "platform/baud_rates.h"
#include "platform/system_reason.h"

#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/inotify.h>
#include <termios.h>
#include <unistd.h>

namespace broto {

namespace {

Message cannotMake()
{
    return message("platform.no-pseudo-terminal",
                   BROTO_TEXT("core", "The system gave no pseudo-terminal for a virtual board: %1."),
                   systemReason(errno));
}

}

Result<PseudoTerminal> PseudoTerminal::open()
{
    termios settings = {};
    ::cfmakeraw(&settings);
    settings.c_cflag |= CS8 | CREAD | CLOCAL;
    ::cfsetspeed(&settings, B115200);

    PseudoTerminal terminal;
    int boardEnd, otherEnd;
    if (::openpty(&boardEnd, &otherEnd, nullptr, &settings, nullptr) != 0)
        return cannotMake();
    terminal.m_terminal = FileDescriptor(boardEnd);
    const FileDescriptor other(otherEnd); // closed at the end: only then does the board see whether somebody is there
    char path[64];
    if (::ttyname_r(otherEnd, path, sizeof path) != 0)
        return cannotMake();
    terminal.m_path = path;
    ::fcntl(boardEnd, F_SETFL, O_NONBLOCK);
    ::fcntl(boardEnd, F_SETFD, FD_CLOEXEC);
    terminal.m_openings = FileDescriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!terminal.m_openings || ::inotify_add_watch(terminal.m_openings.get(), path, IN_OPEN) < 0)
        return cannotMake();
    return terminal;
}

bool PseudoTerminal::wasOpened()
{
    alignas(inotify_event) char events[4096];
    bool opened = false;
    while (::read(m_openings.get(), events, sizeof events) > 0)
        opened = true; // the only event that is watched
    return opened;
}

bool PseudoTerminal::heldOpen() const
{
    pollfd watched = {m_terminal.get(), 0, 0};
    return ::poll(&watched, 1, 0) == 0 || !(watched.revents & POLLHUP);
}

int PseudoTerminal::baud() const
{
    termios settings;
    return ::tcgetattr(m_terminal.get(), &settings) == 0 ? baudOfConstant(::cfgetospeed(&settings)) : 0;
}

std::size_t PseudoTerminal::read(std::span<std::uint8_t> bytes)
{
    const ssize_t received = ::read(m_terminal.get(), bytes.data(), bytes.size());
    return received > 0 ? static_cast<std::size_t>(received) : 0;
}

std::size_t PseudoTerminal::write(std::span<const std::uint8_t> bytes)
{
    const ssize_t written = ::write(m_terminal.get(), bytes.data(), bytes.size());
    return written > 0 ? static_cast<std::size_t>(written) : 0;
}

void PseudoTerminal::waitForOpening(std::chrono::nanoseconds time) const
{
    pollfd watched = {m_openings.get(), POLLIN, 0};
    const timespec limit = {time.count() / 1'000'000'000, time.count() % 1'000'000'000};
    ::ppoll(&watched, 1, &limit, nullptr);
}

}
