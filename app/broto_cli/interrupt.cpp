#include "interrupt.h"

#include <atomic>
#include <csignal>

namespace broto {

namespace {

std::atomic<RunControl*> running = nullptr; // a signal handler gets no argument of ours
static_assert(std::atomic<RunControl*>::is_always_lock_free);

extern "C" void cancelRunning(int signal)
{
    std::signal(signal, SIG_DFL);
    if (RunControl* control = running.load())
        control->cancel();
}

}

void noteInterrupts(RunControl& control)
{
    running = &control;
    std::signal(SIGINT, cancelRunning);
    std::signal(SIGTERM, cancelRunning);
#ifdef SIGHUP
    std::signal(SIGHUP, cancelRunning);
#endif
}

}
