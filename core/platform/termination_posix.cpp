#include "platform/termination.h"

#include <atomic>
#include <csignal>
#include <initializer_list>

#include <unistd.h>

namespace broto {

namespace {

volatile std::sig_atomic_t requested = 0;

std::atomic<RunControl*> running = nullptr; // a signal handler gets no argument of ours
static_assert(std::atomic<RunControl*>::is_always_lock_free);

void onRequest(void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

}

void noteTermination()
{
    onRequest([](int) { requested = 1; }, 0);
    struct sigaction action = {};
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &action, nullptr); // whoever read our output may leave
}

bool terminationRequested()
{
    return requested != 0;
}

void cancelOnTermination(RunControl& control)
{
    running = &control;
    onRequest([](int) { running.load()->cancel(); }, SA_RESETHAND | SA_RESTART);
}

int thisProcess()
{
    return ::getpid();
}

int parentProcess()
{
    return ::getppid();
}

}
