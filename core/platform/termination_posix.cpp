#include "platform/termination.h"

#include <csignal>
#include <initializer_list>

#include <unistd.h>

namespace broto {

namespace {

volatile std::sig_atomic_t requested = 0;

}

void noteTermination()
{
    struct sigaction action = {};
    action.sa_handler = [](int) { requested = 1; };
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &action, nullptr); // whoever read our output may leave
}

bool terminationRequested()
{
    return requested != 0;
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
